"""The installer's panel, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.panel.effects import Drop, Put, Way
from kiosk.panel.words import Said


@dataclass(frozen=True, slots=True)
class Pad:
    """Digits, and what became of those that were typed.

    ``checking`` while it is found out whether they are right, ``wrong`` until others are typed. ``locked_until``:
    monotonic seconds before which none can be tried.
    """

    typed: str = ""
    checking: bool = False
    wrong: bool = False
    locked_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Panel:
    """``touched_at``: monotonic seconds of the last touch. ``pad``: while the PIN is asked for, else None.

    ``section``: the name of the one that stands. ``memory``, ``answers``, ``busy``, ``written`` and
    ``kept`` as in ``Seen``.
    ``undoable``: how many changes can be taken back. ``saved_at``: when the last one was saved; ``trouble``: why one
    could not be.
    """

    touched_at: float
    pad: Pad | None = field(default_factory=Pad)
    section: str = ""
    memory: Mapping[str, object] = field(default_factory=dict)
    answers: Mapping[str, object] = field(default_factory=dict)
    busy: frozenset[str] = frozenset()
    written: Mapping[Way, Put | Drop] = field(default_factory=dict)
    kept: frozenset[Way] = frozenset()
    undoable: int = 0
    saved_at: datetime | None = None
    trouble: Said | None = None
