"""Silvered Water: the surface of the sea at night, and a path of light on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from making.camera import View
from making.living_light import Haze
from making.picture import Field, Palette, smooth_step, still_grid
from making.scene import Accent

PALETTE = Palette((8, 12, 18), (74, 98, 122), (226, 236, 240))
HORIZON, LIGHT_COLUMN = 400, 1280


@dataclass(frozen=True, slots=True)
class Wave:
    """One train of waves: how often it repeats across the picture, where it begins and how high it is."""

    frequency: float
    phase: float
    height: float


def draw(rng: np.random.Generator) -> Sequence[Wave]:
    return [Wave(rng.uniform(0.002, 0.02), rng.uniform(0, 6.28), rng.uniform(0.01, 0.05)) for _ in range(70)]


def still(waves: Sequence[Wave]) -> Field:
    columns, rows = still_grid()
    luminance = 0.2 + _sky_glow(rows)
    depth = np.clip((rows - HORIZON) / 680, 0, 1)
    for wave in waves:
        bend = np.sin(rows * 0.03 / (0.2 + depth) + wave.phase) * 2.2
        crest = np.sin(columns * wave.frequency / (0.25 + depth) + wave.phase + bend)
        luminance += wave.height * crest * depth**0.6
    path = np.exp(-(((columns - LIGHT_COLUMN) / 150) ** 2)) * np.clip((rows - HORIZON) / 300, 0, 1)
    stripes = np.sin(rows * 0.22 + np.sin(columns * 0.02) * 3) > 0.2
    return (luminance + 0.35 * path * stripes * 0.5) * 0.95


def _sky_glow(rows: Field) -> Field:
    return 0.5 * np.exp(-(((rows - 380) / 230) ** 2))


class WaterScene:
    """The waves run on; the path of light breaks into glints and gathers again."""

    palette, seconds = PALETTE, 20

    def __init__(self, waves: Sequence[Wave], rng: np.random.Generator) -> None:
        self._waves = waves
        self._speed = rng.uniform(0.35, 1.0, len(waves)) * rng.choice((-1, 1), len(waves), p=(0.25, 0.75))
        self._turn = rng.uniform(0.1, 0.4, len(waves))
        self._clouds = Haze(rng, slope=1.9)
        self._short = rng.uniform((-0.05, 0.35, 0), (0.05, 1.5, 6.3), (18, 3))

    def luminance(self, t: float) -> Field:
        view = View.about((1180, 470), 1.02 + 0.09 * t / self.seconds, (10 * np.sin(0.3 * t), 5 * np.sin(0.43 * t)))
        columns, rows = view.grid()
        clouds = self._clouds.frame(30 + 0.5 * t, 20, 120, 50) - 0.5
        swell = self._swell(columns, rows, t)
        shore = smooth_step(HORIZON - 2, HORIZON + 10, rows)
        picture = 0.2 + _sky_glow(rows) + 0.22 * clouds * (1 - shore) * smooth_step(-200, 380, rows) + swell
        return (picture + self._light_path(columns, rows, swell, t)) * 0.95

    def accents(self, t: float) -> Sequence[Accent]:  # noqa: ARG002
        return ()

    def _swell(self, columns: Field, rows: Field, t: float) -> Field:
        """All trains of waves, each at its own speed: the far ones are the near ones seen flatter."""
        depth = np.clip((rows - HORIZON) / 680, 0, 1)
        first = int(np.argmax(depth[:, 0] > 0))
        depth, water_rows = depth[first:], rows[first:]
        total = np.zeros((len(depth), columns.shape[1]), np.float32)
        across = (columns / (0.25 + depth)).astype(np.float32)
        for wave, speed, turn in zip(self._waves, self._speed, self._turn, strict=True):
            bend = np.sin(water_rows * 0.03 / (0.2 + depth) + wave.phase - turn * t) * 2.2
            start = (wave.phase + bend + speed * t).astype(np.float32)
            total += np.float32(wave.height) * np.sin(across * np.float32(wave.frequency) + start)
        swell = np.zeros((len(rows), columns.shape[1]), np.float32)
        swell[first:] = total * depth**0.6
        return swell

    def _light_path(self, columns: Field, rows: Field, swell: Field, t: float) -> Field:
        """Glints where small ripples on the swell lean toward the light: a path that widens as it comes nearer."""
        depth = np.clip((rows - HORIZON) / 680, 0, 1)
        column = LIGHT_COLUMN + 20 * np.sin(0.25 * t)
        path = np.exp(-(((columns - column) / (80 + 210 * depth)) ** 2)) * smooth_step(0, 0.16, depth)
        ripples = self._ripples((columns - LIGHT_COLUMN) / (0.25 + depth), 89 / (0.12 + depth), t)
        glint = smooth_step(0.10, 0.95, 0.42 * ripples * smooth_step(0.01, 0.12, depth) + 1.9 * swell)
        return path * (0.46 * glint + 0.07)

    def _ripples(self, across: Field, away: Field, t: float) -> Field:
        """Short waves on the plane of the water, about ±2: ``across`` and ``away`` are places on it."""
        total = np.zeros(np.broadcast_shapes(across.shape, away.shape), np.float32)
        for sideways, forward, phase in self._short:
            pace = 2.1 * np.sqrt(forward)  # long waves run faster, as on deep water
            total += np.sin((sideways * across + forward * away + phase - pace * t).astype(np.float32))
        return total / np.sqrt(len(self._short) / 2)
