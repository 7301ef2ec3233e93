"""One reel on one projector, from load to end: what of it is to be seen when."""

from typing import Final

from kiosk.projection.contract import Picture, Reel
from kiosk.projection.grid import Frame
from kiosk.projection.pacing import Pacing
from kiosk.projection.reports import Ended, Report, Rolling

_POLL_SECONDS: Final = 0.002
_POLL_LONGER_SECONDS: Final = 0.02
_POLLS: Final = 250
_UNSEEN_SECONDS: Final = 0.5
"""How much later it ends while its last frames have not been looked at: a busy screen still shows them."""

_END_IS_OUT_POINT: Final = 0.02
"""Seconds before the file's end from which on an out point is just the end, which the file itself tells best."""


class Take:
    """``waits``: for its release. ``visible``: its frames may be shown; of a waiting one, only the first."""

    def __init__(self, number: int, reel: Reel, *, waits: bool, visible: bool) -> None:
        self.number = number
        self.reel = reel
        self.waits = waits
        self.picture: Picture | None = None
        self.sequence = 0
        self.interval = 1 / reel.facts.frame_rate if reel.facts.frame_rate > 0 else None
        self.spliced = _can_be_spliced(reel)
        expected = reel.seconds or None
        self.pacing = Pacing(
            self.interval, _length(reel), expected=expected, leading=reel.start > 0, goes_on=self.spliced
        )
        self._visible = visible
        self._release_at = 0.0
        self._rolling = False
        self._polls = 0

    def release(self, at: float) -> None:
        """Let it run; its first frame is due ``at`` (monotonic seconds), or when it is there."""
        self.waits, self._visible, self._release_at = False, True, at
        self.begin(at)

    def begin(self, now: float) -> None:
        """The first frame is due as soon as it is there, but not before the moment of release."""
        if self.waits or self.pacing.clock.begun:
            return
        if not self.pacing.settled:
            self.pacing.settle(now)
        if self.pacing.settled:
            self.pacing.clock.begin(max(now, self._release_at))

    def pause(self, now: float) -> None:
        """Let time stand still; before the first frame: wait with it."""
        if self.pacing.clock.begun:
            self.pacing.clock.hold(now)
        else:
            self.waits = True

    def frame(self, now: float) -> Frame | None:
        """What is to be seen at ``now``."""
        if not self._visible:
            return None
        return self.pacing.first() if self.waits else self.pacing.due(now)

    def progress(self, now: float) -> list[Report]:
        """What follows from the timetable: the first frame is due, the last one is over."""
        found: list[Report] = []
        if not self._rolling and not self.waits and self.pacing.due(now) is not None:
            self._rolling = True
            found.append(Rolling(self.number))
        over = self.pacing.over_at()
        if self._rolling and over is not None and now >= over + (_UNSEEN_SECONDS if self.pacing.waiting else 0.0):
            found.append(Ended(self.number))
        return found

    def next_picture_at(self, now: float) -> float | None:
        """When there may be another picture; None if none is expected."""
        if self.waits and (not self._visible or self.pacing.settled):
            return None
        if not self.pacing.clock.begun:
            self._polls += 1
            return now + (_POLL_SECONDS if self._polls < _POLLS else _POLL_LONGER_SECONDS)
        due = self.pacing.next_at()
        return None if due is None else max(due, now + _POLL_SECONDS)

    def position(self, now: float) -> float:
        """Seconds of the file."""
        return self.reel.start + self.pacing.seconds(now)

    def ends_at(self) -> float | None:
        """When it is or will be over, as far as that can be told."""
        known = self.pacing.over_at()
        return known if known is not None or not self.reel.seconds else self.pacing.after(self.reel.seconds)


def _length(reel: Reel) -> float | None:
    """Seconds to the out point, None if it runs to the end of the file."""
    if reel.end is None:
        return None
    ends_early = not reel.facts.seconds or reel.end < reel.facts.seconds - _END_IS_OUT_POINT
    return reel.seconds if ends_early else None


def _can_be_spliced(reel: Reel) -> bool:
    """Whether it may go on after its end, so that its sound is heard to the last: we have to know where that is."""
    whole = reel.start == 0 and _length(reel) is None and reel.facts.seconds > 0 and reel.facts.frame_rate > 0
    return whole and reel.joins and reel.facts.has_sound and reel.volume > 0
