"""Facts about media files: asked of a process of its own, remembered on disk by the files' identity."""

import json
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

from kiosk.clock import Clock
from kiosk.projection.contract import Matrix, MediaFacts
from kiosk.projection.spawning import Child

LOG = logging.getLogger(__name__)

PATIENCE_SECONDS: Final = 4.0
"""How long a file may take to tell about itself."""
_START_SECONDS: Final = 15.0
"""The same for the first file of a new process, which has FFmpeg to load."""
_IDLE_SECONDS: Final = 5.0
"""After so long without a question the process ends, and its memory is free."""
_VERSION: Final = 1
_MOST_REMEMBERED: Final = 5000


@dataclass(frozen=True, slots=True)
class Unplayable:
    """Why a file cannot be shown, as the end of a sentence that begins with its name."""

    reason: str


Answer = MediaFacts | Unplayable
Identity = tuple[str, int, int]
"""Path, size in bytes, time of the last change in nanoseconds."""


class FactsDesk:
    """Answers at once what it knows, and finds out the rest.

    ``memory``: a JSON file that keeps the facts for the next start; it may be missing. ``wake`` is called on another
    thread when an answer came.
    """

    def __init__(self, clock: Clock, memory: Path, wake: Callable[[], None] = lambda: None) -> None:
        self._clock = clock
        self._memory = memory
        self._wake = wake
        self._known: OrderedDict[Identity, Answer] = _read(memory)
        self._identities: dict[Path, Identity | None] = {}
        self._waiting: list[Path] = []
        self._asked: tuple[Path, Identity, float] | None = None
        self._child: Child | None = None
        self._fresh = True
        self._idle_since = clock.monotonic()
        self._heard: list[bytes | None] = []
        self._lock = Lock()

    def get(self, file: Path) -> Answer | None:
        """What is known of ``file``; None while it is not known. Files are looked at anew after ``forget_identities``."""
        identity = self._identity(file)
        if identity is None:
            return Unplayable("is not there")
        if identity[1] == 0:
            return Unplayable("is empty")
        return self._known.get(identity)

    def ask(self, file: Path) -> None:
        """Find out about ``file``, after those asked for before."""
        if self.get(file) is None and file not in self._waiting and not (self._asked and self._asked[0] == file):
            self._waiting.append(file)

    def look_again(self) -> None:
        """Files may have come, gone or changed: look at their identities anew."""
        self._identities.clear()

    def step(self, now: float) -> bool:
        """Take in answers and ask on; whether anything is known now that was not."""
        learnt = self._take_in()
        if self._asked and now - self._asked[2] > (_START_SECONDS if self._fresh else PATIENCE_SECONDS):
            learnt = self._give_up("does not tell what it is within 4 s") or learnt
        if not self._asked and self._waiting:
            self._ask_next(now)
        elif self._asked:
            self._idle_since = now
        elif self._child and now - self._idle_since > _IDLE_SECONDS:
            self._dismiss()
        if learnt and not self._asked and not self._waiting:
            _write(self._memory, self._known)
        return learnt

    def next_moment(self, now: float) -> float | None:
        """When ``step`` is needed even if nothing comes (monotonic seconds)."""
        if self._asked is None:
            return now if self._waiting else None
        return self._asked[2] + (_START_SECONDS if self._fresh else PATIENCE_SECONDS)

    def close(self) -> None:
        """End the process. Safe to call twice."""
        self._dismiss()

    def _identity(self, file: Path) -> Identity | None:
        if file not in self._identities:
            try:
                stat = file.stat()
                self._identities[file] = (str(file), stat.st_size, stat.st_mtime_ns)
            except (OSError, ValueError):
                self._identities[file] = None
        return self._identities[file]

    def _ask_next(self, now: float) -> None:
        file = self._waiting.pop(0)
        identity = self._identity(file)
        if identity is None:
            return
        if self._child is None:
            self._child = Child("kiosk.projection.child.probe", "probe", self._hear)
            self._fresh = True
        self._asked = (file, identity, now)
        self._child.send(json.dumps({"v": _VERSION, "file": str(file)}).encode())

    def _hear(self, message: bytes | None) -> None:
        """On the listening thread."""
        with self._lock:
            self._heard.append(message)
        self._wake()

    def _take_in(self) -> bool:
        with self._lock:
            heard, self._heard = self._heard, []
        learnt = False
        for message in heard:
            if message is not None and self._asked:
                self._fresh = False
                learnt = self._learn(_decode(message)) or learnt
            elif message is None and self._asked:
                learnt = self._give_up("breaks the program that looks at it") or learnt
        return learnt

    def _learn(self, answer: Answer) -> bool:
        assert self._asked is not None
        file, identity, _ = self._asked
        self._asked = None
        self._known[identity] = answer
        if isinstance(answer, Unplayable):
            LOG.warning("%s %s", file.name, answer.reason)
        return True

    def _give_up(self, reason: str) -> bool:
        self._dismiss()
        return self._learn(Unplayable(reason))

    def _dismiss(self) -> None:
        child, self._child = self._child, None
        if child:
            child.kill()
            child.reap(1.0)
        with self._lock:
            self._heard.clear()


def shown_size(facts: MediaFacts, screen: tuple[int, int]) -> tuple[int, int]:
    """The largest size of the film's shape that fits ``screen``, in even pixels, at least 2 × 2."""
    width, height = screen
    shape = facts.shape
    wide, high = (width, width / shape) if shape * height > width else (height * shape, height)
    return max(2, min(_even(wide), width // 2 * 2)), max(2, min(_even(high), height // 2 * 2))


def _even(pixels: float) -> int:
    return round(pixels / 2) * 2


def _decode(message: bytes) -> Answer:
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
    fields = asdict(answer)
    return {**fields, "matrix": answer.matrix.value} if isinstance(answer, MediaFacts) else fields


def _read(memory: Path) -> OrderedDict[Identity, Answer]:
    """What an earlier run found out; nothing where the file is missing, damaged or of another version."""
    try:
        stored = json.loads(memory.read_text(encoding="utf-8"))
        if stored["v"] != _VERSION:
            return OrderedDict()
        return OrderedDict(((path, size, changed), _answer(fields)) for path, size, changed, fields in stored["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return OrderedDict()


def _write(memory: Path, known: OrderedDict[Identity, Answer]) -> None:
    """A memory that cannot be written only costs time at the next start. Unplayable files are asked again then."""
    while len(known) > _MOST_REMEMBERED:
        known.popitem(last=False)
    files = [[*identity, _fields(answer)] for identity, answer in known.items() if isinstance(answer, MediaFacts)]
    partial = memory.with_suffix(".part")
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps({"v": _VERSION, "files": files}, ensure_ascii=False), encoding="utf-8")
        partial.replace(memory)
    except OSError as error:
        LOG.info("The facts about the films are not kept for the next start: %s", error)
