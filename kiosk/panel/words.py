"""What the panel says, before it is known in which language: the drawing finds the words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from kiosk.exhibition.text import Text


@dataclass(frozen=True, slots=True)
class Say:
    """Words of the interface by their name, such as ``panel.hours.closed``, with what is filled in."""

    key: str
    values: Mapping[str, "str | int | Said"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Count:
    """A counted word of the interface: ``minutes`` and 2 is "2 minutes"."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Name:
    """What is called the same in every language: a file, a sound device. Empty for nothing."""

    text: str


@dataclass(frozen=True, slots=True)
class Length:
    """A length or a place in a film in seconds: "1:48"."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a film in seconds, to a tenth: "0:12.4"."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Seconds:
    """A short while: "8 s", "1.2 s"."""

    seconds: float


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """ "19:00"."""

    at: time


@dataclass(frozen=True, slots=True)
class Day:
    """ "Friday 4 December"."""

    day: date


@dataclass(frozen=True, slots=True)
class Moment:
    """ "Friday 4 December, 19:00", on the exhibition's clock."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Both:
    """Several things in one line, "4 items · 5:38"."""

    parts: tuple["Said", ...]


Said = Say | Count | Name | Length | Point | Seconds | TimeOfDay | Day | Moment | Both | Text
"""``Text``: what the exhibition itself says, such as a film's title."""
