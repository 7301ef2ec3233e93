"""Knows what the calendar says, and when it will say something else."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.schedule import Standing, next_change, standing
from kiosk.exhibition.screenings import ScreeningHere

_JUMP = timedelta(seconds=0.5)
"""A wall clock that has moved so far against the monotonic one was put right."""


class Almanac:
    """``standing`` holds until the calendar turns. ``epoch``: the wall clock's time at 0 of the monotonic one."""

    def __init__(self, exhibition: Exhibition, clock: Clock) -> None:
        self._clock = clock
        self._over: set[ScreeningHere] = set()
        self._minute = clock.now().minute
        self._look(exhibition, {}, clock.now(), self._measured())

    def turned(self, exhibition: Exhibition, seconds: Mapping[tuple[str, str], float]) -> bool:
        """Whether the calendar, the clock or the exhibition has changed since the last call.

        ``seconds``: how long excerpts are, by (film id, excerpt id), as far as that is known.
        """
        now, epoch = self._clock.now(), self._measured()
        if now < self._next and abs(epoch - self.epoch) < _JUMP and exhibition is self._exhibition:
            return False
        self._look(exhibition, seconds, now, epoch)
        return True

    def minute_turned(self) -> bool:
        """Whether the clock shows another minute than at the last call."""
        before, self._minute = self._minute, self._clock.now().minute
        return before != self._minute

    def next_moment(self) -> float:
        """When the calendar turns (monotonic seconds), if nobody touches the clock."""
        return (self._next - self.epoch).total_seconds()

    def is_over(self, screening: ScreeningHere) -> None:
        """A screening was shown. It is not shown once more, even if the clock is put back."""
        self._over.add(screening)
        self._next = self.epoch

    def _measured(self) -> datetime:
        return self._clock.now().astimezone(UTC) - timedelta(seconds=self._clock.monotonic())

    def _look(
        self, exhibition: Exhibition, seconds: Mapping[tuple[str, str], float], now: datetime, epoch: datetime
    ) -> None:
        self._exhibition, self.epoch = exhibition, epoch
        self.standing: Standing = standing(exhibition, now, seconds, self._over)
        self._next = next_change(exhibition, now, seconds, self._over)
