"""A ring that runs out, and the seconds that are left in it."""

import math
from collections.abc import Callable

import pygame
from pygame import Surface

from kiosk.exhibition.text import Wording
from kiosk.ui.painting import blit_faded
from kiosk.ui.scene import Moment
from kiosk.ui.strings import Strings
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View

NUMBER = Style("countdown", "light")
FRAME_SECONDS = 0.1
_WEDGE_STEPS = 24


def remaining(view: View, now: float) -> tuple[float, float]:
    """Seconds until the kiosk starts over, and their share of the whole warning (1…0)."""
    whole = view.exhibition.idle.warning.total_seconds()
    since = view.visit.asking_since
    left = whole if since is None else min(whole, max(0.0, whole - (now - since)))
    return left, left / whole if whole > 0.0 else 0.0


def _number(strings: Strings, seconds: int) -> Wording:
    return Wording(strings.number(seconds), strings.language)


class Countdown:
    """Centred on the glass; ``size`` and ``line`` in pixels.

    ``left``: the seconds that are left and their share of the whole (1…0). ``said``: how so many seconds are said.
    """

    def __init__(
        self,
        tools: Tools,
        strings: Strings,
        center: tuple[int, int],
        size: int,
        line: int,
        *,
        left: Callable[[View, float], tuple[float, float]] = remaining,
        said: Callable[[Strings, int], Wording] = _number,
        style: Style = NUMBER,
    ) -> None:
        self._left, self._said, self._style = left, said, style
        self._tools, self._strings, self._center, self._line = tools, strings, center, line
        theme = tools.theme
        self._track = tools.shapes.ring(size, line, theme.track)
        self._ring = tools.shapes.ring(size, line, theme.accent)
        self._end = tools.shapes.disc(line, theme.accent)

    def draw(self, surface: Surface, moment: Moment) -> None:
        opacity = moment.opacity
        left, share = self._left(moment.view, moment.now)
        corner = self._track.get_rect(center=self._center).topleft
        blit_faded(surface, self._track, corner, opacity)
        blit_faded(surface, self._arc(share), corner, opacity)
        number = self._tools.setter.set(self._said(self._strings, math.ceil(left)), self._style)
        x, y = self._center[0] - number.width // 2, self._center[1] - number.height // 2
        number.draw(surface, x, y, opacity)

    def _arc(self, share: float) -> Surface:
        """The part of the ring that is left, clockwise from the top, with round ends."""
        arc = self._ring.copy()
        size = arc.get_width()
        middle = pygame.Vector2(size / 2, size / 2)
        if share < 1.0:
            angles = [share + (1.0 - share) * step / _WEDGE_STEPS for step in range(_WEDGE_STEPS + 1)]
            edge = [middle + _spoke(angle) * size for angle in angles]
            pygame.draw.polygon(arc, (0, 0, 0, 0), [middle, *edge])
        for angle in (0.0, share) if share > 0.0 else ():
            at = middle + _spoke(angle) * (size - self._line) / 2
            arc.blit(self._end, self._end.get_rect(center=(round(at.x), round(at.y))))
        return arc

    def wait(self, _moment: Moment) -> float | None:
        return FRAME_SECONDS


def _spoke(share: float) -> pygame.Vector2:
    """Direction on a clock's face, ``share`` of a turn from the top."""
    return pygame.Vector2(math.sin(2 * math.pi * share), -math.cos(2 * math.pi * share))
