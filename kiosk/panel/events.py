"""What can happen to the panel."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.panel.effects import Way
from kiosk.panel.words import Said


@dataclass(frozen=True, slots=True)
class Touched:
    """A finger is on the glass."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """A target was tapped: ``pin:DIGIT``, ``pin:delete``, ``pin:done``, ``panel:close``, ``panel:undo``,
    ``panel:section:NAME``, or a control of the section that stands."""

    target: str


@dataclass(frozen=True, slots=True)
class PinJudged:
    """Whether the PIN was right; ``locked``: for so many seconds no other one can be tried."""

    right: bool
    locked: float = 0.0


@dataclass(frozen=True, slots=True)
class Kept:
    """How many changes can be taken back by now, and when (wall clock) the last one was saved, None for never.

    ``ways``: of all that ``kiosk.local.yaml`` says by now. ``anew``: a change was taken back, so that what was written
    before does not hold any more.
    """

    undoable: int
    at: datetime | None
    ways: frozenset[Way] = frozenset()
    anew: bool = False


@dataclass(frozen=True, slots=True)
class NotKept:
    """A change could not be written, or not be taken back, and why."""

    why: Said


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a ``Work``; ``more``: so far, it goes on."""

    name: str
    answer: object
    more: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """Time went by."""


Event = Touched | Tapped | PinJudged | Kept | NotKept | Answered | Tick
