"""M3U and XSPF lists: one film an entry."""

import os
from collections.abc import Sequence
from pathlib import Path

from kiosk.config.list_loops import READERS
from kiosk.config.lists import Entry
from kiosk.config.source import Unreadable, bytes_of
from kiosk.importing.folder import add_companions, beside
from kiosk.importing.found import Findings, FoundExcerpt, FoundFilm, NoSource
from kiosk.importing.names import read_name
from kiosk.importing.times import timecode
from kiosk.importing.whereabouts import Whereabouts

ENDINGS = tuple(READERS)


def read_list(path: Path, languages: Sequence[str], media: Path) -> Findings:
    """The films of a list. NoSource where it cannot be read."""
    try:
        found = READERS[path.suffix.lower()](bytes_of(path), path.name)
    except Unreadable as error:
        raise NoSource(f"{path.name} {error.message}") from error
    where, films = Whereabouts((path.parent, media)), dict[str, FoundFilm]()
    findings = Findings(remarks=[str(each) for each in found.problems])
    for entry in found.entries:
        file = where.find(entry.location)
        if file is None:
            findings.remarks.append(f"{entry.location} was not found.")
        name = read_name(file or Path(entry.location))
        told = entry.title if entry.title and not _is_file_name(entry) else ""
        film = films.setdefault(told or name.key, FoundFilm(told or name.key, guessed=not told))
        film.words.setdefault("title", {"": told or name.title})
        if entry.creator:
            film.words.setdefault("director", {"": entry.creator})
        if name.year:
            film.facts.setdefault("year", name.year)
        film.excerpts.append(_excerpt(entry, file, film, languages))
    findings.films = list(films.values())
    return findings


def _is_file_name(entry: Entry) -> bool:
    """Players that know no title write the file's name."""
    return os.path.splitext(entry.title)[1].lower() in (".mp4", ".mov", ".mkv", ".avi", ".m4v", ".webm", ".mpg")


def _excerpt(entry: Entry, file: Path | None, film: FoundFilm, languages: Sequence[str]) -> FoundExcerpt:
    options = {each.name: each.value for each in entry.options}
    excerpt = FoundExcerpt(file, wanted="" if file else entry.location)
    excerpt.start, excerpt.end = (timecode(options.get(each, "")) for each in ("start-time", "stop-time"))
    if file:
        add_companions(film, excerpt, beside(file), languages)
    return excerpt
