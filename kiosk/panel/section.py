"""What a section of the panel is, and what it knows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from kiosk.exhibition.exhibition import Exhibition
from kiosk.panel.controls import Leaf
from kiosk.panel.effects import Drop, Put, Way

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a section draws itself from.

    ``now``: the wall clock. ``memory``: what the section remembers while it stands. ``answers``: what came of works,
    by their names, and ``busy`` those under way. ``written``: what the panel changed since it was opened, which the
    exhibition may not say yet: it is read anew within a second. ``kept``: the ways of all that the panel ever changed.
    """

    exhibition: Exhibition
    now: datetime
    memory: Mapping[str, object] = field(default_factory=dict)
    answers: Mapping[str, object] = field(default_factory=dict)
    busy: frozenset[str] = frozenset()
    written: Mapping[Way, Put | Drop] = field(default_factory=dict)
    kept: frozenset[Way] = frozenset()

    def value(self, way: Way, otherwise: Found) -> Found:
        """What was written at ``way`` just now; else ``otherwise``, which is of the same kind."""
        change = self.written.get(way)
        if isinstance(change, Put) and isinstance(change.value, type(otherwise)):
            return change.value
        return otherwise

    @property
    def local(self) -> datetime:
        """Now, on the exhibition's clock."""
        return self.exhibition.hours.local(self.now)


@dataclass(frozen=True, slots=True)
class Section:
    """``name``: also that of its words, ``panel.section.NAME``. ``leaf`` makes what stands. ``begins_with``: the works
    that are begun when it is opened."""

    name: str
    leaf: Callable[[Seen], Leaf]
    begins_with: tuple[str, ...] = ()
