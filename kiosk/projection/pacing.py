"""When each frame of a take is due on the screen. Pure: times come in, times go out.

libvlc shows its frames with a jitter of some ten milliseconds. We show them on our own regular grid, a
little later than libvlc, so that a late one still comes in time. The sound is delayed by as much.
"""

import math
from collections import deque
from typing import Final

from kiosk.projection.grid import Arrival, Frame, Grid, from_in_point, more_may_come
from kiosk.projection.take_clock import TakeClock

RESERVE_SECONDS: Final = 0.08
"""How much later than libvlc we show a frame; libvlc was up to 60 ms late on a busy machine."""

_STRETCH: Final = 1 / 6
"""Of an interval: how much longer each frame stays until there is a reserve, 80 ms within half a second."""

_SHRINK: Final = 1 / 50
_TOLERANCE: Final = 0.0005
_USUAL_INTERVAL: Final = 0.04

_LATEST_SECONDS: Final = 0.2
"""A frame that is not there by then is not late: the picture stands still, and equal frames are left out."""

_SETTLED_SECONDS: Final = 0.04
"""Frames that libvlc displays so long after the first are on its grid."""


class Pacing:
    """The timetable of one take.

    ``interval``: seconds from frame to frame, None if not known or not constant. ``length``: seconds
    after which the take ends at its out point, None if it runs to the end of the file; ``expected``:
    seconds after which the file should end; ``goes_on``: more frames come after that, which are not shown.
    ``leading``: the take begins inside the file, where libvlc starts some frames before the in point.
    """

    def __init__(
        self,
        interval: float | None,
        length: float | None = None,
        *,
        expected: float | None = None,
        leading: bool = False,
        goes_on: bool = False,
        reserve: float = RESERVE_SECONDS,
    ) -> None:
        self.clock = TakeClock()
        self._grid = Grid(interval)
        self._length = length
        self._expected = expected
        self._most = round(expected / interval) if goes_on and expected and interval else math.inf
        self._reserve = reserve
        self._leading: list[Arrival] | None = [] if leading else None
        self._begins_file = not leading
        self._waiting: deque[Frame] = deque()
        self._shown: Frame | None = None
        self._paused = 0.0
        self._stretched = 0.0
        self._ended = False

    @property
    def settled(self) -> bool:
        """Whether the first frame is known, so that the take can begin."""
        return bool(self._waiting) or self._shown is not None

    @property
    def lacks_first(self) -> bool:
        """Whether libvlc left out the file's first frame."""
        return self._begins_file and self._grid.lacks_first

    @property
    def waiting(self) -> bool:
        """Whether there are frames that ``due`` has not given yet."""
        return bool(self._waiting)

    @property
    def stretched(self) -> float:
        """Seconds by which frames are shown later than their place says, to build up the reserve."""
        return self._stretched

    def add(self, arrival: Arrival) -> None:
        """A frame arrived."""
        if self._leading is None:
            self._take_in(arrival)
            return
        self._leading.append(arrival)
        if arrival.film_time - self._leading[0].film_time > _SETTLED_SECONDS:
            self.settle()

    def settle(self, now: float | None = None) -> None:
        """Decide which of the first frames is at the in point, leave those before; with ``now``, if all have come."""
        if now is not None and more_may_come(self._leading or (), now):
            return
        leading, self._leading = self._leading, None
        for arrival in from_in_point(leading, self._step) if leading else ():
            self._take_in(arrival)

    def ended(self) -> None:
        """No more frames will come."""
        self.settle()
        self._ended = True

    def due(self, now: float) -> Frame | None:
        """The newest frame that is due; those before it are over."""
        elapsed = self.clock.elapsed(now) + _TOLERANCE
        while self._waiting and self._waiting[0].at <= elapsed:
            self._shown = self._waiting.popleft()
        return self._shown

    def first(self) -> Frame | None:
        """The frame that stands while a take waits: the one that was due last, else the one that will be first."""
        return self._shown or (self._waiting[0] if self._waiting else None)

    def next_at(self) -> float | None:
        """When the next frame is due, or expected, or the last one over: it may lie in the past.

        None while time stands still and before the take has begun.
        """
        if self._waiting:
            return self.clock.moment(self._waiting[0].at)
        return self.clock.moment(self._shown.at + self._step if self._shown else 0.0)

    def over_at(self) -> float | None:
        """When the last frame has had its time; None while that is not known or time stands still."""
        last = self._waiting[-1] if self._waiting else self._shown
        if self._ended or (last is not None and self._is_expected_to_be_last(last)):
            return self.clock.moment(last.at + self._step if last else 0.0)
        return None if self._length is None else self.after(self._length)

    def after(self, seconds: float) -> float | None:
        """When so many seconds of the take will be over; None while that is not known or time stands still."""
        return self.clock.moment(self._stretched + seconds)

    def seconds(self, now: float) -> float:
        """Seconds of the take that are on the screen. While a picture stands still, no frames come but time goes on."""
        frame = self._shown
        if frame is None:
            return 0.0
        interval = self._grid.interval
        place = frame.index * interval if interval else max(0.0, frame.at - self._stretched)
        since = max(0.0, self.clock.elapsed(now) - frame.at)
        stands_still = since > _LATEST_SECONDS and not self._ended
        return place + (since if stands_still else min(since, self._step))

    @property
    def _step(self) -> float:
        return self._grid.interval or _USUAL_INTERVAL

    def _is_expected_to_be_last(self, frame: Frame) -> bool:
        """libvlc tells the end late, some of it 0.6 s. If more frames come after all, they still have their time."""
        interval = self._grid.interval
        if self._expected is None or self._length is not None or not interval:
            return False
        return (frame.index + 1.5) * interval >= self._expected

    def _take_in(self, arrival: Arrival) -> None:
        index = self._grid.place(arrival.film_time, resumed=arrival.paused != self._paused)
        before = self._waiting[-1] if self._waiting else self._shown
        if before is not None and index == before.index and not self._fill_gap():
            index = self._grid.push_on(arrival.film_time)
        self._paused = arrival.paused
        seconds = self._grid.seconds(index, arrival.film_time)
        if (self._length is not None and seconds >= self._length - 0.25 * self._step) or index >= self._most:
            self._ended = True
            return
        at = seconds + self._stretched
        frame = Frame(arrival.sequence, index, max(at, before.at) if before is not None else at)
        self._waiting.append(frame)
        self._adjust(frame, self._grid.nominal(index, arrival))

    def _fill_gap(self) -> bool:
        """Two frames for one place: those before were late. Move them back if they left a gap."""
        if not self._waiting:
            return False
        run: list[Frame] = []
        for frame in reversed(self._waiting):
            if run and frame.index != run[-1].index - 1:
                break
            run.append(frame)
        before = self._waiting[-len(run) - 1] if len(self._waiting) > len(run) else self._shown
        if before is None or before.index >= run[-1].index - 1:
            return False
        for frame in run:
            frame.index -= 1
            frame.at -= self._step
        return True

    def _adjust(self, frame: Frame, displayed: float) -> None:
        """Let the reserve grow or shrink a little, judged by frames that libvlc displayed since the take runs here."""
        if not self.clock.running or displayed < self.clock.running_since:
            return
        lacking = self._reserve - (self.clock.start + frame.at - displayed)
        if lacking > 0:
            self._stretched += min(lacking, self._step * _STRETCH)
        elif -lacking > self._reserve:
            self._stretched -= self._step * _SHRINK
