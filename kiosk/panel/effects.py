"""What a touch on the panel does: to the panel itself, and to the rest of the kiosk."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Way = tuple[str, ...]
"""The steps to a value of ``kiosk.yaml``: ``("sound", "volume")``."""

Plain = str | int | bool | list["Plain"] | dict[str, "Plain"]
"""What can be written into a file of settings."""


@dataclass(frozen=True, slots=True)
class Put:
    """Write ``value`` at ``way``."""

    way: Way
    value: Plain


@dataclass(frozen=True, slots=True)
class Drop:
    """Take out what the panel wrote at ``way``: what ``kiosk.yaml`` says holds again."""

    way: Way


Change = Put | Drop


@dataclass(frozen=True, slots=True)
class Remember:
    """The section that stands remembers ``value`` under ``key`` until another one is opened; None forgets it."""

    key: str
    value: object


@dataclass(frozen=True, slots=True)
class GoTo:
    """Open a section."""

    section: str


@dataclass(frozen=True, slots=True)
class Write:
    """Write these changes into ``kiosk.local.yaml``, all or none; they can be taken back together."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Undo the last change."""


@dataclass(frozen=True, slots=True)
class ShowLoop:
    """Let the loop be seen as visitors see it, until the next touch."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something that takes its time, by its name; what comes of it is in the panel's ``answers`` then.

    Not begun while the same is under way. ``facts``: what it has to know.
    """

    name: str
    facts: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckPin:
    """Find out whether this is the PIN. That takes 0.2 s and more."""

    typed: str


OnPanel = Remember | GoTo
Task = Write | TakeBack | Work | CheckPin
"""For what is done beside the frame loop."""
Effect = Task | ShowLoop
"""For the rest of the kiosk."""

Deed = OnPanel | Write | TakeBack | Work | ShowLoop
"""What a control does."""

Deeds = tuple[Deed, ...]
