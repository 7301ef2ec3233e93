"""What fingers do on the stage, and what the visit has to know of it."""

from kiosk.ui.stage import Stage
from kiosk.ui.touch import Cancelled, Contact, Down, DragTo, DropAt, Fling, Gesture, ScrollBy, Tap, TouchReader
from kiosk.visit.events import Event, Scrubbed, Tapped, Touched
from kiosk.visit.step import only_wakes
from kiosk.visit.visit import Visit


class Fingers:
    """Turns contacts into events. Scrolling, paging and what lights up stay on the stage."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._reader = TouchReader(stage.hit, stage.touch_limits)

    def feel(self, contact: Contact, visit: Visit, now: float) -> list[Event]:
        """The events of one contact. A touch that wakes the kiosk does nothing else until it is lifted."""
        events: list[Event] = []
        for gesture in self._reader.feed(contact):
            if isinstance(gesture, Down) and only_wakes(visit):
                self._reader.swallow()
                return [Touched()]
            events += self._act(gesture, now)
        return events

    def _act(self, gesture: Gesture, now: float) -> list[Event]:
        match gesture:
            case Down(_, target):
                self._stage.press(target, now)
                return [Touched()]
            case Cancelled():
                self._stage.press(None, now)
            case Tap(target):
                self._stage.press(None, now)
                return [] if self._stage.page(target, now) else [Tapped(target)]
            case ScrollBy(_, dy):
                self._stage.scroll_by(dy, now)
                return [Touched()]
            case Fling(_, vy):
                self._stage.fling(vy, now)
            case DragTo(_, point):
                self._stage.scrub(point, now)
                return [Touched()]
            case DropAt(_, point):
                seconds = self._stage.scrub(point, now)
                self._stage.press(None, now)
                return [Scrubbed(seconds)]
        return []
