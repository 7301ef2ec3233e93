"""What was measured of files, in words that can be sent and kept."""

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.changes.identity import Identity
from kiosk.exhibition.level import Loudness
from kiosk.kept import keep, read_kept

VERSION: Final = 1
_MOST_REMEMBERED: Final = 10_000


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """Why nothing is known of a file's loudness, as the end of a sentence that begins with its name."""

    reason: str


Measured = Loudness | Unmeasured
Key = tuple[str, int, int, float, float | None]
"""A file's identity, and seconds of the stretch's in and out points; None for the end of the file."""
Known = OrderedDict[Key, Measured]


def key(identity: Identity, start: float, end: float | None) -> Key:
    """Of a stretch of a file, to the millisecond."""
    return (*identity, round(start, 3), None if end is None else round(end, 3))


def measured(fields: dict[str, Any]) -> Measured:
    """What the process that measures answered, or what was kept."""
    if "reason" in fields:
        return Unmeasured(str(fields["reason"]))
    return Loudness(float(fields["integrated"]), float(fields["peak"]))


def read(memory: Path) -> Known:
    """What earlier runs measured; nothing where the file is missing, damaged or of another version."""
    try:
        return OrderedDict(
            ((path, size, changed, start, end), measured(fields))
            for path, size, changed, start, end, fields in read_kept(memory, VERSION, "stretches") or ()
        )
    except (ValueError, KeyError, TypeError):
        return OrderedDict()


def write(memory: Path, known: Known) -> None:
    """A memory that cannot be written only costs time after the next start. What failed is tried again then."""
    while len(known) > _MOST_REMEMBERED:
        known.popitem(last=False)
    kept = [
        [*stretch, {"integrated": found.integrated, "peak": found.peak}]
        for stretch, found in known.items()
        if isinstance(found, Loudness)
    ]
    keep(memory, VERSION, "stretches", kept)
