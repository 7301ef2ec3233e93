"""The attract loop as the panel changes it: what it reads, and what it writes.

It is written as a whole, in the words of a loop file, to ``loop`` in ``kiosk.local.yaml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, Literal

from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, Item, LoopItem, RandomItem, StillItem
from kiosk.exhibition.text import Text
from kiosk.panel.effects import Plain, Put, Write
from kiosk.panel.section import Seen
from kiosk.panel.sections.loops.clock import clock, seconds_of

LOOP: Final = ("loop",)
USUAL_CROSSFADE: Final = 1.2
"""Seconds, as in a loop file that does not say how many."""

Entry = Mapping[str, Plain]
"""An item in the words of a loop file; durations as ``clock`` writes them."""


@dataclass(frozen=True, slots=True)
class Programme:
    """A loop as it is written. ``over``: seconds of the crossfade, 0 for cuts."""

    entries: tuple[Entry, ...]
    order: Literal["listed", "shuffle"] = "listed"
    over: float = 0.0


def programme_of(seen: Seen) -> Programme:
    """What plays, with what was changed a moment ago."""
    change = seen.written.get(LOOP)
    if isinstance(change, Put) and isinstance(change.value, dict):
        return _read(change.value)
    loop, media = seen.exhibition.loop, seen.exhibition.media
    if loop.listed:
        entries = tuple(_settled(each.written, each.item) for each in loop.listed)
    else:
        entries = tuple(_entry(each, media) for each in loop.items)
    return Programme(entries, loop.order, loop.over.total_seconds())


def put(programme: Programme) -> Write:
    """Have it play like that."""
    value: dict[str, Plain] = {"order": programme.order, "transition": "crossfade" if programme.over else "cut"}
    if programme.over:
        value["over"] = f"{programme.over:g} s"
    value["items"] = [dict(each) for each in programme.entries]
    return Write((Put(LOOP, value),))


def identity(entry: Mapping[str, Any]) -> str:
    """What an item shows, whenever and for however long."""
    return repr(next(((kind, entry[kind]) for kind in KINDS if kind in entry), None))


KINDS: Final = ("excerpt", "file", "still", "card", "random", "loop")


def plays(entry: Entry) -> bool:
    """Whether it is on."""
    return str(entry.get("skip", "off")).lower() not in ("true", "on", "yes")


def with_value(entry: Entry, key: str, value: Plain | None) -> Entry:
    """``entry`` that says ``value`` there; None takes out what it says."""
    rest = {name: each for name, each in entry.items() if name != key}
    return rest if value is None else {**rest, key: value}


def _read(value: Mapping[str, Plain]) -> Programme:
    items, order = value.get("items"), value.get("order")
    entries = tuple(each for each in items if isinstance(each, dict)) if isinstance(items, list) else ()
    over = str(value.get("over", "0")).removesuffix(" s") if value.get("transition") == "crossfade" else "0"
    return Programme(entries, "shuffle" if order == "shuffle" else "listed", seconds_of(over) or 0.0)


def _settled(written: Mapping[str, Any], item: Item | None) -> Entry:
    """An item's own words, with its durations as they are written here."""
    entry = {key: value for key, value in written.items() if value is not None}
    return {**entry, **{key: value for key, value in _times(item).items() if key in entry}} if item else entry


def _times(item: Item) -> dict[str, Plain]:
    if isinstance(item, StillItem | CardItem):
        return {"for": _clock(item.duration)}
    if isinstance(item, ExcerptItem | FileItem):
        points = {"start": item.start, "end": item.end}
        return {key: _clock(value) for key, value in points.items() if value is not None}
    return {}


def _entry(item: Item, media: Path) -> Entry:
    """An item of a loop that is no YAML file, in the words of one that is."""
    entry: dict[str, Plain] = {}
    match item:
        case ExcerptItem():
            entry["excerpt"] = f"{item.film}/{item.excerpt}"
        case FileItem():
            entry["file"] = _in(media, item.file)
            entry |= {"title": _words(item.title)} if item.title else {}
        case StillItem():
            entry["still"] = _in(media, item.still)
        case CardItem():
            entry["card"] = {"title": _words(item.title), "text": _words(item.text)}
        case RandomItem():
            entry["random"] = item.count
        case LoopItem():
            raise ValueError("loops stand inside loops in YAML files only")
    entry |= {key: value for key, value in _times(item).items() if value != clock(0)}
    if isinstance(item, ExcerptItem | FileItem) and item.repeat > 1:
        entry["repeat"] = item.repeat
    return {**entry, "on": item.on} if item.on else entry


def _in(media: Path, file: Path) -> str:
    return file.relative_to(media).as_posix() if file.is_relative_to(media) else str(file)


def _words(text: Text) -> Plain:
    bare = text.by_language.get("")
    return bare if bare is not None else dict(text.by_language)


def _clock(duration: timedelta) -> str:
    return clock(duration.total_seconds())
