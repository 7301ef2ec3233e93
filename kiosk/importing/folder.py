"""A folder of films: which files belong together."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.config.media_folder import CAPTIONS, FILMS, PICTURES, TEXTS
from kiosk.config.paths import natural
from kiosk.encodings import NoText, decode
from kiosk.exhibition.text import first_strong_direction
from kiosk.importing.found import Findings, FoundExcerpt, FoundFilm, NoSource
from kiosk.importing.names import RIGHT_TO_LEFT, companion, read_name

_KINDS = ("film", "excerpt", "", "trailer")
"""Of one film, the whole of it comes first."""


def read_folder(folder: Path, languages: Sequence[str]) -> Findings:
    """The films in ``folder`` and in the folders inside it. NoSource if there are none."""
    files = list(_files(folder))
    films: dict[str, FoundFilm] = {}
    media = [each for each in files if each.suffix.lower() in FILMS]
    if not media:
        raise NoSource(f"There is no film in {folder}.")
    for file in media:
        name = read_name(file)
        film = films.setdefault(name.key, FoundFilm(name.key, guessed=True))
        film.words.setdefault("title", {"": name.title})
        if name.year:
            film.facts.setdefault("year", name.year)
        film.excerpts.append(FoundExcerpt(file, name.kind, versions={name.version: file} if name.version else {}))
    for film in films.values():
        film.excerpts = _with_versions(film.excerpts)
        for excerpt in film.excerpts:
            add_companions(film, excerpt, files, languages)
    return Findings(list(films.values()))


def beside(file: Path) -> list[Path]:
    """The files in the folder of ``file``."""
    return [each for each in file.parent.iterdir() if each.is_file() and not each.name.startswith(".")]


def add_companions(film: FoundFilm, excerpt: FoundExcerpt, files: Iterable[Path], languages: Sequence[str]) -> None:
    """Captions, transcripts and a still that lie beside an excerpt's file under its name."""
    if excerpt.file is None:
        return
    for other in files:
        suffix = other.suffix.lower()
        if other.parent != excerpt.file.parent or (language := companion(excerpt.file, other)) is None:
            continue
        if suffix in CAPTIONS:
            excerpt.captions.setdefault(language or _language_of(other, languages), other)
        elif suffix in TEXTS:
            excerpt.transcript.setdefault(language or _language_of(other, languages), other)
        elif suffix in PICTURES and film.still is None:
            film.still = other


def _files(folder: Path) -> Iterable[Path]:
    for base, inner, names in os.walk(folder):
        inner[:] = sorted((each for each in inner if not each.startswith(".")), key=natural)
        yield from (Path(base, name) for name in sorted(names, key=natural) if not name.startswith("."))


def _with_versions(excerpts: list[FoundExcerpt]) -> list[FoundExcerpt]:
    """Versions belong to the excerpt that they are versions of, the first one; the whole film comes first."""
    whole = [each for each in excerpts if not each.versions]
    whole.sort(key=lambda each: _KINDS.index(each.kind))
    for each in excerpts:
        if each.versions and whole:
            whole[0].versions.update(each.versions)
        elif each.versions:
            whole.append(FoundExcerpt(each.file, each.kind))
    return whole


def _language_of(file: Path, languages: Sequence[str]) -> str:
    """Arabic or not is told by the letters; which of the others is not, so the exhibition's own comes first."""
    try:
        text = decode(file.read_bytes()[:20_000], "ar").text
    except (OSError, NoText):
        text = ""
    lines = [first_strong_direction(line) for line in text.splitlines()]
    arabic = lines.count("rtl") > lines.count("ltr")
    fitting = [each for each in languages if (each.split("-")[0] in RIGHT_TO_LEFT) == arabic]
    return fitting[0] if fitting else ("ar" if arabic else "en")
