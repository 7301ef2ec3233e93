"""For Sama: the window of a room, a curtain, light on the floor."""

from collections.abc import Sequence

import numpy as np

from making.camera import View
from making.living_light import Haze, Motes
from making.picture import Field, Palette, as_field, as_image, blurred, smooth_step, still_grid
from making.scene import Accent

PALETTE = Palette((20, 9, 12), (150, 78, 72), (252, 226, 206))
PANES = ((820, 1130), (1180, 1490))
TOP, SILL, FLOOR = 120, 760, 780


def still() -> Field:
    columns, rows = still_grid()
    luminance = np.full(rows.shape, 0.14)
    for left, right in PANES:
        inside = (columns > left) & (columns < right) & (rows > TOP) & (rows < SILL)
        luminance = np.where(inside, 0.86 - 0.25 * (rows - TOP) / 640, luminance)
    luminance = as_field(blurred(as_image(luminance), 10))
    folds = 0.5 + 0.5 * np.sin(columns * 0.055 + np.sin(rows * 0.006) * 2)
    curtain = np.clip((columns - 760) / 200, 0, 1) * np.clip((1000 - columns) / 260, 0, 1)
    luminance = luminance * (1 - 0.55 * curtain * folds)
    floor = np.clip((rows - FLOOR) / 300, 0, 1)
    fall = columns - 900 - (rows - FLOOR) * 0.9
    for offset in (120, 520):
        luminance += floor * 0.34 * np.exp(-(((fall - offset) / 170) ** 2))
    return luminance


class SamaScene:
    """Morning comes into the room: the curtain breathes, leaves stir before the window, dust turns in the light."""

    palette, seconds = PALETTE, 20

    def __init__(self, rng: np.random.Generator) -> None:
        self._leaves = Haze(rng, slope=1.3)
        self._wall = Haze(rng, slope=1.7)
        self._motes = Motes(120, rng, drift=(3, 2.5), radius=(0.9, 2.6))
        self._near_motes = Motes(8, rng, drift=(5, 3), radius=(5, 10))

    def luminance(self, t: float) -> Field:
        share = t / self.seconds
        view = View.about(
            (1160, 520), 1.20 - 0.15 * float(smooth_step(-0.25, 1.25, share)), (64 + 16 * (share - 0.5), -6)
        )
        columns, rows = view.grid()
        day = 0.80 + 0.20 * float(smooth_step(0, 9, t)) + 0.05 * np.sin(0.5 * t) + 0.03 * np.sin(1.1 * t + 1)
        leaves = self._leaf_shadow(t)
        window = self._panes(columns, rows) * (0.80 - 0.25 * (rows - TOP) / 640) * day * (1 - 0.34 * leaves)
        curtain = self._curtain(columns, rows, t)
        spill = 0.16 * np.exp(-(((columns - 1155) / 560) ** 2) - ((rows - 470) / 420) ** 2) * day
        wall = 0.115 + 0.035 * (self._wall.frame(20, 30, 150, 84) - 0.5) + spill
        fallen = self._fallen_light(columns, rows, t) * day * (1 - 0.45 * leaves)
        picture = wall + window * (1 - curtain) + fallen
        lit = np.clip(spill * 3 + window * 0.35 + fallen, 0, 1)
        self._motes.add_to(picture, lit, t, 0.34)
        self._near_motes.add_to(picture, lit, t, 0.35)
        return picture

    def accents(self, t: float) -> Sequence[Accent]:  # noqa: ARG002
        return ()

    @staticmethod
    def _panes(columns: Field, rows: Field) -> Field:
        """How much of a pane is at a point, with the soft edges of a bright window."""
        upright = smooth_step(-14, 14, rows - TOP) * (1 - smooth_step(-14, 14, rows - SILL))
        cross = 1 - 0.55 * np.exp(-(((rows - 385) / 9) ** 2))
        across = sum(
            smooth_step(-13, 13, columns - left) * (1 - smooth_step(-13, 13, columns - right)) for left, right in PANES
        )
        return upright * cross * across

    @staticmethod
    def _curtain(columns: Field, rows: Field, t: float) -> Field:
        """How much light the curtain keeps back: folds that run down it, and a hem that the wind lifts."""
        down = np.clip((rows - TOP + 40) / 700, 0, 1)
        wind = 0.55 + 0.45 * np.sin(0.62 * t) + 0.2 * np.sin(1.27 * t + 2)
        sway = down**1.6 * (58 * wind + 12 * np.sin(1.9 * t - rows * 0.008))
        hem = 985 + sway + 20 * np.sin(rows * 0.006 + 0.7 * t)
        cloth = smooth_step(700, 800, columns) * (1 - smooth_step(-34, 26, columns - hem))
        drawn = columns - sway * np.clip((columns - 760) / 240, 0, 1.2)
        folds = 0.5 + 0.5 * np.sin(drawn * 0.055 + 2 * np.sin(rows * 0.006 + 0.25 * t) + 0.35 * np.sin(0.8 * t))
        return cloth * (0.30 + 0.42 * folds)

    def _leaf_shadow(self, t: float) -> Field:
        """Shadows of leaves outside, swaying: 0 in the light to 1 in the shade."""
        sway = 2.6 * np.sin(0.9 * t) + 1.2 * np.sin(1.7 * t + 1)
        leaves = self._leaves.frame(90 + sway, 60 + 0.6 * sway, 74, 42)
        return smooth_step(0.42, 0.74, leaves)

    @staticmethod
    def _fallen_light(columns: Field, rows: Field, t: float) -> Field:
        """Both panes on the floor, slanting; the left one dims as the curtain covers it."""
        floor = np.clip((rows - FLOOR) / 300, 0, 1)
        fall = columns - 900 - (rows - FLOOR) * 0.9
        covered = 0.22 + 0.10 * np.sin(0.62 * t)
        patches = (1 - covered) * np.exp(-(((fall - 120) / 165) ** 4)) + np.exp(-(((fall - 520) / 165) ** 4))
        return 0.40 * smooth_step(0.02, 0.5, floor) * patches
