"""Listens to what the kiosk tells of itself, in the process in which it runs."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from operator import itemgetter
from threading import Condition
from typing import Any, TypeVar

from kiosk.clock import Clock
from kiosk.trace import Trace

Line = dict[str, Any]
Found = TypeVar("Found")


class Ended(Exception):
    """The kiosk has ended."""


class Observer(Trace):
    """A trace that is kept in memory. The kiosk writes on its own thread, whoever waits does so on another."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(None, clock, frames=True)
        self.frames = True
        self._observed = clock
        self._lines: defaultdict[str, list[tuple[int, Line]]] = defaultdict(list)
        self._count = 0
        self._news = Condition()
        self._ended = False

    def __bool__(self) -> bool:
        return True

    def write(self, what: str, **facts: Any) -> None:
        line = {"at": self._observed.monotonic(), "what": what, **facts}
        with self._news:
            self._lines[what].append((self._count, line))
            self._count += 1
            self._news.notify_all()

    def close(self) -> None:
        """Nothing more will come: whoever waits hears it."""
        with self._news:
            self._ended = True
            self._news.notify_all()

    def mark(self) -> int:
        """How many lines there are; for ``since``."""
        return self._count

    def since(self, mark: int, what: str) -> list[Line]:
        """The lines of a kind from there on. There is one for every frame, and whoever waits asks as often."""
        lines = self._lines[what]
        return [line for _, line in lines[bisect_left(lines, mark, key=itemgetter(0)) :]]

    def wait(self, look: Callable[[], Found | None], seconds: float) -> Found | None:
        """What ``look`` finds, as soon as it finds something; None after ``seconds``. ``Ended`` if the kiosk ends."""
        until = self._observed.monotonic() + seconds
        with self._news:
            while (found := look()) is None:
                left = until - self._observed.monotonic()
                if self._ended:
                    raise Ended
                if left <= 0:
                    return None
                self._news.wait(left)
        return found
