"""Listens to what the kiosk tells of itself, in the process in which it runs."""

from collections.abc import Callable
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
        self._lines: list[Line] = []
        self._news = Condition()
        self._ended = False

    def __bool__(self) -> bool:
        return True

    def write(self, what: str, **facts: Any) -> None:
        line = {"at": self._observed.monotonic(), "what": what, **facts}
        with self._news:
            self._lines.append(line)
            self._news.notify_all()

    def close(self) -> None:
        """Nothing more will come: whoever waits hears it."""
        with self._news:
            self._ended = True
            self._news.notify_all()

    def mark(self) -> int:
        """How many lines there are; for ``since``."""
        return len(self._lines)

    def since(self, mark: int, what: str) -> list[Line]:
        """The lines of a kind from there on."""
        return [line for line in self._lines[mark:] if line["what"] == what]

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
