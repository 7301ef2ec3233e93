"""One work, and the stretches of it that can be played."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

from kiosk.exhibition.text import NO_TEXT, Text

Kind = Literal["excerpt", "trailer", "film"]

LONGEST_LINK = 210
"""Bytes of a link. Its QR code then has at most 57 modules a side (version 10 at level M), each half a millimetre."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a media file. Paths are absolute and inside the exhibition's media folder.

    ``versions``: files of the same stretch by ``sign`` (with sign language) and ``described`` (with audio
    description). ``transcript``: what is said in it, to read.
    """

    id: str
    file: Path
    title: Text = NO_TEXT
    kind: Kind = "excerpt"
    start: timedelta = timedelta(0)
    end: timedelta | None = None
    captions: Mapping[str, Path] = field(default_factory=dict)
    versions: Mapping[str, Path] = field(default_factory=dict)
    transcript: Text = NO_TEXT
    gain_db: float = 0.0


@dataclass(frozen=True, slots=True)
class ContentNote:
    """What a visitor should know before watching."""

    strong: bool = False
    seen: Text = NO_TEXT
    heard: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Screening:
    """A showing of the whole film, on this screen where it has no place. ``at`` is aware of its time zone."""

    at: datetime
    place: Text = NO_TEXT
    admission: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Rights:
    """When a film may be shown. Both dates are inclusive."""

    begin: date | None = None
    until: date | None = None
    plays_per_day: int | None = None


_UNLIMITED = Rights()


@dataclass(frozen=True, slots=True)
class Film:
    """One work with its facts, its texts and its excerpts; the first excerpt is the main one."""

    id: str
    title: Text
    director: Text = NO_TEXT
    year: int | None = None
    running_time: timedelta | None = None
    medium: Text = NO_TEXT
    language: Text = NO_TEXT
    countries: Text = NO_TEXT
    synopsis: Text = NO_TEXT
    more: Text = NO_TEXT
    director_note: Text = NO_TEXT
    awards: Text = NO_TEXT
    still: Path | None = None
    still_caption: Text = NO_TEXT
    content_note: ContentNote | None = None
    link: str | None = None
    rights: Rights = Rights()
    screenings: tuple[Screening, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()

    @property
    def strong(self) -> bool:
        """Whether its excerpts need a word before they are shown."""
        return self.content_note is not None and self.content_note.strong

    @property
    def transcribed(self) -> tuple[Excerpt, ...]:
        """The excerpts whose words can be read."""
        return tuple(each for each in self.excerpts if each.transcript)

    def excerpt(self, excerpt_id: str) -> Excerpt | None:
        return next((each for each in self.excerpts if each.id == excerpt_id), None)


@dataclass(frozen=True, slots=True)
class Playlist:
    """The films that visitors can choose from, in their order on the screen.

    ``here``: the films with a screening on this very screen. ``limited``: those whose rights say when to show them.
    What is asked for by its name is found in one step, also among thousands.
    """

    title: Text = NO_TEXT
    films: tuple[Film, ...] = ()
    here: tuple[Film, ...] = field(init=False, repr=False, compare=False)
    limited: tuple[Film, ...] = field(init=False, repr=False, compare=False)
    _by_id: Mapping[str, Film] = field(init=False, repr=False, compare=False)
    _by_file: Mapping[Path, Film | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        here = tuple(each for each in self.films if any(not screening.place for screening in each.screenings))
        object.__setattr__(self, "here", here)
        object.__setattr__(self, "limited", tuple(each for each in self.films if each.rights != _UNLIMITED))
        object.__setattr__(self, "_by_id", {each.id: each for each in reversed(self.films)})
        object.__setattr__(self, "_by_file", _by_file(self.films))

    def film(self, film_id: str) -> Film | None:
        return self._by_id.get(film_id)

    def film_of(self, file: Path) -> Film | None:
        """The film whose still or excerpt a file is; None if it is no film's, or that of several."""
        return self._by_file.get(file)


def _by_file(films: Sequence[Film]) -> dict[Path, Film | None]:
    found: dict[Path, Film | None] = {}
    for film in films:
        for file in {film.still, *(each.file for each in film.excerpts)} - {None}:
            assert file is not None
            found[file] = None if file in found else film
    return found


NO_FILMS = Playlist()
