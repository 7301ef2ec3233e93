"""Still Recording: the roofs of a town in a viewfinder."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from making.camera import View, layer
from making.film_file import HEIGHT, WIDTH
from making.living_light import Haze, darken_bird
from making.picture import STILL_HEIGHT, STILL_WIDTH, Field, as_field, blurred, smooth_step
from making.scene import Accent
from making.scenes.town import PALETTE, ROWS, House, build, sky
from making.scenes.viewfinder import Viewfinder

LAMP = (236, 184, 116)


class RecordingScene:
    """A hand-held camera finds its focus and keeps running; pigeons turn above the roofs."""

    palette, seconds = PALETTE, 20

    def __init__(self, town: Sequence[Sequence[House]], rng: np.random.Generator) -> None:
        self._rows = [self._layers(houses, grey) for houses, (_, grey) in zip(town, ROWS, strict=True)]
        self._haze = Haze(rng, slope=1.8)
        self._pigeons = rng.uniform((-0.5, -26, -34, 0), (0.5, 26, 34, 6.3), (23, 4))
        self._windows = self._lit_windows(town, rng)
        self._viewfinder = Viewfinder()

    @staticmethod
    def _layers(houses: Sequence[House], grey: int) -> list[tuple[Field, Field]]:
        """Cover and light of a row of houses, in focus and out of focus."""
        cover = Image.new("L", (STILL_WIDTH, STILL_HEIGHT), 0)
        light = Image.new("L", (STILL_WIDTH, STILL_HEIGHT), 0)
        build(ImageDraw.Draw(cover), houses, grey, cover=True)
        build(ImageDraw.Draw(light), houses, grey)
        return [
            (as_field(blurred(cover, radius)).astype(np.float32), as_field(blurred(light, radius)).astype(np.float32))
            for radius in (1.6, 11)
        ]

    def luminance(self, t: float) -> Field:
        far = self._view(t, 0.5)
        _, rows = far.grid()
        smoke = self._haze.frame(12 + 0.9 * t, 60 - 0.4 * t, 110, 62)
        picture: Field = np.broadcast_to(sky(rows), (HEIGHT, WIDTH)).astype(np.float32)
        picture = picture * (0.9 + 0.2 * smoke)
        for number, ((sharp, soft), hand) in enumerate(zip(self._rows, (0.6, 0.85, 1.15), strict=True)):
            blur = self._blur(t, number)
            cover, light = (a + (b - a) * np.float32(blur) for a, b in zip(sharp, soft, strict=True))
            view = self._view(t, hand)
            picture = picture * (1 - view.frame(layer(cover))) + view.frame(layer(light))
            if number == 0:
                picture += 0.10 * (smoke - 0.35) * smooth_step(250, 640, rows) * (1 - smooth_step(640, 900, rows))
                self._draw_pigeons(picture, far, t)
        return picture + (0.93 - picture) * self._viewfinder.lines * 0.9

    def accents(self, t: float) -> Sequence[Accent]:
        return (*self._window_lights(t), *self._viewfinder.readings(t))

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
