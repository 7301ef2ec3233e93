"""Which media files there are, and whether they are whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from kiosk.changes.identity import Identity, identity_of
from kiosk.changes.writing import is_written
from kiosk.clock import Clock

STILL_SECONDS: Final = 2.0
"""A new or changed file is touched after so long without another change."""
_LONG_AGO: Final = 60.0
"""Seconds. Nobody writes to a file any more that was changed so long before it was first seen."""


@dataclass(slots=True)
class _File:
    """``used``: the state in which it counts, None where there is none. ``seen``: its state at the last look.

    ``since``: when that was first seen (monotonic seconds). ``grows``: it changed again since, or is written to.
    """

    used: Identity | None
    seen: Identity | None
    since: float
    grows: bool = False


class Inventory:
    """Looks after media files. A changed file counts as it was before, until it has been still for 2 s and nobody has
    it open for writing; one that is gone is gone at once.

    ``look`` may be called on another thread than the rest. It costs about 3 µs a file, and works on every file
    system: drives in the network report no events.
    """

    def __init__(
        self,
        clock: Clock,
        identify: Callable[[Path], Identity | None] = identity_of,
        is_written: Callable[[Path], bool] = is_written,
        still_seconds: float = STILL_SECONDS,
    ) -> None:
        self._still_seconds = still_seconds
        self._clock = clock
        self._identify = identify
        self._is_written = is_written
        self._files: dict[Path, _File] = {}
        self._lock = Lock()

    @classmethod
    def of_a_moment(cls, clock: Clock) -> "Inventory":
        """For somebody who looks once: every file counts as it is found."""
        return cls(clock, is_written=lambda _file: False, still_seconds=0.0)

    def identity(self, file: Path) -> Identity | None:
        """The state in which the file may be used; None where it is not there, or was never whole."""
        return self._known(file).used

    def settled(self, file: Path) -> Identity | None:
        """The same, but None also while the file is about to become another one."""
        known = self._known(file)
        return known.used if known.used == known.seen else None

    def is_there(self, file: Path) -> bool:
        """Whether there is a file of that name, whole or not."""
        return self._known(file).seen is not None

    def is_changing(self, file: Path) -> bool:
        """Whether it is not whole, and may not be for long: unlike one that was put in place in one go."""
        known = self._known(file)
        return known.grows and known.seen != known.used

    def is_arriving(self, file: Path) -> bool:
        """Whether it is there, but was never whole so far."""
        known = self._known(file)
        return known.used is None and known.seen is not None

    def follow(self, files: Iterable[Path]) -> None:
        """Look after these files from now on, and no others."""
        followed = {file: self._known(file) for file in files}
        with self._lock:
            self._files = followed

    @property
    def waits(self) -> list[Path]:
        """The files that are not whole yet: worth another look soon."""
        return [file for file, known in self._all() if known.seen != known.used]

    def look(self, files: Iterable[Path] | None = None) -> frozenset[Path]:
        """Look at these files, else at all; those that count differently from now on."""
        now = self._clock.monotonic()
        looked_at = self._all() if files is None else [(file, self._known(file)) for file in files]
        return frozenset(file for file, known in looked_at if self._has_changed(file, known, now))

    def _has_changed(self, file: Path, known: _File, now: float) -> bool:
        seen = self._identify(file)
        if seen != known.seen:
            known.grows = known.seen != known.used
            known.seen, known.since = seen, now
        if seen == known.used:
            return False
        if seen is not None:
            if now - known.since < self._still_seconds:
                return False
            if self._is_written(file):
                known.grows = True
                return False
        known.used, known.grows = seen, False
        return True

    def _known(self, file: Path) -> _File:
        known = self._files.get(file)
        if known is None:
            known = self._first_look(file)
            with self._lock:
                self._files.setdefault(file, known)
        return known

    def _first_look(self, file: Path) -> _File:
        """A file that was changed just now, or is being written to, is not whole yet."""
        now, seen = self._clock.monotonic(), self._identify(file)
        if seen is None:
            return _File(None, None, now)
        age = self._clock.now().timestamp() - seen[2] / 1e9
        grows = 0.0 <= age < _LONG_AGO and self._is_written(file)
        if grows or 0.0 <= age < self._still_seconds:
            return _File(None, seen, now if grows else now - age, grows)
        return _File(seen, seen, now)

    def _all(self) -> list[tuple[Path, _File]]:
        with self._lock:
            return list(self._files.items())
