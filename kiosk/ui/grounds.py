"""Grounds made of stills, dark enough for words whatever the still, and free of bands."""

import zlib
from collections.abc import Sequence
from typing import Literal

from PIL import Image, ImageChops, ImageFilter

from kiosk.ui.gradients import Stops, linear, radial

Shade = tuple[int, int, int]
TextSide = Literal["left", "right", "bottom"]

# How much of the still is seen, 0–1, from the edge opposite the text (place 0) to the text's edge (place 1). Under
# words it is so little that even a white still leaves a contrast above 7:1.
_BESIDE_TEXT: Sequence[tuple[float, float]] = ((0, 1), (0.3, 0.96), (0.62, 0.14), (0.8, 0.04), (1, 0.02))
_ABOVE_TEXT: Sequence[tuple[float, float]] = ((0, 0.8), (0.2, 1), (0.45, 1), (0.86, 0.12), (1, 0))
_FOOT: Sequence[tuple[float, float]] = ((0, 1), (0.5, 1), (1, 0.42))

_FILM_SHARE, _FILM_HIGH = 0.66, 145.0
_NOTE_SHARE, _NOTE_HIGH = 0.24, 40.0
_HIGH_SHARE = 0.98


def behind_text(still: Image.Image, side: TextSide, ground: Shade) -> Image.Image:
    """A still (RGB) that sinks into the ground towards the text's side; ``bottom`` is for the tall layout."""
    if side == "bottom":
        seen = linear(still.size, "bottom", _scaled(_ABOVE_TEXT, 255), grain=3)
    else:
        most = 255 * _share(still, _FILM_SHARE, _FILM_HIGH)
        across = linear(still.size, side, _scaled(_BESIDE_TEXT, most), grain=3)
        seen = ImageChops.multiply(across, linear(still.size, "bottom", _scaled(_FOOT, 255), grain=3))
    return Image.composite(still, Image.new("RGB", still.size, ground), seen)


def blurred(still: Image.Image, ground: Shade) -> Image.Image:
    """A still so soft and dark that only its colours are left: the ground of the content note."""
    width, height = still.size
    small = still.resize((max(1, width // 12), max(1, height // 12)), Image.Resampling.BOX)
    soft = small.filter(ImageFilter.GaussianBlur(max(2, min(small.size) * 0.06)))
    smooth = soft.resize(still.size, Image.Resampling.BICUBIC)
    most = 255 * _share(soft, _NOTE_SHARE, _NOTE_HIGH)
    # Five times darker means that a level of the picture is five of the mask: so much chance hides the steps.
    across = linear(still.size, "bottom", _scaled(((0, 0.8), (0.45, 1), (1, 0.55)), most), grain=8)
    return Image.composite(smooth, Image.new("RGB", still.size, ground), across)


def plain(name: str, size: tuple[int, int], ground: Shade) -> Image.Image:
    """A quiet tone for a film without a still: always the same one for the same name."""
    number = zlib.crc32(name.encode())
    hue, place = number % 256, 0.25 + (number >> 8) % 128 / 255
    tone = Image.new("HSV", (1, 1), (hue, 92, 74)).convert("RGB").resize(size)
    light: Stops = ((0, 235), (0.55, 120), (1, 60))
    return Image.composite(tone, Image.new("RGB", size, ground), radial(size, light, (place, 0.2)))


def _scaled(stops: Sequence[tuple[float, float]], most: float) -> Stops:
    return tuple((place, share * most) for place, share in stops)


def _share(still: Image.Image, usual: float, highest: float) -> float:
    """How much of a still may be seen: the usual, less for a bright one, so that its lights stay under ``highest``."""
    return min(usual, highest / _high(still))


def _high(still: Image.Image) -> float:
    """The level (1–255) that nearly all of a still stays under."""
    counts = still.resize((64, 64), Image.Resampling.BOX).convert("L").histogram()
    left = sum(counts) * _HIGH_SHARE
    for level, count in enumerate(counts):
        left -= count
        if left <= 0:
            return float(max(1, level))
    return 255.0
