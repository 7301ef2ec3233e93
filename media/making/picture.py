"""What stills and clips share: the canvas, the palette of a film, and the finish."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

STILL_WIDTH, STILL_HEIGHT = 1920, 1080

Field = NDArray[np.floating]
"""Luminance of a picture, (height, width), 0 (black) to 1 (white) before the palette gives it its colours."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """The three colours of a film, R'G'B' 0 to 255: luminance 0, one half and 1, and straight lines between them."""

    dark: Colour
    middle: Colour
    light: Colour

    def rgb(self, luminance: Field) -> Field:
        """Colours of ``luminance``: the same shape and one axis more, 0 to 255."""
        dark, middle, light = (np.array(colour, float) for colour in (self.dark, self.middle, self.light))
        level = np.clip(luminance, 0, 1)[..., None]
        lower = dark + (middle - dark) * (level * 2)
        upper = middle + (light - middle) * ((level - 0.5) * 2)
        return np.where(level < 0.5, lower, upper)


def still_grid() -> tuple[Field, Field]:
    """Columns and rows of a still's pixels, (1080, 1920) each."""
    rows, columns = np.mgrid[0:STILL_HEIGHT, 0:STILL_WIDTH]
    return columns, rows


def as_field(image: Image.Image) -> Field:
    """A grey image as luminance 0 to 1."""
    return np.asarray(image, float) / 255


def as_image(field: Field) -> Image.Image:
    """Luminance 0 to 1 as a grey image of 8 bits."""
    return Image.fromarray((field.clip(0, 1) * 255).astype(np.uint8))


def blurred(image: Image.Image, radius: float) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(radius))


def finished_still(luminance: Field, palette: Palette, rng: np.random.Generator) -> Image.Image:
    """``luminance`` (1080, 1920) with vignette and film grain, in its colours."""
    columns, rows = still_grid()
    half_width, half_height = STILL_WIDTH / 2, STILL_HEIGHT / 2
    radius = np.hypot((columns - half_width) / half_width, (rows - half_height) / half_height)
    luminance = luminance * (1 - 0.35 * np.clip(radius - 0.3, 0, 1))
    noise = (rng.normal(0, 1, luminance.shape) * 40 + 128).clip(0, 255).astype(np.uint8)
    grain = as_field(blurred(Image.fromarray(noise), 0.8)) - 0.5
    coloured = palette.rgb(luminance + grain * 0.14)
    return Image.fromarray(coloured.clip(0, 255).astype(np.uint8))


def smooth_step(low: float, high: float, value: Field | float) -> Field:
    """0 below ``low``, 1 above ``high``, and an even curve between them."""
    share = np.clip((np.asarray(value) - low) / (high - low), 0, 1)
    return share * share * (3 - 2 * share)
