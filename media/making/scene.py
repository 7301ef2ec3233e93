"""From the luminance of a scene to the planes that are encoded: vignette, mark, colours, grain and fades."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from making.film_file import HEIGHT, RATE, WIDTH, Planes
from making.mark import Mark
from making.picture import Field, Palette, smooth_step

LEVELS = 4096
FADE_IN, FADE_OUT = 0.9, 1.1


@dataclass(frozen=True, slots=True)
class Accent:
    """A spot of another colour: how much of it covers the frame at ``left``, ``top`` (both even), R'G'B' 0 to 255."""

    cover: Field
    left: int
    top: int
    colour: tuple[int, int, int]


class Scene(Protocol):
    """One film's illustration in motion."""

    palette: Palette
    seconds: int

    def luminance(self, t: float) -> Field:
        """The picture ``t`` seconds after the start, (720, 1280), 0 to 1."""

    def accents(self, t: float) -> Sequence[Accent]:
        """What keeps a colour of its own in it."""


def pictures(scene: Scene, rng: np.random.Generator) -> Iterator[Planes]:
    """All pictures of ``scene``, ready to be encoded, 25 a second."""
    mark, colours, grain = Mark(), _Colours(scene.palette), _Grain(rng)
    vignette = _vignette()
    for number in range(scene.seconds * RATE):
        t = number / RATE
        luminance = mark.over(scene.luminance(t).astype(np.float32) * vignette)
        planes = colours.planes(luminance)
        for accent in scene.accents(t):
            planes = _with_accent(planes, accent)
        yield _eight_bits(planes, _fade(t, scene.seconds), grain.picture(number, luminance))


def yuv(rgb: Field) -> Field:
    """R'G'B' 0 to 255 (last axis) as Y'CbCr of BT.709, limited range: 16 to 235 and 16 to 240."""
    red, green, blue = rgb[..., 0] / 255, rgb[..., 1] / 255, rgb[..., 2] / 255
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return np.stack([16 + 219 * luma, 128 + 224 * (blue - luma) / 1.8556, 128 + 224 * (red - luma) / 1.5748], axis=-1)


class _Colours:
    """A palette as tables from luminance to luma and chroma."""

    def __init__(self, palette: Palette) -> None:
        self._table = yuv(palette.rgb(np.linspace(0, 1, LEVELS))).astype(np.float32)

    def planes(self, luminance: Field) -> tuple[Field, Field, Field]:
        fine = np.clip(luminance, 0, 1) * (LEVELS - 1)
        coarse = fine.reshape(HEIGHT // 2, 2, WIDTH // 2, 2).mean(axis=(1, 3)).astype(np.int32)
        return self._table[fine.astype(np.int32), 0], self._table[coarse, 1], self._table[coarse, 2]


class _Grain:
    """Film grain that holds for two frames: half the cost in bits, and still alive."""

    HOLD, STRENGTH = 2, 1.0

    def __init__(self, rng: np.random.Generator) -> None:
        noise = rng.normal(0, 1, (6, HEIGHT, WIDTH)).astype(np.float32)
        soft = noise + np.roll(noise, 1, 1) + np.roll(noise, 1, 2) + np.roll(noise, (1, 1), (1, 2))
        self._fields = soft / soft.std()
        self._shifts = rng.integers(0, (HEIGHT, WIDTH), (4096, 2))
        # Half a step of even noise hides the steps of 8 bits in dark gradients.
        self._dither = rng.uniform(-0.5, 0.5, (HEIGHT, WIDTH)).astype(np.float32)

    def picture(self, number: int, luminance: Field) -> Field:
        """Grain in steps of luma: strongest in the middle tones, as on film."""
        turn = number // self.HOLD
        field = np.roll(self._fields[turn % len(self._fields)], tuple(self._shifts[turn]), (0, 1))
        level = np.clip(luminance, 0, 1)
        return field * (self.STRENGTH * (0.35 + 2.6 * level * (1 - level))) + self._dither


def _vignette() -> Field:
    columns = (np.arange(WIDTH, dtype=np.float32)[None, :] + 0.5) / WIDTH * 2 - 1
    rows = (np.arange(HEIGHT, dtype=np.float32)[:, None] + 0.5) / HEIGHT * 2 - 1
    return (1 - 0.3 * smooth_step(0.35, 1.5, np.hypot(columns, rows))).astype(np.float32)


def _fade(t: float, seconds: float) -> float:
    """How much of the picture is there. The first frame is dim, not black: something is seen at once."""
    opening = 0.2 + 0.8 * float(smooth_step(0, FADE_IN, t))
    return opening * float(smooth_step(0, FADE_OUT, seconds - 1 / RATE - t))


def _with_accent(planes: tuple[Field, Field, Field], accent: Accent) -> tuple[Field, Field, Field]:
    height, width = accent.cover.shape
    target = yuv(np.array(accent.colour, float))
    luma = planes[0][accent.top : accent.top + height, accent.left : accent.left + width]
    luma += (target[0] - luma) * accent.cover
    coarse = accent.cover.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))
    for plane, value in zip(planes[1:], target[1:], strict=True):
        part = plane[accent.top // 2 : (accent.top + height) // 2, accent.left // 2 : (accent.left + width) // 2]
        part += (value - part) * coarse
    return planes


def _eight_bits(planes: tuple[Field, Field, Field], fade: float, grain: Field) -> Planes:
    luma = 16 + (planes[0] - 16) * fade + grain * min(1.0, 0.3 + fade)
    speckle = (grain[::2, ::2] * 0.45, grain[1::2, 1::2] * 0.45)  # or pale colours would come out in patches
    blue, red = (128 + (plane - 128) * fade + noise for plane, noise in zip(planes[1:], speckle, strict=True))
    return (
        (luma + 0.5).clip(16, 235).astype(np.uint8),
        (blue + 0.5).clip(16, 240).astype(np.uint8),
        (red + 0.5).clip(16, 240).astype(np.uint8),
    )
