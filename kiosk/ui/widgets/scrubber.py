"""Where in the film we are, and the way to elsewhere. Time runs from left to right in every language."""

from pygame import Rect, Surface

from kiosk.exhibition.text import Wording
from kiosk.ui.painting import blit_faded
from kiosk.ui.scene import Moment
from kiosk.ui.strings import Strings
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View

TIME = Style("facts", "medium")


def scrubbed_to(way: Rect, x: float) -> float:
    """Share of the excerpt, 0…1, at the place ``x`` of the way."""
    return min(1.0, max(0.0, (x - way.left) / max(1, way.width)))


class Scrubber:
    """A line with a thumb along ``way`` (on the glass), the elapsed time left of it."""

    def __init__(self, tools: Tools, strings: Strings, way: Rect, time_left: int) -> None:
        self._tools, self._strings, self._way, self._time_left = tools, strings, way, time_left
        theme, metrics = tools.theme, tools.metrics
        self._line = max(4, metrics.u(8))
        self._track = tools.shapes.pill(way.width, self._line, theme.track)
        self._fill = tools.shapes.pill(way.width, self._line, theme.accent)
        self._thumb = tools.shapes.disc(metrics.u(36), theme.disc)

    def draw(self, surface: Surface, moment: Moment) -> None:
        view, opacity = moment.view, moment.opacity
        share = min(1.0, max(0.0, view.position / view.length)) if view.length > 0.0 else 0.0
        way = self._way
        top = way.centery - self._line // 2
        x = way.left + round(share * way.width)
        blit_faded(surface, self._track, (way.left, top), opacity)
        before = surface.get_clip()
        surface.set_clip(Rect(way.left, top, x - way.left, self._line).clip(before))
        blit_faded(surface, self._fill, (way.left, top), opacity)
        surface.set_clip(before)
        blit_faded(surface, self._thumb, self._thumb.get_rect(center=(x, way.centery)).topleft, opacity)
        time = self._tools.setter.set(self.elapsed(view), TIME)
        time.draw(surface, self._time_left, way.centery - time.height // 2, opacity)

    def elapsed(self, view: View) -> Wording:
        """The time that is shown on the left."""
        return self._strings.clock(min(view.position, view.length) if view.length > 0.0 else view.position)

    def wait(self, _moment: Moment) -> float | None:
        return None  # the film's frames bring new positions; by itself the scrubber stands
