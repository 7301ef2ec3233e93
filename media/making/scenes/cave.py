"""The Cave: a passage under the ground, and the light at its end."""

from collections.abc import Sequence

import numpy as np

from making.camera import View
from making.film_file import HEIGHT, WIDTH
from making.living_light import Haze, Motes
from making.picture import Field, Palette, smooth_step, still_grid
from making.scene import Accent

PALETTE = Palette((6, 11, 12), (38, 96, 98), (222, 240, 226))
LAMP = (1150, 560)
RING, GROWTH = 120, 1.32  # the innermost ring of rock, and how much larger the next one is


def still() -> Field:
    columns, rows = still_grid()
    radius = np.hypot((columns - LAMP[0]) / 1.25, rows - LAMP[1])
    angle = np.arctan2(rows - LAMP[1], columns - LAMP[0])
    rough = radius + 14 * np.sin(angle * 7) + 10 * np.sin(angle * 13 + 2) + 6 * np.sin(angle * 29)
    luminance = 0.9 * np.exp(-((rough / 170) ** 2)) + 0.35 * np.exp(-((rough / 420) ** 2))
    for step in range(10):
        ring = RING * GROWTH**step
        luminance += 0.10 * np.exp(-(((rough - ring) / (8 + ring * 0.02)) ** 2)) / (1 + step * 0.25)
    return luminance * (1 - 0.35 * ((rows > 760) * np.clip((rows - 760) / 320, 0, 1)))


class CaveScene:
    """We walk toward the light: rings of rock pass by, the lamp pulses, once it all trembles."""

    palette, seconds = PALETTE, 18
    _TREMOR = 8.1

    def __init__(self, rng: np.random.Generator) -> None:
        self._rock = Haze(rng, slope=1.25).field
        self._air = Haze(rng, slope=1.8)
        self._motes = Motes(90, rng, drift=(1, 5))
        self._falling = Motes(70, rng, drift=(2, 70), radius=(0.8, 1.8))

    def luminance(self, t: float) -> Field:
        tremor = self._tremor(t)
        shake = 5 * tremor * np.array((np.sin(31 * t), np.sin(37 * t + 1)))
        step = np.array((9 * np.sin(0.8 * t), 5 * np.sin(1.6 * t)))
        view = View.about(LAMP, 1.06 + 0.16 * t / self.seconds, tuple(step + shake))
        columns, rows = view.grid()
        radius = np.hypot((columns - LAMP[0]) / 1.25, rows - LAMP[1])
        angle = np.arctan2(rows - LAMP[1], columns - LAMP[0])
        rock = self._wall(radius, angle, t)
        glow = self._glow(self._rough(radius, angle, t) + 46 * (rock - 0.5), t)
        smoke = self._air.frame(1.1 * t, 30 - 0.7 * t, 100, 56)
        lamp = self._lamp(t) * (1 - 0.42 * tremor)
        floor = 1 - 0.35 * np.clip((rows - 760) / 320, 0, 1)
        shade = 1 + (rock - 0.5) * 1.5 * smooth_step(110, 260, radius)
        picture = glow * lamp * shade * floor * (0.86 + 0.28 * smoke)
        picture = self._with_figures(picture.astype(np.float32), view, t)
        lit = np.minimum(0.2 + glow, 0.6)
        self._motes.add_to(picture, lit, t, 0.24)
        self._falling.add_to(picture, lit, t, 0.5 * float(self._dust(t)))
        return picture

    def accents(self, t: float) -> Sequence[Accent]:  # noqa: ARG002
        return ()

    def _tremor(self, t: float) -> float:
        """One shock far above: 0 to 1, gone after two seconds."""
        since = t - self._TREMOR
        return float(np.exp(-since / 0.55) * smooth_step(0, 0.16, since)) if since > 0 else 0.0

    def _dust(self, t: float) -> Field:
        return smooth_step(self._TREMOR, self._TREMOR + 0.5, t) * (1 - smooth_step(self._TREMOR + 1.5, 14, t))

    @staticmethod
    def _lamp(t: float) -> float:
        """A lamp on a generator: a slow pulse, never a flash."""
        return 0.93 + 0.07 * np.sin(2 * np.pi * 0.42 * t) + 0.025 * np.sin(2 * np.pi * 1.1 * t + 1)

    @staticmethod
    def _rough(radius: Field, angle: Field, t: float) -> Field:
        edge = 14 * np.sin(angle * 7 + 0.05 * t) + 10 * np.sin(angle * 13 + 2 - 0.07 * t) + 6 * np.sin(angle * 29)
        return radius + edge * smooth_step(-20, 160, radius)

    @staticmethod
    def _glow(rough: Field, t: float) -> Field:
        """Light by distance from the lamp, read from a table; the rings in it grow as we walk."""
        distance = np.arange(0, 2000, 0.5)
        light = 0.86 * np.exp(-((distance / 145) ** 2)) + 0.37 * np.exp(-((distance / 420) ** 2))
        walked = 0.16 * t
        for number in range(-1 - int(walked), 11 - int(walked)):
            step = number + walked
            ring = RING * GROWTH**step
            presence = float(smooth_step(-1, 0.5, step))
            light += (
                0.10 * presence * np.exp(-(((distance - ring) / (8 + ring * 0.03)) ** 2)) / (1 + max(0, step) * 0.25)
            )
        return light.astype(np.float32)[np.clip(rough * 2, 0, len(light) - 1).astype(np.int32)]

    def _wall(self, radius: Field, angle: Field, t: float) -> Field:
        """Rock on the walls of the passage, (720, 1280): noise wrapped around it, nearer as we walk."""
        size = Haze.SIZE
        around = (angle / (2 * np.pi) * size * 2) % size
        along = (np.log(np.maximum(radius, 4)) / np.log(GROWTH) * 17 - 17 * 0.16 * t) % size
        return _bilinear(self._rock, around, along)

    @staticmethod
    def _with_figures(picture: Field, view: View, t: float) -> Field:
        """Someone who stands in the light and waits, and from the tenth second someone who comes."""
        columns, rows = view.grid()
        for x, foot, tall, presence in (
            (1124, 668, 132, 1.0),
            (1204 - 2.4 * max(0.0, t - 10), 658, 112, float(smooth_step(10, 13, t))),
        ):
            sway = 1.2 * np.sin(0.7 * t + x)
            picture = picture * (1 - 0.80 * presence * _standing(columns - x - sway, rows - foot, tall))
        return picture


def _standing(x: Field, y: Field, tall: float) -> Field:
    """Cover of a standing figure with its feet at the origin, soft as it is against the light, and lost at the feet."""
    head = np.hypot(x * 1.1, y + tall * 0.915) - tall * 0.075
    height = np.clip(-y / tall, 0, 0.8)
    half_width = tall * (0.145 - 0.05 * height) * np.sqrt(np.clip((0.83 - height) / 0.12, 0.0, 1))
    coat = np.maximum(np.abs(x) - half_width, np.maximum(y, -y - tall * 0.83))
    neck = np.maximum(np.abs(x) - tall * 0.035, np.abs(y + tall * 0.83) - tall * 0.05)
    cover = 1 - smooth_step(-4, 4, np.minimum(np.minimum(head, coat), neck))
    return cover * smooth_step(-0.02, 0.30, -y / tall)


def _bilinear(noise: Field, columns: Field, rows: Field) -> Field:
    size = len(noise)
    left, top = columns.astype(np.int32), rows.astype(np.int32)
    right, bottom = (left + 1) % size, (top + 1) % size
    across, down = (columns - left).astype(np.float32), (rows - top).astype(np.float32)
    upper = noise[top % size, left % size] * (1 - across) + noise[top % size, right] * across
    lower = noise[bottom, left % size] * (1 - across) + noise[bottom, right] * across
    return (upper * (1 - down) + lower * down).reshape(HEIGHT, WIDTH)
