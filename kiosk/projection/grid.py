"""Which frame is which, told from when libvlc displayed it: it gives no numbers and no times of its own."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_EARLY: Final = 0.3
"""Of an interval: how much before its place on the grid a frame may be seen and still belong there."""

_PUSHES: Final = 8
"""So many more frames than places, and we give up the frame rate that we were told."""

_PUSH_FORGIVEN: Final = 0.25

_LEADING_SECONDS: Final = 0.016
"""libvlc shows the first frame that it has about so long before the time of the one at the in point (9 to 28 ms)."""

_AHEAD_SECONDS: Final = 0.003
"""A first frame is shown at least so long before its time (6 to 25 ms), since nothing comes before it. The second one
is shown at its time, also where the first was left out."""

_ALONE_SECONDS: Final = 1.0
"""So long a first frame is alone before it is taken for all there is: a busy machine has the next ones by then."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A frame in the ring: when libvlc displayed it, and for how long the take had stood still until then."""

    sequence: int
    displayed: float
    paused: float

    @property
    def film_time(self) -> float:
        return self.displayed - self.paused


@dataclass(slots=True)
class Frame:
    """A frame and its place: ``index`` from 0 on the grid, ``at`` seconds after the first frame was due."""

    sequence: int
    index: int
    at: float


def more_may_come(arrivals: Sequence[Arrival], now: float) -> bool:
    """Whether it is too early at ``now`` to say that the first frames, ``arrivals``, stay the only ones for a while.

    A picture that stands still in the film has no second one; a damaged film may have none, either.
    """
    return not arrivals or now - arrivals[0].displayed <= _ALONE_SECONDS


def from_in_point(arrivals: Sequence[Arrival], interval: float) -> Sequence[Arrival]:
    """The frames from the in point on.

    libvlc begins up to three frames before the in point (it goes by the times of decoding, which run
    ahead where frames are stored out of order). It shows those at once, without waiting for their
    time; from the in point on, each at its time. So the earliest of all their phases is the grid, and
    the in point is where the grid begins. ``arrivals``: the first ones, none missing, at least one.
    """
    grid = min(arrival.film_time - number * interval for number, arrival in enumerate(arrivals))
    before = round((arrivals[0].film_time + _LEADING_SECONDS - grid) / interval)
    return arrivals[min(max(before, 0), len(arrivals) - 1) :]


class Grid:
    """The places of a take's frames, counted from 0. ``interval`` in seconds, None if it is not known or varies."""

    def __init__(self, interval: float | None) -> None:
        self.interval = interval
        self.last = -1
        """The place that was given last."""
        self._first = self._base = 0.0
        self._pushes = 0.0
        self._resumed = False

    @property
    def lacks_first(self) -> bool:
        """Whether the frame before the first one was left out: while libvlc's picture output started, both came due.

        Known from the second frame on, where the take begins with the file.
        """
        return self.interval is not None and self.last > 0 and self._base - self._first < _AHEAD_SECONDS

    def place(self, film_time: float, *, resumed: bool) -> int:
        """Where the next frame belongs; a place that is taken already means that frames before it were late.

        libvlc is late at times, but not early. The first frame is an exception: it comes as soon as it is
        decoded. The second sets the grid. So it is after a pause (``resumed``): libvlc leaves no frame out there, but
        the first one comes early or late by up to two intervals, and the second sets the grid.
        """
        following = self.last + 1
        if self.last < 0:
            self._first = self._base = film_time
        elif self.interval is None:
            pass
        elif self.last == 0:
            self._base = film_time - self.interval
        elif resumed or self._resumed:
            self._resumed = resumed
            self._base = film_time - following * self.interval
        else:
            return self._nearest(film_time, self.interval)
        self.last = following
        return following

    def push_on(self, film_time: float) -> int:
        """The next place although it is early for it: the grid began too late, or the interval is wrong."""
        self.last += 1
        self._pushes += 1
        if self._pushes > _PUSHES:
            self.interval = None
        if self.interval is not None:
            self._base += (film_time - self.last * self.interval - self._base) * 0.25
        return self.last

    def nominal(self, index: int, arrival: Arrival) -> float:
        """When libvlc would have displayed the frame if it were punctual (monotonic seconds)."""
        if self.interval is None:
            return arrival.displayed
        return self._base + index * self.interval + arrival.paused

    def seconds(self, index: int, film_time: float) -> float:
        """Seconds of the take at which the frame belongs."""
        return index * self.interval if self.interval is not None else max(0.0, film_time - self._base)

    def _nearest(self, film_time: float, interval: float) -> int:
        index = math.floor((film_time - self._base) / interval + _EARLY)
        if index <= self.last:
            return self.last
        # Down quickly where frames come before the grid, up only slowly: late is not a new rhythm.
        phase = film_time - index * interval
        self._base += (phase - self._base) * (0.5 if phase < self._base else 0.01)
        self._pushes = max(0.0, self._pushes - _PUSH_FORGIVEN)
        self.last = index
        return index
