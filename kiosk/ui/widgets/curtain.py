"""Darkness that comes over a film that cannot be played out."""

from pygame import Surface

from kiosk.ui.painting import blit_faded
from kiosk.ui.scene import Moment
from kiosk.ui.tools import Tools
from kiosk.visit.calendar import FADE_SECONDS
from kiosk.visit.places import Watching

_FRAME_SECONDS = 1 / 25


class Curtain:
    """Covers the whole screen while the film on it fades away."""

    def __init__(self, tools: Tools) -> None:
        self._black = Surface(tools.size, 0, 32)

    def draw(self, surface: Surface, moment: Moment) -> None:
        if (left := _left(moment)) is not None:
            blit_faded(surface, self._black, (0, 0), min(1.0, max(0.0, 1.0 - left / FADE_SECONDS)))

    def wait(self, moment: Moment) -> float | None:
        left = _left(moment)
        return None if left is None or left <= 0.0 else _FRAME_SECONDS


def _left(moment: Moment) -> float | None:
    """Seconds until the film has faded away; None while it may run."""
    place = moment.view.visit.place
    if not isinstance(place, Watching) or place.leaves_at is None:
        return None
    return place.leaves_at - moment.now
