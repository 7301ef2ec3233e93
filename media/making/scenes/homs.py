"""Return to Homs: a street of ruins, shafts of light, dust."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from making.camera import View, layer
from making.film_file import HEIGHT, WIDTH
from making.living_light import Haze, Motes
from making.picture import (
    STILL_HEIGHT,
    STILL_WIDTH,
    Field,
    Palette,
    as_field,
    as_image,
    blurred,
    smooth_step,
    still_grid,
)
from making.scene import Accent

PALETTE = Palette((14, 11, 9), (128, 92, 58), (244, 222, 184))
VANISHING = (1080, 640)
SHAFTS = ((0.15, 0.05), (0.32, 0.03), (0.45, 0.07))  # where each meets the upper edge, and its width, in widths


@dataclass(frozen=True, slots=True)
class Facades:
    """The houses of one depth, 0 (far) to 1 (near): their cover of the picture and their luminance."""

    cover: Image.Image
    luminance: float
    depth: float


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
    picture = as_image(_sky(columns, rows))
    for facades in street.facades:
        cover = as_field(facades.cover)
        picture = as_image(as_field(picture) * (1 - cover) + cover * facades.luminance)
    pieces = Image.new("L", (STILL_WIDTH, STILL_HEIGHT), 0)
    pen = ImageDraw.Draw(pieces)
    for piece in street.rubble:
        pen.polygon([tuple(corner) for corner in piece.corners], fill=piece.grey)
    ground, grey = as_field(picture), as_field(pieces)
    luminance = np.where(grey > 0, ground * 0.35 + grey * 0.22, ground)
    light = sum(_shaft(columns, rows, place, width) for place, width in SHAFTS)
    return luminance * 0.85 + light * (1 - rows / STILL_HEIGHT * 0.6)


def _sky(columns: Field, rows: Field) -> Field:
    return 0.75 - 0.55 * np.abs((columns - VANISHING[0]) / 1400) - 0.25 * (rows / STILL_HEIGHT)


def _shaft(columns: Field, rows: Field, place: float, width: float) -> Field:
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
    shade = int(175 - depth * 6 * 24) / 255 * 0.75
    return Facades(blurred(cover, 1.2 + (6 - depth * 6) * 0.35), shade, depth)


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


def _in_mist(facades: Facades) -> Image.Image:
    """The houses' cover, gone toward their feet: dust lies on the ground, and no wall ends in a straight line."""
    _, rows = still_grid()
    foot = 640 + facades.depth * 480
    return layer(as_field(facades.cover) * (1 - smooth_step(foot - 60 - 260 * facades.depth, foot - 6, rows)))


class HomsScene:
    """A slow walk up the street; the shafts of light wander, and dust drifts through them."""

    palette, seconds = PALETTE, 24
    _FINE = 4  # rubble is drawn four times larger and reduced, or its edges would creep

    def __init__(self, street: Street, rng: np.random.Generator) -> None:
        self._facades = [(_in_mist(each), each.luminance, each.depth) for each in street.facades]
        self._rubble = street.rubble
        self._haze = Haze(rng)
        self._motes = Motes(110, rng, drift=(7, -4))
        self._near_motes = Motes(9, rng, drift=(14, -7), radius=(5, 11))

    def luminance(self, t: float) -> Field:
        walk = t / self.seconds
        far = self._view(0, walk)
        columns, rows = far.grid()
        picture = _sky(columns, rows).astype(np.float32)
        for facades, shade, depth in self._facades:
            cover = self._view(depth, walk).frame(facades)
            picture += (shade - picture) * cover
        picture = self._with_rubble(picture, walk)
        return self._with_light(picture * 0.85, columns, rows, t)

    def accents(self, t: float) -> Sequence[Accent]:  # noqa: ARG002
        return ()

    def _view(self, depth: float, walk: float) -> View:
        near = 0.10 + 0.90 * depth**1.5
        return View.about(VANISHING, 1.03 + 0.30 * near * walk, ((walk - 0.5) * 34 * near, 0))

    def _with_rubble(self, picture: Field, walk: float) -> Field:
        view, fine = self._view(0, walk), self._FINE
        horizon = int(view.point(0, 670)[1])
        size = (WIDTH * fine, (HEIGHT - horizon) * fine)
        cover, grey = Image.new("L", size, 0), Image.new("L", size, 0)
        cover_pen, grey_pen = ImageDraw.Draw(cover), ImageDraw.Draw(grey)
        for piece in self._rubble:
            corners = [tuple(each) for each in (self._walked(piece.corners, walk, view) - (0, horizon)) * fine]
            cover_pen.polygon(corners, fill=255)
            grey_pen.polygon(corners, fill=piece.grey)
        hidden = np.asarray(cover.reduce(fine), np.float32) / 255
        light = np.asarray(grey.reduce(fine), np.float32) / 255
        picture[horizon:] = picture[horizon:] * (1 - 0.65 * hidden) + 0.22 * light
        return picture

    @staticmethod
    def _walked(corners: Field, walk: float, view: View) -> Field:
        """Where a piece has come to in the frame: on flat ground, what is nearer grows faster."""
        nearness = float(corners[:, 1].mean() - VANISHING[1]) / (STILL_HEIGHT - VANISHING[1])
        grown = np.array(VANISHING) + (corners - VANISHING) / (1 - 0.22 * walk * max(0.0, nearness))
        return (grown - (view.left, view.top)) * view.scale

    def _with_light(self, picture: Field, columns: Field, rows: Field, t: float) -> Field:
        light = np.zeros_like(picture)
        for number, (place, width) in enumerate(SHAFTS):
            wander = 0.022 * np.sin(0.21 * t + 1.9 * number) + 0.0022 * t
            breath = 1 + 0.28 * np.sin(0.37 * t + 2.3 * number)
            light += _shaft(columns, rows, place + wander, width * (1 + 0.12 * np.sin(0.29 * t + number))) * breath
        smoke = self._haze.frame(t * 1.7, t * -0.9, 90, 60)
        low_dust = (self._haze.frame(80 + t * 2.6, 40 + t * 0.3, 150, 34) - 0.45) * smooth_step(380, 820, rows)
        beam = light * (0.55 + 0.9 * smoke) * (1 - rows / STILL_HEIGHT * 0.6)
        picture = picture + (1.12 * beam + 0.13 * low_dust).astype(np.float32)
        self._motes.add_to(picture, beam, t, 1.2)
        self._near_motes.add_to(picture, beam, t, 0.6)
        return picture
