"""From the loop or the films of an exhibition to the entries of a list that other players read."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from kiosk.config.lists import Entry, Option, one_line
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt, Film
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, Item, Loop, LoopItem, RandomItem, StillItem
from kiosk.exhibition.text import Text

Length = Callable[[Path], float | None]
"""Seconds of a media file, None where they are not known."""

_NEEDS_CODES = ("%", "\n", "\r", "\\", "://")


def options(start: timedelta, end: timedelta | None, repeat: int) -> tuple[Option, ...]:
    """In and out point and repetitions in VLC's words."""
    found = [Option("start-time", seconds(start))] if start else []
    if end is not None:
        found.append(Option("stop-time", seconds(end)))
    if repeat > 1:
        found.append(Option("input-repeat", str(repeat - 1)))
    return tuple(found)


def seconds(duration: timedelta) -> str:
    """``12.5``"""
    return f"{duration.total_seconds():.6f}".rstrip("0").rstrip(".")


@dataclass(slots=True)
class Exporter:
    """Writes down what an exhibition plays. ``folder``: where the list will lie, absolute; locations start there.

    ``encoded``: locations are addresses, as XSPF wants them. ``lost``: what the list cannot say, a sentence each.
    """

    exhibition: Exhibition
    folder: Path
    encoded: bool
    length: Length
    lost: list[str] = field(default_factory=list)

    def films(self) -> Iterator[Entry]:
        """Every excerpt of the playlist, in its order."""
        for film in self.exhibition.playlist.films:
            for excerpt in film.excerpts:
                yield self._excerpt(film, excerpt, 1)

    def loop(self, loop: Loop) -> Iterator[Entry]:
        """Every item of a loop, those of loops inside it in their place."""
        if loop.order == "shuffle":
            self._lose("A list cannot say that its items are shuffled.")
        if loop.over:
            self._lose("A list cannot say that its items are cross-faded.")
        for item in loop.items:
            if item.on is not None:
                self._lose(f"A list cannot say that an item takes part only on {item.on}.")
            yield from self.loop(item.loop) if isinstance(item, LoopItem) else self._item(item)

    def _item(self, item: Item) -> Iterator[Entry]:
        if isinstance(item, FileItem):
            yield self._file(item)
        elif isinstance(item, StillItem):
            stands = item.duration.total_seconds()
            told = (Option("image-duration", seconds(item.duration)),)
            yield Entry(self._location(item.still), seconds=stands, options=told, encoded=self.encoded)
        elif isinstance(item, ExcerptItem):
            film = self.exhibition.playlist.film(item.film)
            if film and (excerpt := film.excerpt(item.excerpt)):
                yield self._excerpt(film, item.of(excerpt), item.repeat)
        elif isinstance(item, CardItem):
            self._lose(f"A list cannot hold a card: {self._words(item.title) or self._words(item.text)!r} is left out.")
        elif isinstance(item, RandomItem):
            self._lose("A list cannot draw excerpts at random: such an item is left out.")

    def _lose(self, sentence: str) -> None:
        if sentence not in self.lost:
            self.lost.append(sentence)

    def _excerpt(self, film: Film, excerpt: Excerpt, repeat: int) -> Entry:
        title = ": ".join(each for each in (self._words(film.title), self._words(excerpt.title)) if each)
        entry = self._file(FileItem(excerpt.file, excerpt.start, excerpt.end, repeat))
        return replace(entry, title=title, creator=self._words(film.director))

    def _file(self, item: FileItem) -> Entry:
        end = item.end.total_seconds() if item.end is not None else self.length(item.file)
        lasts = max(0.0, end - item.start.total_seconds()) if end is not None else None
        told = options(item.start, item.end, item.repeat)
        return Entry(self._location(item.file), self._words(item.title), "", lasts, told, self.encoded)

    def _words(self, text: Text) -> str:
        languages = self.exhibition.languages
        return one_line(text.wording(languages[0], languages).text)

    def _location(self, file: Path) -> str:
        """As seen from the list. A name that a line cannot hold is written as in an address, which VLC reads, too."""
        path = os.path.relpath(file, self.folder).replace(os.sep, "/")
        awkward = path != path.strip() or path.startswith("#") or any(each in path for each in _NEEDS_CODES)
        return quote(path, safe="/!$&'()*+,;=@~") if self.encoded or awkward else path
