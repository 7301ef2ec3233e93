"""How long the films of an exhibition are, asked of their files."""

import tempfile
import time
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.loop import ExcerptItem, FileItem
from kiosk.exhibition.media import pieces
from kiosk.exhibition.programme import stretch_of
from kiosk.projection.contract import MediaFacts, Reel
from kiosk.projection.facts import Answer, FactsDesk

_PATIENCE_SECONDS = 20.0
"""So long it may take until the next file has told about itself."""
_LOOK_SECONDS = 0.02


def excerpt_lengths(exhibition: Exhibition) -> dict[tuple[str, str], float]:
    """Seconds of every excerpt by (film id, excerpt id), as far as its file tells them."""
    excerpts = {(film.id, each.id): each for film in exhibition.playlist.films for each in film.excerpts}
    facts = _facts({each.file for each in excerpts.values()})
    found: dict[tuple[str, str], float] = {}
    for key, each in excerpts.items():
        if each.file in facts:
            end = each.end.total_seconds() if each.end is not None else None
            found[key] = Reel(each.file, facts[each.file], (2, 2), each.start.total_seconds(), end).seconds
    return found


def file_lengths(exhibition: Exhibition) -> dict[Path, float]:
    """Seconds of every file that the playlist and the loop play, as far as they tell them."""
    files = {each.file for film in exhibition.playlist.films for each in film.excerpts}
    return lengths_of(files.union(each.file for each in pieces(exhibition.loop) if isinstance(each, FileItem)))


def loop_lengths(exhibition: Exhibition) -> dict[Path, float]:
    """Seconds of every file that stands in the loop, also what is skipped."""
    loop, playlist = exhibition.loop, exhibition.playlist
    items = (*loop.items, *(each.item for each in loop.listed if each.item))
    stretches = [stretch_of(each, playlist) for each in items if isinstance(each, ExcerptItem | FileItem)]
    return lengths_of({each.file for each in stretches if each})


def lengths_of(files: set[Path]) -> dict[Path, float]:
    """Seconds of these files, as far as they tell them."""
    return {file: each.seconds for file, each in _facts(files).items() if each.seconds}


def facts_of(files: set[Path]) -> dict[Path, Answer]:
    """What the files tell of themselves, or why they cannot be shown; without those that do not answer in time."""
    with tempfile.TemporaryDirectory() as folder:
        desk = FactsDesk(SystemClock(), Path(folder) / "facts.json")
        try:
            return _asked(desk, files)
        finally:
            desk.close()


def _facts(files: set[Path]) -> dict[Path, MediaFacts]:
    return {file: answer for file, answer in facts_of(files).items() if isinstance(answer, MediaFacts)}


def _asked(desk: FactsDesk, files: set[Path]) -> dict[Path, Answer]:
    for file in files:
        desk.ask(file)
    waiting, since = files, time.monotonic()
    while waiting := {each for each in waiting if desk.get(each) is None}:
        now = time.monotonic()
        if desk.step(now):
            since = now
        elif now - since > _PATIENCE_SECONDS:
            break
        time.sleep(_LOOK_SECONDS)
    return {file: answer for file in files if (answer := desk.get(file)) is not None}
