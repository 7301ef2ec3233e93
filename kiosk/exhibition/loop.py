"""What plays while nobody is there: the items of a loop, as the installer wrote them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

from kiosk.exhibition.film import Excerpt
from kiosk.exhibition.text import NO_TEXT, Text

STILL_STANDS = timedelta(seconds=8)
"""How long a picture stands where nobody says how long."""


@dataclass(frozen=True, slots=True)
class ExcerptItem:
    """An excerpt of the playlist. ``start``, ``end``: in and out point where the loop has others than visitors see."""

    film: str
    excerpt: str
    repeat: int = 1
    on: str | None = None
    start: timedelta | None = None
    end: timedelta | None = None

    def of(self, excerpt: Excerpt) -> Excerpt:
        """``excerpt`` with the in and out point that it has here. Where these leave nothing of it, its own hold."""
        start = excerpt.start if self.start is None else self.start
        end = excerpt.end if self.end is None else self.end
        if (start, end) == (excerpt.start, excerpt.end) or (end is not None and end <= start):
            return excerpt
        return replace(excerpt, start=start, end=end)


@dataclass(frozen=True, slots=True)
class FileItem:
    """A media file of its own, played ``repeat`` times. ``title``: what is said of it, if anything is."""

    file: Path
    start: timedelta = timedelta(0)
    end: timedelta | None = None
    repeat: int = 1
    on: str | None = None
    title: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class StillItem:
    """A picture that stands for a while."""

    still: Path
    duration: timedelta
    on: str | None = None


@dataclass(frozen=True, slots=True)
class CardItem:
    """Words on the screen's own ground, in every language at once."""

    title: Text
    text: Text
    duration: timedelta
    on: str | None = None


@dataclass(frozen=True, slots=True)
class RandomItem:
    """``count`` excerpts of the playlist that are not strong, drawn anew at each pass."""

    count: int
    on: str | None = None


@dataclass(frozen=True, slots=True)
class LoopItem:
    """Another loop in this one's place."""

    loop: "Loop"
    on: str | None = None


Item = ExcerptItem | FileItem | StillItem | CardItem | RandomItem | LoopItem


@dataclass(frozen=True, slots=True)
class Listed:
    """An item as it stands in a loop file: its keys with plain values, and what they come to; None if to nothing."""

    written: Mapping[str, Any]
    item: Item | None


@dataclass(frozen=True, slots=True)
class Loop:
    """Items and how they follow each other.

    ``listed``: of a loop that is written in YAML, all that stands there, also what is skipped or cannot be used.
    """

    items: tuple[Item, ...]
    order: Literal["listed", "shuffle"] = "listed"
    transition: Literal["cut", "crossfade"] = "cut"
    over: timedelta = timedelta(0)
    listed: tuple[Listed, ...] = field(default=(), repr=False, hash=False)


NO_LOOP = Loop(items=())
