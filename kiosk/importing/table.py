"""A spreadsheet that was saved as CSV: one film a row."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kiosk.config.source import Unreadable, bytes_of
from kiosk.encodings import NoText, decode
from kiosk.exhibition.text import first_strong_direction
from kiosk.importing.columns import Column, column_of
from kiosk.importing.folder import add_companions, beside
from kiosk.importing.found import TEXTS, Findings, FoundExcerpt, FoundFilm, NoSource, Words
from kiosk.importing.names import RIGHT_TO_LEFT, identifier, read_name
from kiosk.importing.times import running_time, timecode
from kiosk.importing.whereabouts import Whereabouts

_DELIMITERS: Final = ",;\t|"


def read_table(path: Path, languages: Sequence[str], media: Path) -> Findings:
    """The films in a CSV file. NoSource where it is none, or has no column that names titles or files."""
    rows = list(csv.reader(io.StringIO(_text(path, languages), newline=""), delimiter=_delimiter(path, languages)))
    columns = [column_of(each) for each in rows[0]] if rows else []
    known = [each for each in columns if each]
    if not any(each.key in ("title", "file") for each in known):
        raise NoSource(f"{path.name} has no column for titles or files: its first row must name the columns.")
    findings = Findings()
    unknown = [heading for heading, column in zip(rows[0], columns, strict=True) if heading.strip() and not column]
    if unknown:
        findings.remarks.append(f"These columns are not known and were left out: {', '.join(unknown)}.")
    reader = _Reader(Whereabouts((path.parent, media)), languages, findings)
    for number, row in enumerate(rows[1:], 2):
        cells = [(column, cell.strip()) for column, cell in zip(columns, row, strict=False) if column and cell.strip()]
        if cells:
            reader.take(number, cells)
    return findings


def _text(path: Path, languages: Sequence[str]) -> str:
    """Arabic code pages are tried first: where they make sense of it, no other does."""
    try:
        data = bytes_of(path)
        arabic = decode(data, "ar").text
        if _reads_as_arabic(arabic):
            return arabic
        return decode(data, next((each for each in languages if each != "ar"), "en")).text
    except Unreadable as error:
        raise NoSource(f"{path.name} {error.message}") from error
    except NoText as error:
        raise NoSource(f"{path.name} {error}.") from error


def _reads_as_arabic(text: str) -> bool:
    """Whether its Arabic letters stand among themselves; accents of another code page stand between Latin letters."""
    letters = len(re.findall(r"[\u0621-\u064a]", text))
    mixed = len(re.findall(r"(?<=[A-Za-z])[\u0621-\u064a]|[\u0621-\u064a](?=[A-Za-z])", text))
    return letters > 0 and mixed * 5 < letters


def _delimiter(path: Path, languages: Sequence[str]) -> str:
    """What stands most often between the headings."""
    head = _text(path, languages).lstrip().partition("\n")[0]
    bare = re.sub(r'"[^"]*"', "", head)
    return max(_DELIMITERS, key=bare.count)


class _Reader:
    """Goes through the rows. Rows of the same film are its excerpts."""

    def __init__(self, where: Whereabouts, languages: Sequence[str], findings: Findings) -> None:
        self._where, self._languages, self._findings = where, languages, findings
        self._films: dict[str, FoundFilm] = {}

    def take(self, row: int, cells: Sequence[tuple[Column, str]]) -> None:
        """One row; ``row`` is its number for a person."""
        plain = {column.key: cell for column, cell in cells}
        words = {key: self._words(key, cells) for key in TEXTS}
        name = read_name(Path(plain["file"])) if "file" in plain else None
        titles = words["title"] or ({"": name.title} if name else {})
        if not titles:
            self._findings.remarks.append(f"Row {row} has neither a title nor a file. It is left out.")
            return
        key = plain.get("id") or next(
            (each for each in titles.values() if identifier(each)), next(iter(titles.values()))
        )
        film = self._films.get(key)
        if film is None:
            film = self._films[key] = FoundFilm(key, guessed=not words["title"])
            self._findings.films.append(film)
        for each, found in {**words, "title": titles}.items():
            if found:
                film.words.setdefault(each, found)
        self._add_facts(film, plain, row)
        if "still" in plain:
            film.still = film.still or self._file(plain["still"], row)
        if "file" in plain:
            film.excerpts.append(self._excerpt(film, plain, cells, row))

    def _words(self, key: str, cells: Sequence[tuple[Column, str]]) -> Words:
        """A column without a language is in the one that its letters tell, if other columns have one."""
        found = {column.language: cell for column, cell in cells if column.key == key and column.language}
        loose = [cell for column, cell in cells if column.key == key and not column.language]
        if len(loose) == 1 and not found:
            return {"": loose[0]}
        for text in loose:
            rtl = first_strong_direction(text) == "rtl"
            free = [each for each in self._languages if each not in found and (each in RIGHT_TO_LEFT) == rtl]
            if free:
                found[free[0]] = text
        return found

    def _add_facts(self, film: FoundFilm, plain: dict[str, str], row: int) -> None:
        if year := re.search(r"\b(18[89]\d|19\d\d|20\d\d)\b", _western(plain.get("year", ""))):
            film.facts.setdefault("year", year[1])
        if "running_time" in plain:
            if found := running_time(_western(plain["running_time"])):
                film.facts.setdefault("running_time", found)
            else:
                self._findings.remarks.append(f"Row {row}: {plain['running_time']!r} is no running time.")
        if re.match(r"https?://\S+$", plain.get("link", "")):
            film.facts.setdefault("link", plain["link"])

    def _excerpt(
        self, film: FoundFilm, plain: dict[str, str], cells: Sequence[tuple[Column, str]], row: int
    ) -> FoundExcerpt:
        file = self._file(plain["file"], row)
        excerpt = FoundExcerpt(file, title=self._words("excerpt", cells), wanted="" if file else plain["file"])
        excerpt.start, excerpt.end = (timecode(_western(plain.get(each, ""))) for each in ("start", "end"))
        for column, cell in cells:
            if column.key == "captions" and (found := self._file(cell, row)):
                excerpt.captions[column.language or self._languages[0]] = found
        if file:
            add_companions(film, excerpt, beside(file), self._languages)
        return excerpt

    def _file(self, written: str, row: int) -> Path | None:
        found = self._where.find(written)
        if found is None:
            self._findings.remarks.append(f"Row {row}: {written} was not found.")
        return found


def _western(text: str) -> str:
    """٢٠١٤ and ۲۰۱۴ as 2014."""
    return "".join(str(int(each)) if each.isdecimal() else each for each in text)
