"""Which files an exhibition shows."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt, Film
from kiosk.exhibition.loop import FileItem, Loop, LoopItem, StillItem


def files_of(excerpt: Excerpt) -> tuple[Path, ...]:
    """The files in which an excerpt can be watched: its own and those of its versions, in their order."""
    return excerpt.file, *excerpt.versions.values()


def films_of(exhibition: Exhibition) -> frozenset[Path]:
    """The files that are played, in the loop or for visitors."""
    of_films = (file for film in exhibition.playlist.films for file in _played(film))
    return frozenset((*of_films, *(each.file for each in pieces(exhibition.loop) if isinstance(each, FileItem))))


def stills_of(exhibition: Exhibition) -> frozenset[Path]:
    """The pictures that are shown."""
    of_films = (film.still for film in exhibition.playlist.films if film.still)
    return frozenset((*of_films, *(each.still for each in pieces(exhibition.loop) if isinstance(each, StillItem))))


def captions_of(exhibition: Exhibition) -> frozenset[Path]:
    """The caption files."""
    excerpts = (excerpt for film in exhibition.playlist.films for excerpt in film.excerpts)
    return frozenset(file for excerpt in excerpts for file in excerpt.captions.values())


def fonts_of(exhibition: Exhibition) -> frozenset[Path]:
    """The font files that it brings along."""
    return frozenset(file for files in exhibition.fonts.values() for file in files.values())


def media_of(exhibition: Exhibition) -> frozenset[Path]:
    """All of them."""
    return films_of(exhibition) | stills_of(exhibition) | captions_of(exhibition)


def _played(film: Film) -> Iterator[Path]:
    for excerpt in film.excerpts:
        yield from files_of(excerpt)


def pieces(loop: Loop) -> Iterator[object]:
    """Its items, with those of the loops in it in their place."""
    for item in loop.items:
        if isinstance(item, LoopItem):
            yield from pieces(item.loop)
        else:
            yield item
