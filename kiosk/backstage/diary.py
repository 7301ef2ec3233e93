"""Keeps the last lines of the log in memory, for the panel."""

import logging
from collections import deque
from typing import Final

from kiosk.clock import Clock
from kiosk.panel.sections.health.found import Happened

MOST: Final = 50
_LONGEST: Final = 500
"""Characters of a line that are kept."""


class Diary(logging.Handler):
    """Takes down what everybody logs, with the clock's time of it. Any thread may write and read."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(logging.INFO)
        self._clock = clock
        self._lines: deque[Happened] = deque(maxlen=MOST)

    def emit(self, record: logging.LogRecord) -> None:
        """One line, however many the log has of it; of an error also what kind it was."""
        try:
            words = " ".join(record.getMessage().split())
            if record.exc_info and record.exc_info[1] is not None:
                error = record.exc_info[1]
                words = f"{words} ({type(error).__name__}: {error})"
            grave = record.levelno >= logging.WARNING
            self._lines.append(Happened(self._clock.now(), words[:_LONGEST], grave))
        except Exception:
            self.handleError(record)

    def lines(self) -> tuple[Happened, ...]:
        """The latest first."""
        return tuple(reversed(self._lines.copy()))
