"""Time as an object that is handed in, so that tests buy time and never wait for it."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Two clocks: one for durations, one for the calendar."""

    def monotonic(self) -> float:
        """Seconds since an arbitrary moment; never goes back. The same for all processes."""
        ...

    def now(self) -> datetime:
        """The wall clock, aware of its time zone."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def monotonic(self) -> float:
        return time.monotonic()

    def now(self) -> datetime:
        return datetime.now().astimezone()


class FakeClock:
    """A clock that moves only when it is told to."""

    def __init__(self, now: datetime | None = None) -> None:
        self._seconds = 1000.0
        self._now = now or datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        return self._seconds

    def now(self) -> datetime:
        return self._now

    def advance(self, seconds: float) -> None:
        """Move both clocks on by ``seconds`` (≥ 0)."""
        self._seconds += seconds
        self._now += timedelta(seconds=seconds)
