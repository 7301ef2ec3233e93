"""What fingers do on the stage and on keys, and what the visit has to know of it."""

from collections.abc import Mapping
from typing import Final

from kiosk.attendant import Attendant
from kiosk.ui.stage import Stage
from kiosk.ui.touch import Cancelled, Contact, Down, DragTo, DropAt, Fling, Gesture, ScrollBy, Tap, TouchReader
from kiosk.ui.window import KeyPressed
from kiosk.visit.events import Event, Scrubbed, Tapped, Touched
from kiosk.visit.keys import REPEATABLE, meaning
from kiosk.visit.rules import Rules
from kiosk.visit.step import only_wakes
from kiosk.visit.visit import Visit

_DEBOUNCE_SECONDS: Final = 0.35
"""As on the glass: the same control does not answer twice within that. Worn buttons send two presses for one."""


class Hands:
    """Turns contacts and keys into events. Scrolling, paging and what lights up stay on the stage.

    ``keys``: what each key does, by its name. The others do nothing at all: visitors cannot leave. ``attendant``: has
    a corner of the glass for itself.
    """

    def __init__(self, stage: Stage, keys: Mapping[str, str], attendant: Attendant) -> None:
        self._attendant = attendant
        self._pressed: dict[str, float] = {}
        self.follow(stage, keys)

    def feel(self, did: Contact | KeyPressed, visit: Visit, rules: Rules, now: float) -> list[Event]:
        """The events of one contact or key, at ``now`` (monotonic seconds)."""
        if isinstance(did, KeyPressed):
            return self._press(did.name, visit, rules, now)
        return [event for each in self._attendant.let_through(did) for event in self._touch(each, visit, now)]

    def follow(self, stage: Stage, keys: Mapping[str, str], *, go_on: bool = False) -> None:
        """Be on another stage; ``go_on``: with the finger that is down, as it shows the same."""
        self._stage, self._keys = stage, keys
        if not go_on:
            self._reader = TouchReader(lambda point: self._stage.hit(point), stage.touch_limits)
            self._pressed.clear()

    def _press(self, key: str, visit: Visit, rules: Rules, now: float) -> list[Event]:
        action = self._keys.get(key)
        since = now - self._pressed.get(key, float("-inf"))
        self._pressed[key] = now
        if action is None or (since < _DEBOUNCE_SECONDS and action not in REPEATABLE):
            return []
        return [meaning(action, visit, rules)]

    def _touch(self, contact: Contact, visit: Visit, now: float) -> list[Event]:
        """A touch that wakes the kiosk does nothing else until it is lifted."""
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
