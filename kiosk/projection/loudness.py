"""How loud files are: measured once by a process in the background, remembered on disk by the files' identity."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.changes.identity import Identity
from kiosk.clock import Clock
from kiosk.exhibition.level import Loudness
from kiosk.projection.errand import Errand
from kiosk.projection.loudness_memory import Key, Known, Measured, Unmeasured, key, measured, read, write

__all__ = ["LoudnessDesk", "Measured", "Stretch", "Unmeasured"]

LOG = logging.getLogger(__name__)

Stretch = tuple[Path, float, float | None]
"""A file, and its in and out points in seconds; None for its end."""

PATIENCE_SECONDS: Final = 180.0
"""How long nothing may come of a file. Long: a machine that is busy with films leaves this work next to no time."""
_KEEP_SECONDS: Final = 30.0
"""So often at most what was measured is written down while there is more to do: of many files it takes a while."""
_IDLE_SECONDS: Final = 5.0
"""After so long without a question the process ends, and its memory is free."""


class LoudnessDesk:
    """Answers at once what it knows, and has the rest measured, one stretch after the other.

    ``memory``: a JSON file that keeps it for the next start; it may be missing. ``identity`` tells which file a path
    is now, None if there is none. ``wake`` is called on another thread when something was measured. A process that
    was ended in the middle of a stretch begins it anew the next time.
    """

    def __init__(
        self,
        clock: Clock,
        memory: Path,
        identity: Callable[[Path], Identity | None],
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        self._memory = memory
        self._identity = identity
        self._known: Known = read(memory)
        self._waiting: dict[Key, Stretch] = {}
        self._asked: tuple[Key, Stretch] | None = None
        self._heard_at = self._kept_at = clock.monotonic()
        self._unkept = False
        self._errand = Errand("kiosk.projection.child.loudness", "loudness", wake)

    @property
    def pid(self) -> int | None:
        """The process that measures, None while there is nothing to do."""
        return self._errand.pid

    @property
    def left(self) -> int:
        """How many stretches are still to be measured."""
        return len(self._waiting) + (self._asked is not None)

    def get(self, stretch: Stretch) -> Measured | None:
        """What is known of a stretch; None while it is not known, or its file is not there."""
        found = self._key(stretch)
        return None if found is None else self._known.get(found)

    def ask(self, stretch: Stretch) -> None:
        """Have a stretch measured, after those asked for before."""
        found = self._key(stretch)
        if found is not None and found not in self._known and not (self._asked and self._asked[0] == found):
            self._waiting.setdefault(found, stretch)

    def step(self, now: float) -> bool:
        """Take in what was measured and go on; whether anything is known now that was not."""
        learnt = self._take_in(now)
        if self._asked and now - self._heard_at > PATIENCE_SECONDS:
            learnt = self._give_up("cannot be measured: nothing comes of it")
        if not self._asked and self._waiting:
            self._ask_next(now)
        if self._unkept and (not self._asked or now - self._kept_at > _KEEP_SECONDS):
            self._keep()
            self._kept_at = now
        if not self._asked and self._errand.pid and now - self._heard_at > _IDLE_SECONDS:
            self._errand.dismiss()
        return learnt

    def next_moment(self) -> float | None:
        """When ``step`` is needed even if nothing comes (monotonic seconds)."""
        if self._asked:
            return self._heard_at + PATIENCE_SECONDS
        return self._heard_at if self._waiting else None

    def close(self) -> None:
        """End the process, and keep what it found out. Safe to call twice."""
        self._errand.dismiss()
        if self._unkept:
            self._keep()

    def _keep(self) -> None:
        self._unkept = False
        write(self._memory, self._known)

    def _key(self, stretch: Stretch) -> Key | None:
        identity = self._identity(stretch[0])
        return None if identity is None else key(identity, *stretch[1:])

    def _ask_next(self, now: float) -> None:
        found = next(iter(self._waiting))
        stretch = self._waiting.pop(found)
        if self._key(stretch) == found:  # else another file is there by now, and was asked for
            self._asked, self._heard_at = (found, stretch), now
            file, start, end = stretch
            self._errand.ask(file=str(file), start=start, end=end)

    def _take_in(self, now: float) -> bool:
        learnt = False
        for message in self._errand.heard():
            self._heard_at = now
            if self._asked and message is None:
                learnt = self._give_up("breaks the program that measures its loudness") or learnt
            elif self._asked and message is not None:
                learnt = self._read(message) or learnt
        return learnt

    def _read(self, message: bytes) -> bool:
        """An answer, or a sign that the work goes on; what is neither counts against the file."""
        try:
            answer = json.loads(message)
            return "at" not in answer and self._learn(measured(answer["is"]))
        except (ValueError, KeyError, TypeError):
            return self._learn(Unmeasured("cannot be measured"))

    def _learn(self, found: Measured) -> bool:
        assert self._asked is not None
        (asked, (file, _, _)), self._asked = self._asked, None
        self._known[asked] = found
        if isinstance(found, Loudness):
            self._unkept = True
            LOG.info("%s has a loudness of %.1f LUFS and peaks at %.1f dBTP", file.name, found.integrated, found.peak)
        else:
            LOG.warning("%s %s. It is played as loud as it is.", file.name, found.reason)
        return True

    def _give_up(self, reason: str) -> bool:
        self._errand.dismiss()
        return self._learn(Unmeasured(reason))
