"""From the reel that is shown to the one that is queued: without a gap, or with a crossfade."""

from typing import Final

from kiosk.exhibition import crossfade
from kiosk.projection.fading import sound_seconds
from kiosk.projection.jobs import Use
from kiosk.projection.post import Post

_TURN_SECONDS: Final = 0.002
"""What it takes from the moment of a cut to the first frame on the glass: measured 1.7 ms at the median, 5 at most."""


class Changeover:
    """Releases the queued reel so that its first frame is due when the last one of the shown reel has had its time, or
    as much earlier as both are to be seen. No earlier: they are in memory, and its sound begins within milliseconds.

    ``overlap``: seconds for which they are, once the queued one was released.
    """

    def __init__(self) -> None:
        self._at: float | None = None
        self.overlap = 0.0

    def forget(self) -> None:
        """What was queued does not follow any more."""
        self._at = None

    def next_moment(self, shown: Post, waiting: Post) -> float | None:
        """When there is something to do (monotonic seconds, maybe in the past); None while that is not known."""
        return self._at if self._at is not None else _release_at(shown, waiting)

    def step(self, now: float, shown: Post, waiting: Post) -> bool:
        """Release the queued reel when it is time; whether its first frame is due now."""
        if self._at is None:
            release_at = _release_at(shown, waiting)
            if release_at is None or now < release_at or waiting.projector is None:
                return False
            self._at = max(now, release_at)
            self.overlap = _overlap(shown, waiting, self._at)
            sound = sound_seconds(self.overlap, shown.job.whole) if shown.job is not None else 0.0
            for post in (shown, waiting):
                if sound and post.projector is not None:
                    post.projector.crossfade(sound)
            waiting.projector.release(self._at)
        if now < self._at or waiting.job is None:
            return False
        self._at = None
        return True


def _release_at(shown: Post, waiting: Post) -> float | None:
    """At once if nothing is shown any more; None while the reel is not ready or the end of the other is not known."""
    job = waiting.job
    if job is None or job.use is not Use.QUEUED or not job.loaded:
        return None
    if shown.job is None or shown.projector is None:
        return 0.0
    ends_at = shown.projector.ends_at()
    return None if ends_at is None else ends_at - (_wished(shown, waiting) or _TURN_SECONDS)


def _wished(shown: Post, waiting: Post) -> float:
    """Seconds that a crossfade shall take, 0 for a cut."""
    if shown.job is None or waiting.job is None:
        return 0.0
    return crossfade.length(waiting.job.over, shown.job.whole.seconds, waiting.job.whole.seconds)


def _overlap(shown: Post, waiting: Post, at: float) -> float:
    """Seconds that are left of the crossfade where the first frame of what comes is due ``at``."""
    ends_at = shown.projector.ends_at() if shown.job is not None and shown.projector is not None else None
    return 0.0 if ends_at is None else crossfade.length(min(_wished(shown, waiting), ends_at - at))
