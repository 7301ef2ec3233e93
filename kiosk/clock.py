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


_ZONE_SECONDS = 30.0


class SystemClock:
    """The machine's own clocks. ``shift``: how far the wall clock is ahead of the machine's, to rehearse with."""

    def __init__(self, shift: timedelta = timedelta(0)) -> None:
        self.shift = shift
        self._look_at = 0.0

    def monotonic(self) -> float:
        return time.monotonic()

    def now(self) -> datetime:
        if (monotonic := time.monotonic()) >= self._look_at:
            self._look_at = monotonic + _ZONE_SECONDS
            time.tzset()  # the machine may have been given another time zone since
        return (datetime.now().astimezone() + self.shift).astimezone()


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
