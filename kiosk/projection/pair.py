"""The booth's two places: what is on one of them is seen, the other waits."""

from collections.abc import Callable
from typing import Final

from kiosk.clock import Clock
from kiosk.projection.contract import MakeProjector
from kiosk.projection.fading import sound_seconds
from kiosk.projection.jobs import BoothEvent
from kiosk.projection.post import Post
from kiosk.projection.projector import VlcProjector
from kiosk.projection.restarts import LeftOut
from kiosk.projection.sweeping import sweep

_MOST_LOADS: Final = 4
"""So often a reel that is to follow is loaded to have its first frame: libvlc leaves it out about once in ten times."""
_LOAD_SECONDS: Final = 0.5
"""What is left of the shown reel must be longer than that: a gap would be worse. A load took 0.2 s, seldom 0.35."""


def vlc_projectors(clock: Clock, wake: Callable[[], None]) -> MakeProjector:
    """VLC's projectors; what earlier ones left behind is removed."""
    sweep()
    return lambda name: VlcProjector(name, clock, wake=wake)


class Pair:
    """Projectors are started at once, ``make`` with a name each. ``now``: monotonic seconds.

    ``worn_out``: once set, the next step takes other ones.
    """

    def __init__(self, make: MakeProjector, left_out: LeftOut | None, now: float) -> None:
        files = left_out if left_out is not None else LeftOut()
        self._posts = (Post("A", make, files), Post("B", make, files))
        self.shown: Post = self._posts[1]
        self.worn_out = False
        for post in self._posts:
            post.start(now)

    @property
    def waiting(self) -> Post:
        first, second = self._posts
        return second if self.shown is first else first

    def pids(self) -> dict[str, int | None]:
        """The processes of the projectors, by name; None while one is being replaced."""
        return {post.name: post.projector.pid if post.projector else None for post in self._posts}

    def soonest(self) -> Post:
        """Where a reel that was not prepared is shown soonest: on a projector that runs and has nothing else on."""
        waiting, shown = self.waiting, self.shown
        if shown.projector is not None and (waiting.projector is None or (waiting.job and not shown.job)):
            return shown
        return waiting

    def turn_to(self, post: Post) -> None:
        """This one is seen from now on, and the other is empty."""
        if post is not self.shown:
            self.shown.clear()
            self.shown = post

    def swap(self) -> Post:
        """What waited is seen from now on; answers what was seen before."""
        before, self.shown = self.shown, self.waiting
        return before

    def next_picture_at(self, now: float) -> float | None:
        """When what is seen may have another frame (monotonic seconds); None while it cannot."""
        shown = self.shown
        return shown.projector.next_picture_at(now) if shown.projector is not None and shown.job is not None else None

    def ends_at(self) -> float | None:
        """When what is seen will be over (monotonic seconds); None while that is not known."""
        shown = self.shown
        return shown.projector.ends_at() if shown.projector is not None and shown.job is not None else None

    def fade_out(self, seconds: float) -> None:
        """Let the sound of what is seen go, which will be over in so many seconds."""
        shown = self.shown
        if shown.projector is not None and shown.job is not None and (sound := sound_seconds(seconds, shown.job.whole)):
            shown.projector.crossfade(sound)

    def clear(self) -> None:
        """Leave both empty."""
        for post in self._posts:
            post.clear()

    def starts(self, now: float) -> list[float | None]:
        """When projectors that are missing will be started."""
        return [post.starts_at(now) for post in self._posts]

    def step(self, now: float) -> list[BoothEvent]:
        """Look after both; what happened on them."""
        if self.worn_out:
            self.worn_out = False
            for post in self._posts:
                post.retire()
        events = [event for post in self._posts for event in post.step(now)]
        self._complete(now)
        return events

    def _complete(self, now: float) -> None:
        """Load what waits once more where it lacks its first frame, if there is time for that."""
        job = self.waiting.job
        if job is None or not job.lacks_first or job.loads >= _MOST_LOADS:
            return
        ends_at = self.ends_at()
        if ends_at is not None and ends_at - now > _LOAD_SECONDS:
            self.waiting.thread(job)

    def close(self) -> None:
        """End both projectors."""
        for post in self._posts:
            post.close()
