"""What visitors will hear of the films: too soft, cut at its peaks, or nothing at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kiosk.config.problems import Problem
from kiosk.config.values import clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt
from kiosk.exhibition.level import CEILING_DBTP, Loudness, shortfall
from kiosk.exhibition.loop import FileItem, Loop, LoopItem


@dataclass(frozen=True, slots=True)
class Listened:
    """A stretch of a file that visitors may hear: in and out points in seconds, ``end`` None for the file's end.

    ``gain_db``: what the installer wants on top of its level.
    """

    file: Path
    start: float = 0.0
    end: float | None = None
    gain_db: float = 0.0


@dataclass(frozen=True, slots=True)
class Heard:
    """What was measured. ``loudness``: of a stretch, or why there is none, or None. ``all_of_it``: tell every one."""

    loudness: Callable[[Listened], Loudness | str | None]
    all_of_it: bool = False


def loudness_findings(exhibition: Exhibition, heard: Heard) -> list[Problem]:
    """A notice for each stretch with something to know of; of those that were measured."""
    found = []
    for each in listened(exhibition):
        name = each.file.relative_to(exhibition.folder) if each.file.is_relative_to(exhibition.folder) else each.file
        for sentence in _of(each, exhibition.sound.level.usual, heard):
            found.append(Problem(name.as_posix(), 0, 0, _stretch(each), sentence, "notice"))
    return found


def listened(exhibition: Exhibition) -> Iterator[Listened]:
    """Every stretch once. A version's file counts as a whole: whether it is cut like the excerpt is not known here."""
    found = [each for film in exhibition.playlist.films for excerpt in film.excerpts for each in _of_excerpt(excerpt)]
    return iter(dict.fromkeys([*found, *_of_loop(exhibition.loop)]))


def _of_excerpt(excerpt: Excerpt) -> Iterator[Listened]:
    end = excerpt.end.total_seconds() if excerpt.end else None
    yield Listened(excerpt.file, excerpt.start.total_seconds(), end, excerpt.gain_db)
    for file in excerpt.versions.values():
        yield Listened(file, gain_db=excerpt.gain_db)


def _of_loop(loop: Loop) -> Iterator[Listened]:
    for item in loop.items:
        if isinstance(item, FileItem):
            yield Listened(item.file, item.start.total_seconds(), item.end.total_seconds() if item.end else None)
        elif isinstance(item, LoopItem):
            yield from _of_loop(item.loop)


def _of(stretch: Listened, level: float | None, heard: Heard) -> Iterator[str]:
    loudness = heard.loudness(stretch)
    if isinstance(loudness, str):
        yield f"{loudness}."
    if not isinstance(loudness, Loudness):
        return
    if loudness.silent:
        yield "has a sound track in which nothing is heard."
        return
    if heard.all_of_it:
        yield f"has a loudness of {loudness.integrated:.1f} LUFS and peaks at {loudness.peak:.1f} dBTP."
    if loudness.peak > CEILING_DBTP:
        yield f"peaks at {loudness.peak:.1f} dBTP. Above {CEILING_DBTP:g} dBTP sound may be cut, and crackle."
    if lacking := shortfall(loudness, level, stretch.gain_db):
        yield lacking


def _stretch(stretch: Listened) -> str:
    """``0:12-2:00``, or nothing for a whole file."""
    if stretch.start == 0.0 and stretch.end is None:
        return ""
    return f"{_clock(stretch.start)}-{_clock(stretch.end) if stretch.end is not None else 'end'}"


def _clock(seconds: float) -> str:
    return clock(timedelta(seconds=seconds))
