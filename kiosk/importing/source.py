"""Which reader a source has."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.config.media_folder import FILMS
from kiosk.importing.acmi import read_acmi
from kiosk.importing.folder import add_companions, beside, read_folder
from kiosk.importing.found import Findings, FoundExcerpt, FoundFilm, NoSource
from kiosk.importing.lists import ENDINGS, read_list
from kiosk.importing.names import read_name
from kiosk.importing.table import read_table


def read_source(path: Path, languages: Sequence[str], media: Path) -> Findings:
    """The films of a folder, a list, a table, an ACMI playlist, or of one media file. NoSource for anything else."""
    suffix = path.suffix.lower()
    if path.is_dir():
        return read_folder(path, languages)
    if not path.is_file():
        raise NoSource(f"{path} is not there.")
    if suffix in FILMS:
        return _single(path, languages)
    if suffix in ENDINGS:
        return read_list(path, languages, media)
    if suffix in (".csv", ".tsv", ".txt"):
        return read_table(path, languages, media)
    if suffix == ".json":
        return read_acmi(path, languages, media)
    if suffix in (".xlsx", ".xls", ".ods", ".numbers"):
        raise NoSource(f"{path.name} is a spreadsheet: please save it as CSV, and import that.")
    raise NoSource(f"{path.name} is neither a folder of films nor a list of them (M3U, XSPF, CSV, JSON).")


def _single(path: Path, languages: Sequence[str]) -> Findings:
    name = read_name(path)
    film = FoundFilm(name.key, {"title": {"": name.title}}, {"year": name.year} if name.year else {}, guessed=True)
    film.excerpts.append(FoundExcerpt(path, name.kind))
    add_companions(film, film.excerpts[0], beside(path), languages)
    return Findings([film])
