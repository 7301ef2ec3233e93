"""When each frame of a take is due on the screen. Pure: times come in, times go out.

libvlc shows its frames with a jitter of some ten milliseconds. We show them on our own regular grid, a
little later than libvlc, so that a late one still comes in time. The sound is delayed by as much.
"""

import math
from collections import deque
from dataclasses import dataclass
from typing import Final

RESERVE_SECONDS: Final = 0.08
"""How much later than libvlc we show a frame; libvlc was up to 60 ms late on a busy machine."""

_EARLY: Final = 0.3
"""Of an interval: how much before its place on libvlc's grid a frame may be seen and still belong there."""

_STRETCH: Final = 1 / 6
"""Of an interval: how much longer each frame stays until there is a reserve, 80 ms within half a second."""

_SHRINK: Final = 1 / 50
_TOO_FAR_AHEAD: Final = 4
_TOLERANCE: Final = 0.0005

_LEADING_SECONDS: Final = 0.016
"""libvlc shows the first frame that it has about so long before the time of the one at the in point (9 to 28 ms)."""

_SETTLED_SECONDS: Final = 0.04
"""Frames that libvlc displays so long after the first are on its grid."""


@dataclass(frozen=True, slots=True)
class _Arrival:
    sequence: int
    displayed: float
    paused: float

    @property
    def film_time(self) -> float:
        return self.displayed - self.paused


@dataclass(slots=True)
class Frame:
    """A frame and its place: ``index`` on the grid of the frame rate, ``at`` seconds after the take's start."""

    sequence: int
    index: int
    at: float


class Pacing:
    """The timetable of one take.

    ``interval``: seconds from frame to frame, None if not known or not constant. ``length``: seconds
    after which the take ends at its out point, None if it runs to the end of the file. ``leading``:
    the take begins inside the file, where libvlc starts up to three frames before the in point.
    """

    def __init__(
        self,
        interval: float | None,
        length: float | None = None,
        *,
        leading: bool = False,
        reserve: float = RESERVE_SECONDS,
    ) -> None:
        self._interval = interval
        self._length = length
        self._reserve = reserve
        self._leading: list[_Arrival] | None = [] if leading else None
        self._waiting: deque[Frame] = deque()
        self._shown: Frame | None = None
        self._last_index = -1
        self._base = 0.0
        self._paused = 0.0
        self._stretched = 0.0
        self._start: float | None = None
        self._running_since = 0.0
        self._held_at: float | None = None
        self._ended = False

    @property
    def begun(self) -> bool:
        """Whether the take has a start on the screen."""
        return self._start is not None

    @property
    def settled(self) -> bool:
        """Whether the first frame is known, so that the take can begin."""
        return bool(self._waiting) or self._shown is not None

    def begin(self, at: float) -> None:
        """The first frame is due ``at`` (monotonic seconds)."""
        self._start = self._running_since = at

    def hold(self, now: float) -> None:
        """Time stands still for this take."""
        if self._held_at is None:
            self._held_at = now

    def go_on(self, now: float) -> None:
        if self._held_at is not None:
            if self._start is not None:
                self._start += now - self._held_at
            self._held_at = None
            self._running_since = max(now, self._running_since)

    def ended(self) -> None:
        """No more frames will come."""
        self.settle()
        self._ended = True

    def add(self, sequence: int, displayed: float, paused: float) -> None:
        """A frame arrived that libvlc displayed at ``displayed`` after standing still for ``paused`` seconds."""
        arrival = _Arrival(sequence, displayed, paused)
        if self._leading is None:
            self._take_in(arrival)
            return
        self._leading.append(arrival)
        if arrival.film_time - self._leading[0].film_time > _SETTLED_SECONDS:
            self.settle()

    def settle(self) -> None:
        """Find the frame at the in point among the first ones, and leave those before it.

        libvlc shows all of them at once, without waiting for their time; from the in point on, each at
        its time. So the earliest of their phases is the grid, and the in point is where it begins.
        """
        leading, self._leading = self._leading, None
        if not leading:
            return
        step = self._step
        grid = min(arrival.film_time - number * step for number, arrival in enumerate(leading))
        before = round((leading[0].film_time + _LEADING_SECONDS - grid) / step)
        for arrival in leading[min(max(before, 0), len(leading) - 1) :]:
            self._take_in(arrival)

    def _take_in(self, arrival: _Arrival) -> None:
        displayed, paused, film_time = arrival.displayed, arrival.paused, arrival.film_time
        index = self._place(film_time, resumed=paused != self._paused)
        self._paused = paused
        seconds = self._seconds(index, film_time)
        if self._length is not None and seconds >= self._length - 0.25 * (self._interval or 0.02):
            self._ended = True
            return
        self._last_index = index
        at = seconds + self._stretched
        self._waiting.append(Frame(arrival.sequence, index, at))
        self._adjust(at, self._base + index * self._interval + paused if self._interval else displayed)

    def due(self, now: float) -> Frame | None:
        """The newest frame that is due; those before it are over."""
        if self._start is not None:
            elapsed = self._elapsed(now) + _TOLERANCE
            while self._waiting and self._waiting[0].at <= elapsed:
                self._shown = self._waiting.popleft()
        return self._shown

    def first(self) -> Frame | None:
        """The frame that ``due`` gave last, or else the one that will be first: what stands while a take is held."""
        return self._shown or (self._waiting[0] if self._waiting else None)

    def due_at(self, frame: Frame) -> float:
        """Monotonic seconds; 0 before the take has a start."""
        return self._start + frame.at if self._start is not None else 0.0

    def next_at(self) -> float | None:
        """When the next frame is due, or expected: it may lie in the past. None while held and before the start."""
        if self._start is None or self._held_at is not None:
            return None
        if self._waiting:
            return self._start + self._waiting[0].at
        over = self.over_at()
        if over is not None:
            return over
        return self._start + (self._shown.at + self._step if self._shown else 0.0)

    def over_at(self) -> float | None:
        """When the last frame has had its time; None while that is not known or time stands still."""
        if self._start is None or self._held_at is not None:
            return None
        if self._ended:
            last = self._waiting[-1] if self._waiting else self._shown
            return self._start + (last.at + self._step if last else 0.0)
        return None if self._length is None else self._start + self._stretched + self._length

    def at(self, seconds: float) -> float | None:
        """When so many seconds of the take will have passed; None if that is not known or time stands still."""
        if self._start is None or self._held_at is not None or seconds <= 0:
            return None
        return self._start + self._stretched + seconds

    def seconds(self, now: float) -> float:
        """Seconds of the take that are on the screen."""
        if self._shown is None:
            return 0.0
        into = min(max(0.0, self._elapsed(now) - self._shown.at), self._step)
        return max(0.0, self._shown.at - self._stretched_at(self._shown)) + into

    @property
    def _step(self) -> float:
        return self._interval or 0.04

    def _stretched_at(self, frame: Frame) -> float:
        return frame.at - frame.index * self._interval if self._interval else self._stretched

    def _elapsed(self, now: float) -> float:
        assert self._start is not None
        return (now if self._held_at is None else self._held_at) - self._start

    def _seconds(self, index: int, film_time: float) -> float:
        return index * self._interval if self._interval else max(0.0, film_time - self._base)

    def _place(self, film_time: float, resumed: bool) -> int:
        """The frame's place on the grid, from when libvlc displayed it; it is late at times, but not early.

        The first frame is an exception: it comes as soon as it is decoded. The second sets the grid, and
        so does the first one after a pause, whose length is only known to some milliseconds.
        """
        if self._last_index < 0:
            self._base = film_time
            return 0
        if not self._interval:
            return self._last_index + 1
        if self._last_index == 0 or resumed:
            index = self._last_index + 1
            self._base = film_time - index * self._interval
            return index
        index = math.floor((film_time - self._base) / self._interval + _EARLY)
        if index > self._last_index:
            self._follow(film_time - index * self._interval)
            return index
        return self._last_index if self._fill_gap() else self._push_on(film_time)

    def _follow(self, phase: float) -> None:
        """Bring the grid down quickly where frames come before it, up only slowly: late is not a new rhythm."""
        self._base += (phase - self._base) * (0.5 if phase < self._base else 0.01)

    def _fill_gap(self) -> bool:
        """Two frames for one place: those before were late. Move them back if they left a gap."""
        run: list[Frame] = []
        for frame in reversed(self._waiting):
            if run and frame.index != run[-1].index - 1:
                break
            run.append(frame)
        if not run:
            return False
        before = self._waiting[-len(run) - 1] if len(self._waiting) > len(run) else self._shown
        if before is not None and before.index >= run[-1].index - 1:
            return False
        for frame in run:
            frame.index -= 1
            frame.at -= self._step
        return True

    def _push_on(self, film_time: float) -> int:
        """Two frames for one place and no gap: the grid began too late, or the frame rate is not what we were told."""
        assert self._interval is not None
        index = self._last_index + 1
        phase = film_time - index * self._interval
        if self._base - phase > _TOO_FAR_AHEAD * self._interval:
            last = self._waiting[-1].at if self._waiting else self._shown.at if self._shown else 0.0
            self._base = film_time - last - self._interval
            self._interval = None
        else:
            self._base += (phase - self._base) * 0.25
        return index

    def _adjust(self, at: float, displayed: float) -> None:
        """Let the reserve grow or shrink a little, judged by frames that libvlc displayed since the take runs here."""
        if self._start is None or self._held_at is not None or displayed < self._running_since:
            return
        lacking = self._reserve - (self._start + at - displayed)
        if lacking > 0:
            self._stretched += min(lacking, self._step * _STRETCH)
        elif -lacking > self._reserve:
            self._stretched -= self._step * _SHRINK
