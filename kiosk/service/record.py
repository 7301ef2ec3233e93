"""What an installation wrote and what was there before, so that all of it can be taken back."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from kiosk.service.machine import Folder
from kiosk.service.names import NAME

PLACE: Final = f"etc/{NAME}/service.json"
"""Under the root. Only root writes there: what it names is deleted."""
_VERSION: Final = 1


class Damaged(Exception):
    """The record cannot be read."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a path holds: a text, or as a link what it points to."""

    text: str = ""
    link: str | None = None


@dataclass(slots=True)
class Record:
    """``written``: by path, what was put there. ``before``: what was there until then, None for nothing.

    ``folders`` were made for them, the outer ones first. ``undo``: commands after a removal. ``exhibition``: the
    exhibition's folder before its group and permissions were changed. ``room``: the same of the folder around it, where
    these were changed, too.
    """

    written: dict[str, Content] = field(default_factory=dict)
    before: dict[str, Content | None] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    undo: list[list[str]] = field(default_factory=list)
    exhibition: Folder | None = None
    room: Folder | None = None

    def text(self) -> str:
        """As JSON."""
        return json.dumps({"v": _VERSION, **asdict(self)}, indent=2) + "\n"


def read_record(root: Path) -> Record | None:
    """The record under ``root``, None if nothing was installed there. Raises Damaged."""
    try:
        fields = json.loads((root / PLACE).read_text("utf-8"))
        if fields.pop("v") != _VERSION:
            raise ValueError("another version")
        return _record(fields)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(f"/{PLACE} cannot be read ({error}).") from error


def _record(fields: dict[str, Any]) -> Record:
    exhibition, room = fields["exhibition"], fields.get("room")
    return Record(
        written={path: Content(**each) for path, each in fields["written"].items()},
        before={path: Content(**each) if each else None for path, each in fields["before"].items()},
        folders=list(fields["folders"]),
        undo=[list(each) for each in fields["undo"]],
        exhibition=Folder(**exhibition) if exhibition else None,
        room=Folder(**room) if room else None,
    )
