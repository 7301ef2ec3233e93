"""What became of sticks, kept for the installer's screens."""

import json
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from kiosk.whole_file import write_whole

LOG = logging.getLogger(__name__)

Outcome = Literal["copied", "unchanged", "shown", "ended", "refused", "failed", "pulled out"]
MOST_KEPT: Final = 100
MOST_SAID: Final = 20


@dataclass(frozen=True, slots=True)
class Note:
    """``at``: when, in ISO 8601 with the zone. ``stick``: where it was mounted. ``said``: sentences, or lines as of
    ``kiosk check``."""

    at: str
    stick: str
    outcome: Outcome
    said: tuple[str, ...] = ()


class Notes:
    """A file of JSON lines, the latest last."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, at: datetime, stick: Path, outcome: Outcome, said: Sequence[str] = ()) -> None:
        """Take down what happened, and say it in the log. A note that cannot be kept is said all the same."""
        lines = [*said[:MOST_SAID], *([f"{len(said) - MOST_SAID} more."] if len(said) > MOST_SAID else [])]
        note = Note(at.isoformat(timespec="seconds"), str(stick), outcome, tuple(lines))
        LOG.log(logging.INFO if outcome in ("copied", "unchanged", "shown", "ended") else logging.WARNING, "%s", note)
        text = "".join(json.dumps(asdict(each)) + "\n" for each in [*self.read(), note][-MOST_KEPT:])
        with suppress(OSError):
            write_whole(self._file, text)

    def read(self) -> list[Note]:
        """All that are kept; lines that cannot be read are left out."""
        with suppress(OSError, ValueError):
            return [note for line in self._file.read_text(encoding="utf-8").splitlines() if (note := _note(line))]
        return []


def _note(line: str) -> Note | None:
    try:
        fields = json.loads(line)
        return Note(str(fields["at"]), str(fields["stick"]), fields["outcome"], tuple(map(str, fields["said"])))
    except (ValueError, KeyError, TypeError):
        return None
