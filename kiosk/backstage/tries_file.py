"""Keeps the wrong tries on disk, so that a restart does not clear the lock."""

import json
import logging
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kiosk.clock import Clock
from kiosk.panel.tries import FREE_TRIES, Tries
from kiosk.whole_file import write_whole

LOG = logging.getLogger(__name__)

_VERSION: Final = 1


class TriesFile:
    """``path``: a JSON file in the state folder; it may be missing. One that is damaged counts as just locked."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._tries = self._read()

    @property
    def locked_seconds(self) -> float:
        """How long the panel stays locked, 0 if it is not."""
        return self._tries.locked_for(self._clock.now()).total_seconds()

    def failed(self) -> None:
        """A wrong PIN was given."""
        self._tries = self._tries.failed(self._clock.now())
        self._write()

    def passed(self) -> None:
        """The right PIN was given."""
        if self._tries.wrong:
            self._tries = Tries()
            self._write()

    def _read(self) -> Tries:
        try:
            fields = json.loads(self._path.read_text("utf-8"))
            if fields["v"] != _VERSION:
                raise ValueError("another version")
            last = datetime.fromtimestamp(fields["last"], UTC) if fields["last"] is not None else None
            return Tries(max(0, int(fields["wrong"])), last)
        except FileNotFoundError:
            return Tries()
        except (OSError, ValueError, KeyError, TypeError, OverflowError) as error:
            LOG.warning("The number of wrong PINs cannot be read (%s); the panel is locked for a minute.", error)
            return Tries(FREE_TRIES, self._clock.now())

    def _write(self) -> None:
        """A disk that is full must not keep the installer out."""
        last = self._tries.last
        fields = {"v": _VERSION, "wrong": self._tries.wrong, "last": last.timestamp() if last else None}
        with suppress(OSError):
            write_whole(self._path, json.dumps(fields), lasting=True)
