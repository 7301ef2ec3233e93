"""Captions that were found inside media files, kept in a folder so that a long film is gone through only once."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.captions.cues import LONGEST_CUE, MOST_CUES, Cue
from kiosk.changes.identity import Identity

VERSION: Final = 1
MOST_TRACKS: Final = 12
MOST_CHARACTERS: Final = 4 * 2**20
"""Of all tracks of a film together."""
_MOST_BYTES: Final = 32 * 2**20
_MOST_KEPT: Final = 400

Embedded = dict[str, tuple[Cue, ...]]
"""Cues by language."""


class Shelf:
    """A JSON file for each media file, named by its identity; the oldest go when there are very many."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def place(self, identity: Identity) -> Path:
        """Where the captions of a media file are, or are to be written."""
        name = hashlib.sha256(json.dumps([VERSION, *identity]).encode()).hexdigest()[:32]
        return self._folder / f"{name}.json"

    def take(self, identity: Identity) -> Embedded | None:
        """What is kept of a media file; None if nothing is, or it is not what it should be."""
        place = self.place(identity)
        try:
            if place.stat().st_size > _MOST_BYTES:
                return None
            return _tracks(json.loads(place.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, RecursionError):
            return None

    def make_room(self) -> None:
        """Create the folder, and remove the oldest files where there are too many. Errors only cost time later."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            kept = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
            for old in kept[: max(0, len(kept) - _MOST_KEPT)]:
                old.unlink(missing_ok=True)


def _tracks(stored: object) -> Embedded:
    """Checked like anything that comes from another process. ValueError where it is something else."""
    if not isinstance(stored, dict) or len(stored) > MOST_TRACKS:
        raise ValueError("no captions")
    return {str(language): tuple(_cue(*each) for each in cues[:MOST_CUES]) for language, cues in stored.items()}


def _cue(start: float, end: float, text: str) -> Cue:
    return Cue(float(start), float(end), str(text)[:LONGEST_CUE])
