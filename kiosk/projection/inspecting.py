"""Has films inspected by as many processes as there are processors; a film that breaks one is only lost itself."""

import json
import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, Final

from kiosk.projection.errand import Errand
from kiosk.projection.inspection import Uninspected

MODULE: Final = "kiosk.projection.child.inspection"
PATIENCE_SECONDS: Final = 60.0
"""How long nothing may come of a film: a disc may have to start, a network may be slow."""

Answer = dict[str, Any] | Uninspected
Question = dict[str, Any]
Heard = Callable[[int, str, float], None]
"""Is told the number of a question, and to which second of which part the work on it has come."""


def processors() -> int:
    """Those that this program may use."""
    return len(os.sched_getaffinity(0))


class Inspectors:
    """So many processes, each with a question at a time. Call ``close`` at the end."""

    def __init__(self, count: int, patience: float = PATIENCE_SECONDS) -> None:
        self._patience = patience
        self._news: SimpleQueue[None] = SimpleQueue()
        self._places = [_Place(Errand(MODULE, "inspection", lambda: self._news.put(None))) for _ in range(count)]

    def answers(
        self, questions: Sequence[Question], heard: Heard = lambda *_: None, *, together: bool = True
    ) -> Iterator[tuple[int, Answer]]:
        """The answers as they come, each with the number of its question. Not ``together``: one after the other."""
        waiting = deque(enumerate(questions))
        places = self._places if together else self._places[:1]
        for place in self._places[len(places) :]:
            place.errand.dismiss()
        while waiting or any(each.asked is not None for each in places):
            for place in places:
                if place.asked is None and waiting:
                    place.ask(*waiting.popleft())
            self._wait(places)
            for place in places:
                if (answer := place.heard(heard, self._patience)) is not None:
                    yield answer

    def close(self) -> None:
        """End the processes. Safe to call twice."""
        for place in self._places:
            place.errand.dismiss()

    def _wait(self, places: Sequence["_Place"]) -> None:
        """Until something comes, or a process has had its time."""
        latest = min(each.since for each in places if each.asked is not None) + self._patience
        try:
            self._news.get(timeout=max(0.0, latest - time.monotonic()) + 0.01)
        except Empty:
            return


@dataclass(slots=True)
class _Place:
    """A process, the number of the question that it works at, and since when nothing came of it."""

    errand: Errand
    asked: int | None = None
    since: float = 0.0

    def ask(self, number: int, question: Question) -> None:
        self.asked, self.since = number, time.monotonic()
        self.errand.ask(**question)

    def heard(self, heard: Heard, patience: float) -> tuple[int, Answer] | None:
        """The answer, once it is there."""
        for message in self.errand.heard():
            if self.asked is None:
                continue
            self.since = time.monotonic()
            if message is None:
                return self._lost("breaks the program that decodes it")
            answer = self._read(message, heard)
            if answer is not None:
                return self._done(answer)
        if self.asked is not None and time.monotonic() - self.since > patience:
            return self._lost("cannot be inspected: nothing comes of it")
        return None

    def _read(self, message: bytes, heard: Heard) -> Answer | None:
        assert self.asked is not None
        try:
            told = json.loads(message)
            if "at" in told:
                heard(self.asked, str(told["at"][0]), float(told["at"][1]))
                return None
            found = dict(told["is"])
        except (ValueError, KeyError, TypeError, IndexError):
            return Uninspected("cannot be read")
        return Uninspected(str(found["reason"])) if "reason" in found else found

    def _lost(self, reason: str) -> tuple[int, Answer]:
        self.errand.dismiss()
        return self._done(Uninspected(reason))

    def _done(self, answer: Answer) -> tuple[int, Answer]:
        assert self.asked is not None
        number, self.asked = self.asked, None
        return number, answer
