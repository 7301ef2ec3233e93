"""What is known about media files, in words that can be sent and kept."""

import json
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.changes.identity import Identity
from kiosk.kept import keep, read_kept
from kiosk.projection.contract import Matrix, MediaFacts

VERSION: Final = 1
_MOST_REMEMBERED: Final = 5000


@dataclass(frozen=True, slots=True)
class Unplayable:
    """Why a file cannot be shown, as the end of a sentence that begins with its name."""

    reason: str


Answer = MediaFacts | Unplayable
Known = OrderedDict[Identity, Answer]


def decode(message: bytes) -> Answer:
    """An answer of the probe; a message that is none counts against the file."""
    try:
        return _answer(json.loads(message)["is"])
    except (ValueError, KeyError, TypeError):
        return Unplayable("cannot be read")


def _answer(fields: dict[str, Any]) -> Answer:
    if "reason" in fields:
        return Unplayable(str(fields["reason"]))
    return MediaFacts(**{**fields, "matrix": Matrix(fields["matrix"])})


def _fields(answer: Answer) -> dict[str, Any]:
    fields = {name: getattr(answer, name) for name in answer.__dataclass_fields__}  # asdict takes ten times as long
    return {**fields, "matrix": answer.matrix.value} if isinstance(answer, MediaFacts) else fields


def read(memory: Path) -> Known:
    """What an earlier run found out; nothing where the file is missing, damaged or of another version."""
    try:
        kept = read_kept(memory, VERSION, "files") or ()
        return OrderedDict(((path, size, changed), _answer(fields)) for path, size, changed, fields in kept)
    except (ValueError, KeyError, TypeError):
        return OrderedDict()


def write(memory: Path, known: Known) -> None:
    """A memory that cannot be written only costs time at the next start. Unplayable files are asked again then."""
    while len(known) > _MOST_REMEMBERED:
        known.popitem(last=False)
    files = [[*identity, _fields(answer)] for identity, answer in known.items() if isinstance(answer, MediaFacts)]
    keep(memory, VERSION, "files", files)
