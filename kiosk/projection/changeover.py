"""From the reel that is shown to the one that is queued, without a gap."""

from kiosk.projection.jobs import Use
from kiosk.projection.post import Post


class Changeover:
    """Releases the queued reel so that its first frame is due when the last one of the shown reel has had its time.

    No earlier than that: its first frames are in memory, and its sound begins within some milliseconds.
    """

    def __init__(self) -> None:
        self._at: float | None = None

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
    return shown.projector.ends_at()
