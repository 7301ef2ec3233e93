"""Which stretches of which files are measured, and an exhibition that is made of nothing else. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from kiosk.exhibition.closing import AS_USUAL
from kiosk.exhibition.exhibition import Exhibition, Idle
from kiosk.exhibition.film import Excerpt, Film, Playlist
from kiosk.exhibition.hours import ALWAYS_OPEN
from kiosk.exhibition.loop import ExcerptItem, FileItem, Item, Loop, LoopItem
from kiosk.exhibition.programme import stretch_of
from kiosk.exhibition.text import Text

NEXT_KEY = "f24"
"""The key that opens the next film's page, BACK_KEY the one that leaves it. No keyboard has them by accident."""
BACK_KEY = "f23"

_FOR_EVER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a file as visitors see it. ``name``: of its file, from the exhibition's media folder on."""

    name: str
    excerpt: Excerpt

    @property
    def id(self) -> str:
        """The film that shows it while it is measured."""
        return self.excerpt.id


def stretches_of(exhibition: Exhibition) -> list[Stretch]:
    """All that visitors and the loop can come to see, each once, in the order of the playlist and then of the loop."""
    found: dict[tuple[Path, timedelta, timedelta | None], Excerpt] = {}
    for each in (*_of_films(exhibition.playlist.films), *_of_loop(exhibition.loop.items, exhibition.playlist)):
        found.setdefault((each.file, each.start, each.end), each)
    named = enumerate(found.values(), 1)
    return [Stretch(_name(each.file, exhibition), replace(each, id=f"bench-{number}")) for number, each in named]


def _of_films(films: Sequence[Film]) -> Iterator[Excerpt]:
    for film in films:
        for excerpt in film.excerpts:
            yield replace(excerpt, versions={})
            yield from (Excerpt("", file) for file in excerpt.versions.values())


def _of_loop(items: Sequence[Item], playlist: Playlist) -> Iterator[Excerpt]:
    """What the loop shows of its files and of excerpts, which may have other in and out points there."""
    for item in items:
        if isinstance(item, LoopItem):
            yield from _of_loop(item.loop.items, playlist)
        elif isinstance(item, ExcerptItem | FileItem) and (shown := stretch_of(item, playlist)):
            yield Excerpt("", shown.file, start=shown.start, end=shown.end)


def _name(file: Path, exhibition: Exhibition) -> str:
    return file.relative_to(exhibition.media).as_posix() if file.is_relative_to(exhibition.media) else file.name


def measurable(exhibition: Exhibition, stretches: Sequence[Stretch], seconds: float) -> Exhibition:
    """The exhibition as it is on its screen and with its sound, open at any time, with a film for each stretch.

    Each plays for ``seconds`` at most. Nothing is asked of visitors, nothing is limited by rights, nobody is sent away.
    """
    return replace(
        exhibition,
        mode="kiosk",
        playlist=Playlist(films=tuple(_film(each, seconds) for each in stretches)),
        loop=Loop(items=tuple(ExcerptItem(each.id, each.id) for each in stretches)),
        idle=Idle(browse=_FOR_EVER, reading=_FOR_EVER),
        hours=ALWAYS_OPEN,
        closing=AS_USUAL,
        usb="off",
        keys={NEXT_KEY: "next", BACK_KEY: "back"},
    )


def _film(stretch: Stretch, seconds: float) -> Film:
    excerpt = stretch.excerpt
    latest = excerpt.start + timedelta(seconds=seconds)
    end = latest if excerpt.end is None else min(latest, excerpt.end)
    return Film(stretch.id, Text({"": stretch.name}), excerpts=(replace(excerpt, end=end),))
