"""When a projector may be started again, and which files are left out because they end projectors."""

import os
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Final

Identity = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""

BURST: Final = 5
BURST_SECONDS: Final = 60.0
PAUSE_SECONDS: Final = 15.0
DEATHS: Final = 2


class Restarts:
    """Five starts within a minute at once, after that one each quarter of a minute; never none for good."""

    def __init__(self) -> None:
        self._starts: deque[float] = deque(maxlen=BURST)

    def allowed_at(self, now: float) -> float:
        """When the next start may be (monotonic seconds); ``now`` or later."""
        if len(self._starts) < BURST or now - self._starts[0] >= BURST_SECONDS:
            return now
        return max(now, self._starts[-1] + PAUSE_SECONDS)

    def note(self, now: float) -> None:
        """A start happened."""
        self._starts.append(now)


def identify(file: Path) -> Identity | None:
    """What tells a file from a later one of the same name; None if it cannot be looked at."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


class LeftOut:
    """Files that ended their projector twice; each until it changes."""

    reason: Final = "it ended its projector twice and is left out until it changes"

    def __init__(self, identify: Callable[[Path], Identity | None] = identify) -> None:
        self._identify = identify
        self._deaths: dict[Path, tuple[Identity | None, int]] = {}

    def note_death(self, file: Path) -> None:
        """A projector ended while this file was threaded."""
        identity = self._identify(file)
        before, count = self._deaths.get(file, (identity, 0))
        self._deaths[file] = (identity, count + 1 if before == identity else 1)

    def __contains__(self, file: object) -> bool:
        if not isinstance(file, Path) or file not in self._deaths:
            return False
        identity, count = self._deaths[file]
        if identity != self._identify(file):
            del self._deaths[file]
            return False
        return count >= DEATHS
