"""A kind word where a film takes long to begin."""

from pygame import Surface

from kiosk.ui.scene import Moment
from kiosk.ui.strings import Strings
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.visit.places import Watching

_WAIT_SECONDS = 0.8
_FADE_SECONDS = 0.4
_FRAME_SECONDS = 0.05


class Patience:
    """ "One moment…" in the middle of the screen, from a while after the tap until the first picture."""

    def __init__(self, tools: Tools, strings: Strings) -> None:
        self._words = tools.setter.set(strings.text("watching.loading"), Style("lead", "regular", "ink_soft"))
        self._since: float | None = None

    def draw(self, surface: Surface, moment: Moment) -> None:
        now, place = moment.now, moment.view.visit.place
        if self._since is None:
            self._since = now
        if isinstance(place, Watching) and not place.rolling:
            shown = min(1.0, max(0.0, (now - self._since - _WAIT_SECONDS) / _FADE_SECONDS))
            x, y = (surface.get_width() - self._words.width) // 2, (surface.get_height() - self._words.height) // 2
            self._words.draw(surface, x, y, shown * moment.opacity)

    def wait(self, moment: Moment) -> float | None:
        now, place = moment.now, moment.view.visit.place
        if not isinstance(place, Watching) or place.rolling or self._since is None:
            return None
        if now < self._since + _WAIT_SECONDS:
            return self._since + _WAIT_SECONDS - now
        return _FRAME_SECONDS if now < self._since + _WAIT_SECONDS + _FADE_SECONDS else None
