"""The street of ruins of Return to Homs: its houses, its rubble, and the still they make."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from making.picture import (
    STILL_HEIGHT,
    STILL_WIDTH,
    Field,
    Palette,
    as_field,
    as_image,
    blurred,
    still_grid,
)

PALETTE = Palette((14, 11, 9), (128, 92, 58), (244, 222, 184))
VANISHING = (1080, 640)
SHAFTS = ((0.15, 0.05), (0.32, 0.03), (0.45, 0.07))  # where each meets the upper edge, and its width, in widths


@dataclass(frozen=True, slots=True)
class Facades:
    """The houses of one depth, 0 (far) to 1 (near): their cover of the picture and their grey, 0 to 255."""

    cover: Image.Image
    grey: int
    depth: float

    @property
    def luminance(self) -> float:
        return self.grey / 255 * 0.75


@dataclass(frozen=True, slots=True)
class Rubble:
    """One piece: its corners in the still's pixels, (5, 2), and its grey, 0 to 255."""

    corners: Field
    grey: int


@dataclass(frozen=True, slots=True)
class Street:
    facades: Sequence[Facades]
    rubble: Sequence[Rubble]


def draw(rng: np.random.Generator) -> Street:
    return Street([_facades(step / 6, rng) for step in range(7)], [_rubble(rng) for _ in range(900)])


def still(street: Street) -> Field:
    columns, rows = still_grid()
    picture = as_image(sky(columns, rows))
    for facades in street.facades:
        cover = as_field(facades.cover)
        picture = as_image(as_field(picture) * (1 - cover) + cover * (facades.grey / 255) * 0.75)
    pieces = Image.new("L", (STILL_WIDTH, STILL_HEIGHT), 0)
    pen = ImageDraw.Draw(pieces)
    for piece in street.rubble:
        pen.polygon([tuple(corner) for corner in piece.corners], fill=piece.grey)
    ground, grey = as_field(picture), as_field(pieces)
    luminance = np.where(grey > 0, ground * 0.35 + grey * 0.22, ground)
    light = sum(shaft(columns, rows, place, width) for place, width in SHAFTS)
    return luminance * 0.85 + light * (1 - rows / STILL_HEIGHT * 0.6)


def sky(columns: Field, rows: Field) -> Field:
    """The hazy sky, brightest above the end of the street."""
    return 0.75 - 0.55 * np.abs((columns - VANISHING[0]) / 1400) - 0.25 * (rows / STILL_HEIGHT)


def shaft(columns: Field, rows: Field, place: float, width: float) -> Field:
    """A shaft of light that meets the upper edge at ``place``, both in widths of the picture."""
    across = columns / STILL_WIDTH - 0.30 * rows / STILL_HEIGHT - place
    return np.exp(-((across / width) ** 2)) * 0.22


def _facades(depth: float, rng: np.random.Generator) -> Facades:
    cover = Image.new("L", (STILL_WIDTH, STILL_HEIGHT), 0)
    pen = ImageDraw.Draw(cover)
    for side in (-1, 1):
        edge = VANISHING[0] + side * (120 + depth * 6 * 180)
        for _ in range(3):
            width = rng.integers(120, 230) * (0.5 + depth)
            roof = 500 - depth * 430 - rng.integers(0, 120) * (0.4 + depth)
            _house(pen, edge, side, width, roof, depth, rng)
            edge += side * width * 1.02
    grey = round(175 - depth * 6 * 24)
    return Facades(blurred(cover, 1.2 + (6 - depth * 6) * 0.35), grey, depth)


def _house(
    pen: ImageDraw.ImageDraw,
    edge: float,
    side: int,
    width: float,
    roof: float,
    depth: float,
    rng: np.random.Generator,
) -> None:
    foot, steps = 640 + depth * 480, 9
    outline = [(edge, foot)]
    for step in range(steps + 1):
        broken = rng.integers(0, 60) * (0.3 + depth) * (1 if rng.random() < 0.6 else 2.2)
        outline.append((edge + side * width * step / steps, roof + broken))
    pen.polygon([*outline, (edge + side * width, foot)], fill=255)
    for storey in range(5):
        for column in range(3):
            if rng.random() < 0.6:
                x = edge + side * width * (column + 0.3) / 3.2
                y = roof + 90 * (0.4 + depth) + storey * 95 * (0.35 + depth)
                other = x + side * width * 0.14
                pen.rectangle((min(x, other), y, max(x, other), y + 44 * (0.4 + depth)), fill=60)


def _rubble(rng: np.random.Generator) -> Rubble:
    row = rng.integers(690, 1080)
    size = (row - 640) / 440 * 34 + 3
    column = rng.integers(0, STILL_WIDTH)
    corners = [(column + rng.normal(0, size), row + rng.normal(0, size * 0.4)) for _ in range(5)]
    return Rubble(np.array(corners), int(rng.integers(40, 200)))
