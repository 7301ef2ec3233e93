"""What ``kiosk.local.yaml`` said before the last changes.

On the disk, not in memory: a change that makes the screen unusable is answered by pulling the plug, and has to be taken
back after that. Whole files, not values: what is taken back is what was there, whatever a change did to it.
"""

import hashlib
import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from kiosk.panel.effects import Way
from kiosk.whole_file import write_whole

LOG = logging.getLogger(__name__)

MOST: Final = 20
"""So many changes can be taken back."""
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One change. ``at``: when, in seconds since 1970. ``ways``: what it changed. ``before``: the file's text, None if
    there was none. ``after``: a digest of what it left."""

    at: float
    ways: list[list[str]]
    before: str | None
    after: str

    def changed(self, ways: list[Way]) -> bool:
        """Whether it changed just these values."""
        return self.ways == [list(each) for each in ways]


def digest(text: str | None) -> str:
    """What tells one text of the file from another."""
    return hashlib.sha256((text or "").encode()).hexdigest()


class UndoFile:
    """``path``: a JSON file in the state folder. It is of one exhibition's ``folder``; one that is damaged is empty."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def steps(self, folder: Path) -> list[Step]:
        """The changes that can be taken back, the last one last."""
        try:
            fields = json.loads(self._path.read_text("utf-8"))
            if fields["v"] != _VERSION or fields["folder"] != str(folder):
                return []
            return [Step(**each) for each in fields["steps"]]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, KeyError, TypeError) as error:
            LOG.warning("What was changed on the panel before cannot be taken back (%s).", error)
            return []

    def keep(self, folder: Path, steps: list[Step]) -> None:
        """Without it, on a full disk, a change holds all the same."""
        fields = {"v": _VERSION, "folder": str(folder), "steps": [asdict(each) for each in steps[-MOST:]]}
        try:
            write_whole(self._path, json.dumps(fields), lasting=True)
        except OSError as error:
            LOG.warning("The change cannot be taken back later (%s).", error)
