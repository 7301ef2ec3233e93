"""Rings that widen and vanish around a dot: here is where to touch."""

import math

import pygame
from pygame import Surface

from kiosk.ui.painting import blit_faded
from kiosk.ui.scene import Moment
from kiosk.ui.tools import Tools

PERIOD = 3.2
"""Seconds from one ring to the next of the same phase; slow enough to be seen without calling."""
FRAME_SECONDS = 1 / 25
_RINGS = 2
_INNER = 0.36


class Pulse:
    """A dot in the middle of a square of ``size`` pixels at ``center``, and rings within it."""

    def __init__(self, tools: Tools, center: tuple[int, int], size: int) -> None:
        self._center, self._size, self._moves = center, size, not tools.reduce_motion
        ink = tools.theme.ink
        self._ring = tools.shapes.ring(2 * (size // 2), max(2, size // 44), ink)
        self._dot = tools.shapes.disc(2 * round(size * 0.15), ink)

    def draw(self, surface: Surface, moment: Moment) -> None:
        now, opacity = moment.now, moment.opacity
        for number in range(_RINGS):
            phase = (now / PERIOD + number / _RINGS) % 1.0 if self._moves else (0.45, 0.9)[number]
            diameter = round(self._size * (_INNER + (1.0 - _INNER) * (1.0 - (1.0 - phase) ** 2)) / 2) * 2
            strength = math.sin(math.pi * min(1.0, phase * 1.15)) ** 0.8 if self._moves else 1.0 - 0.6 * number
            ring = pygame.transform.smoothscale(self._ring, (diameter, diameter))
            blit_faded(surface, ring, ring.get_rect(center=self._center).topleft, strength * opacity * 0.85)
        blit_faded(surface, self._dot, self._dot.get_rect(center=self._center).topleft, opacity)

    def wait(self, _moment: Moment) -> float | None:
        return FRAME_SECONDS if self._moves else None
