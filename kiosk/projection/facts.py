"""Facts about media files: asked of a process of its own, remembered on disk by the files' identity."""

import logging
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.changes.identity import Identity
from kiosk.changes.inventory import Inventory
from kiosk.clock import Clock
from kiosk.projection.errand import Errand
from kiosk.projection.facts_memory import Answer, Known, Unplayable, decode, read, write

__all__ = ["Answer", "FactsDesk", "Unplayable"]

LOG = logging.getLogger(__name__)

PATIENCE_SECONDS: Final = 4.0
"""How long a file may take to tell about itself."""
_START_SECONDS: Final = 15.0
"""The same for the first file of a new process, which has FFmpeg to load."""
_IDLE_SECONDS: Final = 5.0
"""After so long without a question the process ends, and its memory is free."""


class FactsDesk:
    """Answers at once what it knows, and finds out the rest.

    ``memory``: a JSON file that keeps the facts for the next start; it may be missing. ``wake`` is called on another
    thread when an answer came. ``inventory`` knows which files are there and whole; without it, all count as they are.
    """

    def __init__(
        self,
        clock: Clock,
        memory: Path,
        wake: Callable[[], None] = lambda: None,
        inventory: Inventory | None = None,
    ) -> None:
        self._clock = clock
        self._memory = memory
        self._known: Known = read(memory)
        self._waiting: OrderedDict[Path, None] = OrderedDict()
        self._inventory = inventory if inventory is not None else Inventory.of_a_moment(clock)
        self._asked: tuple[Path, Identity, float] | None = None
        self._errand = Errand("kiosk.projection.child.probe", "probe", wake)
        self._fresh = True
        self._unsaved = False
        self._idle_since = clock.monotonic()

    def begin(self) -> None:
        """Where nothing is known yet, start the process that looks into files: it takes half a second to do so."""
        if not self._known:
            self._errand.begin()

    def get(self, file: Path) -> Answer | None:
        """What is known of ``file``; None while it is not known. A changed file is noticed after ``look_at``."""
        if self._inventory.is_changing(file):
            return Unplayable("is still being copied")
        identity = self.identity(file)
        if identity is None:
            return None if self._inventory.is_there(file) else Unplayable("is not there")
        if identity[1] == 0:
            return Unplayable("is empty")
        return self._known.get(identity)

    def ask(self, file: Path, *, first: bool = False) -> None:
        """Find out about ``file``: after those asked for before, or ``first``, because it is to be shown now."""
        if self.get(file) is None and not (self._asked and self._asked[0] == file):
            self._waiting.setdefault(file)
            if first:
                self._waiting.move_to_end(file, last=False)

    @property
    def busy(self) -> bool:
        """Whether there is still a file to ask."""
        return bool(self._waiting)

    def look_at(self, file: Path) -> None:
        """It may have gone or changed just now."""
        self._inventory.look([file])

    def step(self, now: float) -> bool:
        """Take in answers and ask on; whether anything is known now that was not."""
        learnt = self._take_in()
        if self._asked and now - self._asked[2] > (_START_SECONDS if self._fresh else PATIENCE_SECONDS):
            learnt = self._give_up("does not tell what it is within 4 s") or learnt
        if not self._asked and self._waiting:
            self._ask_next(now)
        elif self._asked:
            self._idle_since = now
        elif self._errand.pid and now - self._idle_since > _IDLE_SECONDS:
            self._errand.dismiss()
        if learnt and not self._asked and not self._waiting:
            self._save()
        return learnt

    def next_moment(self, now: float) -> float | None:
        """When ``step`` is needed even if nothing comes (monotonic seconds)."""
        if self._asked is None:
            return now if self._waiting else None
        return self._asked[2] + (_START_SECONDS if self._fresh else PATIENCE_SECONDS)

    def close(self) -> None:
        """End the process, and keep what is known so far. Safe to call twice."""
        self._errand.dismiss()
        self._save()

    def _save(self) -> None:
        unsaved, self._unsaved = self._unsaved, False
        if unsaved:
            write(self._memory, self._known)

    def identity(self, file: Path) -> Identity | None:
        """Which file a path is now; None if there is none, or it is about to become another one."""
        return self._inventory.settled(file)

    def _ask_next(self, now: float) -> None:
        file, _ = self._waiting.popitem(last=False)
        identity = self.identity(file)
        if identity is None:  # not whole: it is asked for again then
            return
        self._fresh = self._fresh or self._errand.pid is None
        self._asked = (file, identity, now)
        self._errand.ask(file=str(file))

    def _take_in(self) -> bool:
        learnt = False
        for message in self._errand.heard():
            if message is not None and self._asked:
                self._fresh = False
                learnt = self._learn(decode(message)) or learnt
            elif message is None and self._asked:
                learnt = self._give_up("breaks the program that looks at it") or learnt
        return learnt

    def _learn(self, answer: Answer) -> bool:
        assert self._asked is not None
        file, identity, _ = self._asked
        self._asked = None
        self._known[identity] = answer
        self._unsaved = True
        if isinstance(answer, Unplayable):
            LOG.warning("%s %s", file.name, answer.reason)
        return True

    def _give_up(self, reason: str) -> bool:
        self._errand.dismiss()
        return self._learn(Unplayable(reason))
