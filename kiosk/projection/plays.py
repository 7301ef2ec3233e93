"""How often films were begun, day by day; kept across restarts."""

import json
import logging
from datetime import date
from pathlib import Path
from typing import Final

from kiosk.whole_file import write_whole

LOG = logging.getLogger(__name__)

VERSION: Final = 1
_DAYS_KEPT: Final = 8
"""More than one, because a clock that was set wrong for a while must not make a day's plays forgotten."""


class Plays:
    """Counts plays by day and name. ``file`` is written whole and renamed at each count, so that it is never half."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._days = _read(file)

    def count(self, day: date, name: str) -> int:
        """How often ``name`` was begun on ``day``."""
        return self._days.get(day.isoformat(), {}).get(name, 0)

    def add(self, day: date, name: str) -> None:
        """Count one more."""
        plays = self._days.setdefault(day.isoformat(), {})
        plays[name] = plays.get(name, 0) + 1
        for old in sorted(self._days)[:-_DAYS_KEPT]:
            del self._days[old]
        self._write()

    def _write(self) -> None:
        try:
            write_whole(self._file, json.dumps({"v": VERSION, "days": self._days}, ensure_ascii=False))
        except OSError as error:
            LOG.warning("The plays of today are not kept for the next start: %s", error)


def _read(file: Path) -> dict[str, dict[str, int]]:
    """What an earlier run counted; nothing where the file is missing, damaged or of another version."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        if stored["v"] == VERSION:
            return {
                date.fromisoformat(day).isoformat(): {str(name): int(count) for name, count in plays.items()}
                for day, plays in stored["days"].items()
            }
    except FileNotFoundError:
        pass
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        LOG.warning("The plays of today cannot be read and are counted from none: %s", error)
    return {}
