"""What takes long to find out about captions, stills and pages, remembered by what decides it."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from kiosk.health.contents.found import Found
from kiosk.kept import keep, read_kept

VERSION: Final = 1
"""Raised whenever something else is found in the same files, so that everything is looked at anew."""

Rows = list[list[str]]


class ContentMemory:
    """A JSON file that may be missing; without one, nothing is remembered beyond this object.

    What was not asked for since it was read is forgotten when it is written: files come and go.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._before: dict[str, Rows] = _read(file) if file else {}
        self._now: dict[str, Rows] = {}

    def recall(self, decides: object, find: Callable[[], Iterable[Found]]) -> list[Found]:
        """What was found, or is found now by ``find``. ``decides``: everything that the answer depends on."""
        key = hashlib.blake2b(repr(decides).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        rows = self._now.get(key, self._before.get(key))
        found = None if rows is None else _found(rows)
        if found is None:
            found = list(find())
            rows = [[each.code, each.message, each.severity, each.field] for each in found]
        self._now[key] = rows or []
        return found

    def keep(self) -> None:
        """Write it. A memory that cannot be written only costs time the next time."""
        if self._file is None or self._now == self._before:
            return
        keep(self._file, VERSION, "found", self._now)


def _read(file: Path) -> dict[str, Rows]:
    kept = read_kept(file, VERSION, "found")
    return kept if isinstance(kept, dict) else {}


def _found(rows: object) -> list[Found] | None:
    """None where the rows are not what was written."""
    try:
        found = [Found(*each) for each in rows]  # type: ignore[attr-defined]
    except TypeError:
        return None
    fine = all(each.severity in ("problem", "notice") for each in found)
    return found if fine else None
