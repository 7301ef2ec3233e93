"""What plays while nobody is there: the items of a loop, as the installer wrote them."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Literal

from kiosk.exhibition.text import NO_TEXT, Text

STILL_STANDS = timedelta(seconds=8)
"""How long a picture stands where nobody says how long."""


@dataclass(frozen=True, slots=True)
class ExcerptItem:
    """An excerpt of the playlist."""

    film: str
    excerpt: str
    repeat: int = 1
    on: str | None = None


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
class Loop:
    """Items and how they follow each other."""

    items: tuple[Item, ...]
    order: Literal["listed", "shuffle"] = "listed"
    transition: Literal["cut", "crossfade"] = "cut"
    over: timedelta = timedelta(0)


NO_LOOP = Loop(items=())
