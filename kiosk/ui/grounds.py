"""Grounds made of stills, dark enough for words whatever the still, and free of bands."""

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from PIL import Image, ImageChops, ImageFilter

from kiosk.ui.gradients import Stops, linear, radial

Shade = tuple[int, int, int]
TextSide = Literal["left", "right", "bottom"]

# How much of the still is seen, 0–1, from the edge opposite the text (place 0) to the text's edge (place 1). Under
# words it is so little that even a white still leaves a contrast above 7:1.
_BESIDE_TEXT: Sequence[tuple[float, float]] = ((0, 1), (0.3, 0.96), (0.62, 0.14), (0.8, 0.04), (1, 0.02))
_ABOVE_TEXT: Sequence[tuple[float, float]] = ((0, 0.8), (0.2, 1), (0.45, 1), (0.86, 0.12), (1, 0))
_BEHIND_NOTE: Sequence[tuple[float, float]] = ((0, 0.74), (0.45, 0.93), (1, 0.5))
_FOOT: Sequence[tuple[float, float]] = ((0, 1), (0.5, 1), (1, 0.42))

_FILM_SHARE, _FILM_HIGH = 0.66, 145.0
_NOTE_SHARE, _NOTE_HIGH = 0.24, 40.0
_HIGH_SHARE = 0.98


def behind_text(still: Image.Image, side: TextSide, ground: Shade) -> Image.Image:
    """A still (RGB) that sinks into the ground towards the text's side; ``bottom`` is for the tall layout."""
    seen = _seen(still.size, side)
    if side != "bottom":
        seen = _weakened(seen, _share(still, _FILM_SHARE, _FILM_HIGH))
    return Image.composite(still, Image.new("RGB", still.size, ground), seen)


def blurred(still: Image.Image, ground: Shade) -> Image.Image:
    """A still so soft and dark that only its colours are left: the ground of the content note."""
    width, height = still.size
    small = still.resize((max(1, width // 12), max(1, height // 12)), Image.Resampling.BOX)
    soft = small.filter(ImageFilter.GaussianBlur(max(2, min(small.size) * 0.06)))
    smooth = soft.resize(still.size, Image.Resampling.BICUBIC)
    seen = _weakened(_seen(still.size, None), _share(soft, _NOTE_SHARE, _NOTE_HIGH))
    return Image.composite(smooth, Image.new("RGB", still.size, ground), seen)


def plain(name: str, size: tuple[int, int], ground: Shade) -> Image.Image:
    """A quiet tone for a film without a still: always the same one for the same name."""
    number = zlib.crc32(name.encode())
    hue, place = number % 256, 0.25 + (number >> 8) % 128 / 255
    tone = Image.new("HSV", (1, 1), (hue, 92, 74)).convert("RGB").resize(size)
    light: Stops = ((0, 235), (0.55, 120), (1, 60))
    return Image.composite(tone, Image.new("RGB", size, ground), radial(size, light, (place, 0.2)))


@lru_cache(maxsize=6)
def _seen(size: tuple[int, int], side: TextSide | None) -> Image.Image:
    """How much of a still is seen, as a mask; None is the ground of a note. Stills of one size share it."""
    if side is None:
        # Five times darker means that a level of the picture is five of the mask: so much chance hides the steps.
        return linear(size, "bottom", _levels(_BEHIND_NOTE), grain=32)
    if side == "bottom":
        return linear(size, "bottom", _levels(_ABOVE_TEXT), grain=3)
    across = linear(size, side, _levels(_BESIDE_TEXT), grain=4)
    return ImageChops.multiply(across, linear(size, "bottom", _levels(_FOOT), grain=4))


def _weakened(mask: Image.Image, share: float) -> Image.Image:
    return mask.point([round(level * share) for level in range(256)])


def _levels(stops: Sequence[tuple[float, float]]) -> Stops:
    return tuple((place, share * 255) for place, share in stops)


def _share(still: Image.Image, usual: float, highest: float) -> float:
    """How much of a still may be seen: the usual, less for a bright one, so that its lights stay under ``highest``."""
    return min(usual, highest / _high(still))


def _high(still: Image.Image) -> float:
    """The level (1–255) that nearly all of a still stays under, also where it is full of grains."""
    smooth = still.resize((64, 64), Image.Resampling.BOX)
    grains = still.resize((64, 64), Image.Resampling.NEAREST)
    return max(_under(smooth), _under(grains))


def _under(picture: Image.Image) -> float:
    """The level (1–255) that nearly all of a picture's pixels stay under."""
    counts = picture.convert("L").histogram()
    left = sum(counts) * _HIGH_SHARE
    for level, count in enumerate(counts):
        left -= count
        if left <= 0:
            return float(max(1, level))
    return 255.0
