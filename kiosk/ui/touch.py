"""From contacts to gestures: what a finger on the glass means. Pure; it knows no window and no screen.

* A tap acts when the finger is lifted inside the target on which it came down. Leaving the target cancels, and
  coming back does not revive it (WCAG 2.5.2: a visitor can always change their mind).
* A finger that moves further than the slop inside a scroll area scrolls, and taps nothing any more.
* A scrubber follows the finger wherever it goes until it is lifted.
* The same target does not answer twice within the debounce, but for those that are meant to be tapped repeatedly.
* A contact that is too short to be meant does nothing. Neither does a second finger; a third one (a hand, a sleeve)
  ends everything until the glass is clear.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from kiosk.ui.gestures import (
    Cancelled,
    Contact,
    ContactKind,
    Down,
    DragTo,
    DropAt,
    Fling,
    Gesture,
    Hit,
    Point,
    ScrollBy,
    Tap,
    TouchLimits,
)
from kiosk.ui.trail import Trail

__all__ = [
    "Cancelled",
    "Contact",
    "ContactKind",
    "Down",
    "DragTo",
    "DropAt",
    "Fling",
    "Gesture",
    "Hit",
    "Point",
    "ScrollBy",
    "Tap",
    "TouchLimits",
    "TouchReader",
]


@dataclass(slots=True)
class _Press:
    """What the first finger is doing. ``target`` is what it still holds; ``scrolls``: it may become a scroll."""

    finger: int
    target: str | None
    scrolls: bool
    start: Contact
    last: Contact
    doing: Literal["pressing", "scrolling", "scrubbing", "nothing"]
    trail: Trail = field(default_factory=Trail)


class TouchReader:
    """Reads one screen's contacts, in the order in which they happened. ``hit`` answers what is under a point."""

    def __init__(self, hit: Callable[[Point], Hit | None], limits: TouchLimits) -> None:
        self._hit = hit
        self._limits = limits
        self._heard: dict[int, float] = {}
        self._press: _Press | None = None
        self._blocked = False
        self._tapped: dict[str, float] = {}

    def feed(self, contact: Contact) -> list[Gesture]:
        """The gestures that ``contact`` makes. A finger that never came down is ignored."""
        if contact.kind == "down":
            return [*self._forget_lost(contact), *self._down(contact)]
        if contact.finger not in self._heard:
            return []
        self._heard[contact.finger] = contact.at
        if contact.kind == "up":
            return self._up(contact)
        return self._move(self._press, contact) if self._press and self._press.finger == contact.finger else []

    def swallow(self) -> None:
        """Let the rest of this touch do nothing, as when it woke the kiosk. No gesture follows, not even a cancel."""
        if self._press:
            self._press.doing = "nothing"

    def _forget_lost(self, contact: Contact) -> list[Gesture]:
        """Take fingers for lifted that cannot be there any more."""
        lost = [
            finger
            for finger, heard in self._heard.items()
            if finger == contact.finger or contact.at - heard > self._limits.lost
        ]
        gestures: list[Gesture] = []
        for finger in lost:
            if self._press and self._press.finger == finger:
                gestures += self._let_go()
            self._lift(finger)
        return gestures

    def _down(self, contact: Contact) -> list[Gesture]:
        self._heard[contact.finger] = contact.at
        if len(self._heard) > self._limits.fingers:
            self._blocked = True
            return self._let_go()
        if self._blocked or self._press:
            return []
        hit = self._hit(contact.point) or Hit()
        doing: Literal["scrubbing", "pressing"] = "scrubbing" if hit.kind == "scrub" else "pressing"
        self._press = _Press(contact.finger, hit.target, hit.scrolls, contact, contact, doing)
        return [Down(contact.point, hit.target), *self._move(self._press, contact)]

    def _move(self, press: _Press, contact: Contact) -> list[Gesture]:
        before, press.last = press.last, contact
        press.trail.add(contact.at, contact.point)
        if press.doing == "scrubbing" and press.target:
            return [DragTo(press.target, contact.point)]
        if press.doing == "scrolling":
            return [ScrollBy(contact.x - before.x, contact.y - before.y)]
        if press.doing == "pressing":
            return self._tremble(press, contact)
        return []

    def _tremble(self, press: _Press, contact: Contact) -> list[Gesture]:
        """A press moved: it may still be one, or have left its target, or become a scroll."""
        dx, dy = contact.x - press.start.x, contact.y - press.start.y
        way = math.hypot(dx, dy)
        if press.scrolls and way > self._limits.slop:
            press.doing = "scrolling"
            beyond = 1 - self._limits.slop / way  # or the content would jump by the slop
            return [*_cancel(press), ScrollBy(dx * beyond, dy * beyond)]
        under = self._hit(contact.point)
        if press.target and (under is None or under.target != press.target):
            return _cancel(press)
        return []

    def _up(self, contact: Contact) -> list[Gesture]:
        self._lift(contact.finger)
        press = self._press
        if press is None or press.finger != contact.finger:
            return []
        self._press = None
        if press.doing == "scrubbing" and press.target:
            return [DropAt(press.target, contact.point)] if self._meant(press, contact) else _cancel(press)
        gestures = self._move(press, contact)
        if press.doing == "scrolling":
            return [*gestures, Fling(*press.trail.velocity())]
        if press.doing == "pressing" and press.target:
            return [*gestures, *self._tap(press, press.target, contact)]
        return gestures

    def _tap(self, press: _Press, target: str, contact: Contact) -> list[Gesture]:
        since = contact.at - self._tapped.get(target, -math.inf)
        bounced = since < self._limits.debounce and target.partition(":")[0] not in self._limits.repeatable
        if bounced or not self._meant(press, contact):
            return _cancel(press)
        self._tapped[target] = contact.at
        return [Tap(target, contact.point)]

    def _meant(self, press: _Press, contact: Contact) -> bool:
        return contact.at - press.start.at >= self._limits.shortest

    def _let_go(self) -> list[Gesture]:
        """End the press without its having done anything."""
        press, self._press = self._press, None
        if press is None or press.doing == "nothing":
            return []
        return [Fling(0.0, 0.0)] if press.doing == "scrolling" else _cancel(press)

    def _lift(self, finger: int) -> None:
        del self._heard[finger]
        self._blocked = self._blocked and bool(self._heard)


def _cancel(press: _Press) -> list[Gesture]:
    target, press.target = press.target, None
    return [Cancelled(target)] if target else []
