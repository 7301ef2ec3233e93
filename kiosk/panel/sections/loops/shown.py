"""What an item of the loop is called, how long it is, and what is to be seen of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.exhibition.film import Film
from kiosk.exhibition.loop import STILL_STANDS
from kiosk.exhibition.text import Text
from kiosk.panel.effects import Plain
from kiosk.panel.section import Seen
from kiosk.panel.sections.loops.clock import seconds_of
from kiosk.panel.sections.loops.written import Entry, identity, plays
from kiosk.panel.words import Both, Length, Name, Said, Say, Seconds

LENGTHS: Final = "media-lengths"
"""The work that finds out how long files are; it answers with seconds by their paths. With a file's name behind it,
it is about that one alone."""

CARD_STANDS: Final = 6.0
"""Seconds, as in a loop file that does not say how many."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What of a file plays, in seconds; ``end`` None for its end."""

    file: Path
    start: float
    end: float | None


def film_of(entry: Entry, seen: Seen) -> Film | None:
    """The film that an item shows something of."""
    if isinstance(excerpt := entry.get("excerpt"), str):
        name = excerpt.partition("/")[0]
        shown = seen.exhibition.playlist.film(name)
        return shown or next((each for each in seen.exhibition.films if each.id == name), None)
    file = entry.get("file") or entry.get("still")
    return seen.exhibition.playlist.film_of(seen.exhibition.media / file) if isinstance(file, str) else None


def title_of(entry: Entry, seen: Seen) -> Said:
    if "title" in entry:
        return _text(entry["title"])
    if film := film_of(entry, seen):
        return film.title
    if "file" in entry:
        return Name(Path(str(entry["file"])).stem)
    if isinstance(card := entry.get("card"), dict):
        return _text(card.get("title") or card.get("text") or "") or Say("panel.loops.card")
    kinds = {"still": "still", "random": "random", "loop": "another"}
    kind = next((word for key, word in kinds.items() if key in entry), None)
    return Say(f"panel.loops.{kind}") if kind else Name(str(entry.get("excerpt", "")))


def picture_of(entry: Entry, seen: Seen) -> Path | str:
    """What tells it from others; a name where there is no picture of it."""
    if isinstance(still := entry.get("still"), str):
        return seen.exhibition.media / still
    film = film_of(entry, seen)
    return film.still if film and film.still else identity(entry)


def stretch_of(entry: Entry, seen: Seen) -> Stretch | None:
    """What plays of which file; None for what is no film."""
    if isinstance(file := entry.get("file"), str):
        return _trimmed(entry, seen.exhibition.media / file, 0.0, None)
    film = film_of(entry, seen) if "excerpt" in entry else None
    if film is None or not film.excerpts:
        return None
    excerpt_id = str(entry["excerpt"]).partition("/")[2]
    excerpt = film.excerpt(excerpt_id) if excerpt_id else film.excerpts[0]
    if excerpt is None:
        return None
    end = excerpt.end.total_seconds() if excerpt.end is not None else None
    return _trimmed(entry, excerpt.file, excerpt.start.total_seconds(), end)


def file_seconds(stretch: Stretch, seen: Seen) -> float | None:
    """How long the file is, as far as that is known."""
    for name in (f"{LENGTHS} {stretch.file}", LENGTHS):
        lengths = seen.answers.get(name)
        found = lengths.get(stretch.file) if isinstance(lengths, Mapping) else None
        if isinstance(found, float):
            return found
    return None


def end_of(stretch: Stretch, seen: Seen) -> float | None:
    """Second at which it ends, as far as that is known."""
    return stretch.end if stretch.end is not None else file_seconds(stretch, seen)


def seconds_on_screen(entry: Entry, seen: Seen) -> float | None:
    """How long it is on the screen once; None if that is not known."""
    if "still" in entry or "card" in entry:
        return stands(entry)
    stretch = stretch_of(entry, seen)
    end = end_of(stretch, seen) if stretch else None
    return max(0.0, end - stretch.start) if stretch and end is not None else None


def stands(entry: Entry) -> float:
    """Seconds for which a still or a card stands."""
    return seconds_of(entry.get("for")) or (STILL_STANDS.total_seconds() if "still" in entry else CARD_STANDS)


def repeats(entry: Entry) -> int:
    text = str(entry.get("repeat", 1))
    return int(text) if text.isdecimal() else 1


def trouble_of(entry: Entry, seen: Seen) -> Said | None:
    """Why it cannot be shown."""
    film = film_of(entry, seen)
    if "excerpt" in entry and film and not seen.exhibition.playlist.film(film.id):
        return Say("panel.loops.hidden")
    shows = identity(entry)
    if not any(each.item is None and identity(each.written) == shows for each in seen.exhibition.loop.listed):
        return None
    for kind in ("file", "still"):
        if kind in entry:
            folder = Name(f"{seen.exhibition.media.name}/")
            return Say("panel.loops.missing", {"file": Name(str(entry[kind])), "folder": folder})
    return Say("panel.loops.unusable", {"name": Name(str(entry.get("excerpt") or entry.get("loop") or ""))})


def line_of(entry: Entry, seen: Seen, over: float) -> Said:
    """What it is, which part of it plays, and how it gives way to the next."""
    parts: list[Said] = []
    if stretch := stretch_of(entry, seen):
        parts += [Name(stretch.file.name), _span(stretch, seen)]
        parts.append(crossfade(over))
    elif "still" in entry or "card" in entry:
        parts += [Say("panel.loops.still" if "still" in entry else "panel.loops.card"), Seconds(stands(entry))]
    else:
        parts.append(Name(str(entry.get("random") or entry.get("loop") or entry.get("excerpt") or "")))
    if repeats(entry) > 1:
        parts.append(Say("panel.loops.times", {"count": repeats(entry)}))
    if "on" in entry:
        parts.append(Say("panel.loops.days", {"days": Name(str(entry["on"]))}))
    return Both((*parts, *(() if plays(entry) else (Say("panel.loops.skipped"),))))


def crossfade(over: float) -> Said:
    return Say("panel.loops.crossfade", {"time": Seconds(over)}) if over else Say("panel.loops.cut")


def _span(stretch: Stretch, seen: Seen) -> Said:
    end = end_of(stretch, seen)
    if (stretch.start == 0 and stretch.end is None) or end is None:
        return Say("panel.loops.whole_file")
    return Say("panel.hours.span", {"from": Length(stretch.start), "to": Length(end)})


def _trimmed(entry: Entry, file: Path, start: float, end: float | None) -> Stretch:
    """As the loop plays it: points that leave nothing do not count."""
    first, last = seconds_of(entry.get("start")), seconds_of(entry.get("end"))
    first, last = start if first is None else first, end if last is None else last
    return Stretch(file, start, end) if last is not None and last <= first else Stretch(file, first, last)


def _text(written: Plain) -> Text:
    by_language = written if isinstance(written, dict) else {"": written}
    return Text({language: str(words) for language, words in by_language.items()})
