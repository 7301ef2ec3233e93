"""Playlists in JSON as ACMI's XOS hands them to its media players: ``playlist_labels``, each a label and a file."""

import json
import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any

from kiosk.config.source import Unreadable, bytes_of
from kiosk.importing.folder import add_companions, beside
from kiosk.importing.found import Findings, FoundExcerpt, FoundFilm, NoSource
from kiosk.importing.names import companion, read_name
from kiosk.importing.whereabouts import Whereabouts

_PUBLISHED = re.compile(r"\s*((?:18|19|20)\d\d)?\s*,?\s*(?:dir(?:ector|ected by)?\b\.?:?\s*(.*))?", re.IGNORECASE)


def read_acmi(path: Path, languages: Sequence[str], media: Path) -> Findings:
    """The films of a playlist. NoSource where the file is something else."""
    try:
        content = json.loads(bytes_of(path).decode("utf-8-sig"))
    except Unreadable as error:
        raise NoSource(f"{path.name} {error.message}") from error
    except (ValueError, RecursionError) as error:
        raise NoSource(f"{path.name} is not JSON.") from error
    labels = content.get("playlist_labels") if isinstance(content, dict) else None
    if not isinstance(labels, list):
        raise NoSource(f"{path.name} is no playlist: it has no playlist_labels.")
    where, findings = Whereabouts((path.parent, media)), Findings()
    films: dict[str, FoundFilm] = {}
    for number, item in enumerate(labels, 1):
        resource = _resource(item)
        if not resource:
            findings.remarks.append(f"Item {number} names no file. It is left out.")
            continue
        film = _film(item, resource)
        if film.key not in films:
            films[film.key] = film
            findings.films.append(film)
        excerpt = _excerpt(item, resource, where, languages, findings.remarks)
        if excerpt.file:
            add_companions(films[film.key], excerpt, beside(excerpt.file), languages)
        films[film.key].excerpts.append(excerpt)
    return findings


def _resource(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    return _text(item.get("resource")) or _text(_inside(item, "video").get("resource"))


def _film(item: dict[str, Any], resource: str) -> FoundFilm:
    label = _inside(item, "label")
    works = label.get("works")
    work = works[0] if isinstance(works, list) and works and isinstance(works[0], dict) else {}
    title = _text(label.get("title")) or _text(work.get("title"))
    film = FoundFilm(title or read_name(Path(resource)).key, guessed=not title)
    film.words["title"] = {"": title or read_name(Path(resource)).title}
    published = _PUBLISHED.fullmatch(_text(label.get("publication")))
    if published and published[2]:
        film.words["director"] = {"": published[2].strip()}
    year = _text(work.get("first_production_year")) or (published[1] if published and published[1] else "")
    if re.fullmatch(r"(18[89]|19\d|20\d)\d", year):
        film.facts["year"] = year
    synopsis = _text(label.get("description")) or _text(work.get("brief_description")) or _text(work.get("abstract"))
    if synopsis:
        film.words["synopsis"] = {"": synopsis}
    return film


def _excerpt(
    item: dict[str, Any], resource: str, where: Whereabouts, languages: Sequence[str], remarks: list[str]
) -> FoundExcerpt:
    file = where.find(resource)
    if file is None:
        remarks.append(f"{resource} was not found: put the file beside the playlist.")
    excerpt = FoundExcerpt(file, wanted="" if file else resource)
    if subtitles := _text(item.get("subtitles")):
        found = where.find(subtitles)
        if found is None:
            remarks.append(f"{subtitles} was not found.")
        else:
            excerpt.captions[(companion(file, found) if file else "") or languages[0]] = found
    return excerpt


def _inside(item: dict[str, Any], key: str) -> dict[str, Any]:
    value = item.get(key)
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    """A text without HTML's marks; numbers as texts."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return ""
    return " ".join(unescape(re.sub(r"<[^<>]*>", " ", value)).split())
