"""Still Recording: the roofs of a town in a viewfinder."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from making.camera import View, layer
from making.film_file import HEIGHT, RATE, WIDTH
from making.living_light import Haze, darken_bird
from making.mark import FONTS
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

PALETTE = Palette((9, 11, 15), (84, 94, 110), (228, 232, 236))
ROWS = ((560, 110), (700, 70), (860, 34))  # roof line and grey of each row of houses, from far to near
CORNERS = ((700, 200, 1, 1), (1740, 200, -1, 1), (700, 880, 1, -1), (1740, 880, -1, -1))
RED, LAMP = (214, 64, 54), (236, 184, 116)


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
    picture = as_image(_sky(rows))
    for houses, (_, grey) in zip(town, ROWS, strict=True):
        _build(ImageDraw.Draw(picture), houses, grey)
    picture = blurred(picture, 2.4)
    pen = ImageDraw.Draw(picture)
    for x, y, right, down in CORNERS:
        pen.line((x, y, x + 90 * right, y), fill=245, width=5)
        pen.line((x, y, x, y + 90 * down), fill=245, width=5)
    pen.line((1190, 540, 1250, 540), fill=235, width=3)
    pen.line((1220, 510, 1220, 570), fill=235, width=3)
    return as_field(picture)


def _sky(rows: Field) -> Field:
    return 0.62 - 0.35 * rows / STILL_HEIGHT


def _build(pen: ImageDraw.ImageDraw, houses: Sequence[House], grey: int, cover: bool = False) -> None:
    """Draw a row of houses in their greys, or all in white where only their ``cover`` is wanted."""
    for house in houses:
        pen.rectangle(
            (house.left, house.roof, house.left + house.width, STILL_HEIGHT), fill=255 if cover else house.grey
        )
        if house.mast is not None:
            x, roof, shade = house.left + house.width // 2, house.roof, 255 if cover else grey
            pen.line((x, roof, x, roof - house.mast), fill=shade, width=3)
            pen.ellipse((x - 22, roof - 26, x + 10, roof - 4), outline=shade, width=4)


class RecordingScene:
    """A hand-held camera finds its focus and keeps running; pigeons turn above the roofs."""

    palette, seconds = PALETTE, 20
    _LEFT, _TOP, _RIGHT, _BOTTOM = 410, 118, 1190, 602  # the viewfinder's frame, in pixels of the picture

    def __init__(self, town: Sequence[Sequence[House]], rng: np.random.Generator) -> None:
        self._rows = [self._layers(houses, grey) for houses, (_, grey) in zip(town, ROWS, strict=True)]
        self._haze = Haze(rng, slope=1.8)
        self._pigeons = rng.uniform((-0.5, -26, -34, 0), (0.5, 26, 34, 6.3), (23, 4))
        self._windows = self._lit_windows(town, rng)
        self._frame = self._viewfinder()
        self._font = ImageFont.truetype(FONTS / "IBMPlexSansArabic_500Medium.ttf", 19)

    @staticmethod
    def _layers(houses: Sequence[House], grey: int) -> list[tuple[Field, Field]]:
        """Cover and light of a row of houses, in focus and out of focus."""
        cover = Image.new("L", (STILL_WIDTH, STILL_HEIGHT), 0)
        light = Image.new("L", (STILL_WIDTH, STILL_HEIGHT), 0)
        _build(ImageDraw.Draw(cover), houses, grey, cover=True)
        _build(ImageDraw.Draw(light), houses, grey)
        return [
            (as_field(blurred(cover, radius)).astype(np.float32), as_field(blurred(light, radius)).astype(np.float32))
            for radius in (1.6, 11)
        ]

    def luminance(self, t: float) -> Field:
        far = self._view(t, 0.5)
        _, rows = far.grid()
        smoke = self._haze.frame(12 + 0.9 * t, 60 - 0.4 * t, 110, 62)
        picture = np.broadcast_to(_sky(rows), (HEIGHT, WIDTH)).astype(np.float32)
        picture = picture * (0.9 + 0.2 * smoke)
        for number, ((sharp, soft), hand) in enumerate(zip(self._rows, (0.6, 0.85, 1.15), strict=True)):
            blur = self._blur(t, number)
            cover, light = (a + (b - a) * np.float32(blur) for a, b in zip(sharp, soft, strict=True))
            view = self._view(t, hand)
            picture = picture * (1 - view.frame(layer(cover))) + view.frame(layer(light))
            if number == 0:
                picture += 0.10 * (smoke - 0.35) * smooth_step(250, 640, rows) * (1 - smooth_step(640, 900, rows))
                self._draw_pigeons(picture, far, t)
        return picture + (0.93 - picture) * self._frame * 0.9

    def accents(self, t: float) -> Sequence[Accent]:
        """The red dot, on for most of each second, and the running time code beside it."""
        shine = float(smooth_step(0, 0.12, t % 1.0) * (1 - smooth_step(0.62, 0.74, t % 1.0)))
        dot = Image.new("L", (160, 160), 0)
        ImageDraw.Draw(dot).ellipse((36, 36, 124, 124), fill=255)
        cover = np.asarray(dot.reduce(8), np.float32) / 255 * (0.15 + 0.8 * shine)
        top, left = self._TOP + 22, self._LEFT + 24
        return (
            *self._window_lights(t),
            Accent(cover, left, top, RED),
            Accent(self._words("REC", 60), left + 26, top - 4, (236, 238, 240)),
            Accent(self._words(self._time_code(t), 140), self._RIGHT - 162, top - 4, (236, 238, 240)),
        )

    @staticmethod
    def _lit_windows(town: Sequence[Sequence[House]], rng: np.random.Generator) -> Sequence[tuple[float, float, float]]:
        """Windows of the nearest houses as column, row and the second in which their light goes on."""
        windows = []
        for house in town[2]:
            for _ in range(int(rng.integers(0, 3))):
                column = house.left + rng.uniform(0.22, 0.78) * house.width
                row = house.roof + 34 + 46 * int(rng.integers(0, 4))
                windows.append((float(column), float(row), float(rng.uniform(3.5, 17))))
        return windows

    def _window_lights(self, t: float) -> Sequence[Accent]:
        """Lamps behind windows, one after another as it gets dark; out of focus they become discs."""
        view, blur = self._view(t, 1.15), self._blur(t, 2)
        lights = []
        for column, row, lit in self._windows:
            x, y = view.point(column, row)
            left, top = int(x) // 2 * 2 - 16, int(y) // 2 * 2 - 16
            strength = float(smooth_step(0, 0.5, t - lit)) * (0.62 - 0.34 * blur)
            if strength > 0 and 0 <= left <= WIDTH - 32 and 0 <= top <= HEIGHT - 32:
                across = np.arange(32)[None, :] + 0.5 - (x - left)
                down = np.arange(32)[:, None] + 0.5 - (y - top)
                square = np.maximum(np.abs(across) - 4, np.abs(down) - 5.5)
                edge = square + (np.hypot(across, down) - 11 - square) * blur
                lights.append(Accent(strength * (1 - smooth_step(-1.2, 1.2, edge)), left, top, LAMP))
        return lights

    def _words(self, words: str, width: int) -> Field:
        image = Image.new("L", (width, 28), 0)
        pen, x = ImageDraw.Draw(image), 0
        for letter in words:  # each in a cell of its own, so that the running digits stand still
            cell = 6 if letter == ":" else 12.5
            pen.text((x + cell / 2, 21), letter, 255, self._font, anchor="ms")
            x += cell
        return np.asarray(image, np.float32) / 255 * 0.9

    @staticmethod
    def _time_code(t: float) -> str:
        frames = round(t * RATE)
        return f"00:04:{37 + frames // RATE:02}:{frames % RATE:02}"

    @staticmethod
    def _view(t: float, hand: float) -> View:
        """The unrest of a hand: slow sways over one another, stronger for what is near."""
        x = 13 * np.sin(0.61 * t) + 7 * np.sin(1.37 * t + 1) + 2.2 * np.sin(3.1 * t + 2)
        y = 8 * np.sin(0.53 * t + 2) + 5 * np.sin(1.13 * t) + 1.8 * np.sin(3.7 * t + 1)
        pan = 30 * (t / 20 - 0.5)
        return View.about((1220, 620), 1.09 + 0.03 * hand * t / 20, ((x + pan) * hand, y * hand))

    @staticmethod
    def _blur(t: float, row: int) -> float:
        """How far out of focus a row of houses is: all at first, later only the nearest."""
        hunting = 1 - smooth_step(0.6, 2.6, t) + 0.35 * np.exp(-(((t - 3.2) / 0.35) ** 2))
        return float(np.clip(hunting + (0.75 * smooth_step(9.0, 11.0, t) if row == 2 else 0), 0, 1))

    def _draw_pigeons(self, picture: Field, view: View, t: float) -> None:
        for along, aside, above, phase in self._pigeons:
            angle = 0.42 * t + along
            near = 1 + 0.35 * np.sin(angle)
            x, y = view.point(1010 + 420 * np.cos(angle) + aside * near * 2, 300 + 74 * np.sin(angle) + above * near)
            darken_bird(picture, x, y, 12 * near, float(np.sin(19 * t + phase)), 0.62 * (1 - 0.65 * self._blur(t, 0)))

    def _viewfinder(self) -> Field:
        image = Image.new("L", (WIDTH * 4, HEIGHT * 4), 0)
        pen = ImageDraw.Draw(image)
        for x, right in ((self._LEFT, 1), (self._RIGHT, -1)):
            for y, down in ((self._TOP, 1), (self._BOTTOM, -1)):
                pen.line([(4 * (x + 56 * right), 4 * y), (4 * x, 4 * y), (4 * x, 4 * (y + 56 * down))], 255, 10)
        x, y = (self._LEFT + self._RIGHT) * 2, (self._TOP + self._BOTTOM) * 2
        pen.line((x - 72, y, x + 72, y), 235, 7)
        pen.line((x, y - 72, x, y + 72), 235, 7)
        return np.asarray(image.reduce(4), np.float32) / 255
