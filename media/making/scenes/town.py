"""The roofs of Still Recording: three rows of houses, and the still in the viewfinder."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import ImageDraw

from making.picture import STILL_HEIGHT, STILL_WIDTH, Field, Palette, as_field, as_image, blurred, still_grid

PALETTE = Palette((9, 11, 15), (84, 94, 110), (228, 232, 236))
ROWS = ((560, 110), (700, 70), (860, 34))  # roof line and grey of each row of houses, from far to near
CORNERS = ((700, 200, 1, 1), (1740, 200, -1, 1), (700, 880, 1, -1), (1740, 880, -1, -1))


@dataclass(frozen=True, slots=True)
class House:
    """A house from its left edge and roof down; an antenna where one stands on it, as the height of its mast."""

    left: int
    roof: int
    width: int
    grey: int
    mast: int | None


def draw(rng: np.random.Generator) -> Sequence[Sequence[House]]:
    return [_row(roof_line, grey, rng) for roof_line, grey in ROWS]


def _row(roof_line: int, grey: int, rng: np.random.Generator) -> Sequence[House]:
    houses, left = [], -60
    while left < STILL_WIDTH:
        width = int(rng.integers(90, 260))
        roof = roof_line - int(rng.integers(0, 170))
        shade = grey + int(rng.integers(-10, 14))
        mast = int(rng.integers(30, 90)) if rng.random() < 0.5 else None
        houses.append(House(left, roof, width, shade, mast))
        left += width + int(rng.integers(-10, 18))
    return houses


def still(town: Sequence[Sequence[House]]) -> Field:
    _, rows = still_grid()
    picture = as_image(sky(rows))
    for houses, (_, grey) in zip(town, ROWS, strict=True):
        build(ImageDraw.Draw(picture), houses, grey)
    picture = blurred(picture, 2.4)
    pen = ImageDraw.Draw(picture)
    for x, y, right, down in CORNERS:
        pen.line((x, y, x + 90 * right, y), fill=245, width=5)
        pen.line((x, y, x, y + 90 * down), fill=245, width=5)
    pen.line((1190, 540, 1250, 540), fill=235, width=3)
    pen.line((1220, 510, 1220, 570), fill=235, width=3)
    return as_field(picture)


def sky(rows: Field) -> Field:
    """Dusk: paler above, darker toward the roofs."""
    return 0.62 - 0.35 * rows / STILL_HEIGHT


def build(pen: ImageDraw.ImageDraw, houses: Sequence[House], grey: int, cover: bool = False) -> None:
    """Draw a row of houses in their greys, or all in white where only their ``cover`` is wanted."""
    for house in houses:
        pen.rectangle(
            (house.left, house.roof, house.left + house.width, STILL_HEIGHT), fill=255 if cover else house.grey
        )
        if house.mast is not None:
            x, roof, shade = house.left + house.width // 2, house.roof, 255 if cover else grey
            pen.line((x, roof, x, roof - house.mast), fill=shade, width=3)
            pen.ellipse((x - 22, roof - 26, x + 10, roof - 4), outline=shade, width=4)
