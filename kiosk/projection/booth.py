"""The booth: two projectors, what is on them, and the changeover or the crossfade from one to the other.

While one shows a reel the other can be made ready with the next, so that it only has to be released. A projector
that dies or falls silent is replaced; a file that ended its projector twice is left out."""

import itertools
from collections.abc import Callable
from typing import Final

from kiosk.clock import Clock
from kiosk.exhibition.crossfade import Crossfade
from kiosk.projection.changeover import Changeover
from kiosk.projection.contract import MakeProjector, Picture, Reel
from kiosk.projection.dissolve import Dissolve
from kiosk.projection.jobs import BoothEvent, Job, ReelEnded, ReelFailed, ReelStarted, Use, before_end
from kiosk.projection.pair import Pair, vlc_projectors
from kiosk.projection.post import Post
from kiosk.projection.restarts import LeftOut

SUPERVISION_SECONDS: Final = 0.5


class Booth:
    """Two projectors.

    All calls return at once. ``step`` has to be called at the latest when ``next_step_at`` says, when a frame that
    ``next_frame_at`` foresaw is not there, and after ``wake``, which is called on another thread when a projector has
    something to tell. Calls that take a reel answer a ticket, a number under which events name it beside the reel.
    ``make`` starts a projector with a name; without it, VLC's.
    """

    def __init__(
        self,
        clock: Clock,
        wake: Callable[[], None] = lambda: None,
        *,
        make: MakeProjector | None = None,
        left_out: LeftOut | None = None,
    ) -> None:
        self._clock = clock
        self._pair = Pair(make or vlc_projectors(clock, wake), left_out, clock.monotonic())
        self._tickets = itertools.count(1)
        self._changeover = Changeover()
        self._dissolve = Dissolve()
        self._last: Picture | None = None

    def pids(self) -> dict[str, int | None]:
        """The processes of the projectors, by name; None while one is being replaced."""
        return self._pair.pids()

    def replace_projectors(self) -> None:
        """Other processes take over at the next step, with what is on. The one call that any thread may make."""
        self._pair.worn_out = True

    def prepare(self, reel: Reel) -> int:
        """Thread a reel into the waiting projector. If it cannot be shown, ``roll`` will tell."""
        return self._thread_waiting(reel, Use.PREPARED)

    def queue(self, reel: Reel, over: float = 0.0) -> int:
        """Let a reel follow the one that is shown, without a gap; at once if none is shown any more. ``over``: seconds
        of a crossfade, which takes at most half of either."""
        return self._thread_waiting(reel, Use.QUEUED, over)

    def roll(self, reel: Reel, *, keep: bool = False, rise: float = 0.0) -> int:
        """Show a reel: at once if it was prepared. What was shown before ends; ``keep``: its last picture stays until
        the new one is there. ``rise``: seconds in which the sound of a prepared one comes, 0 for as usual."""
        self._changeover.forget()
        self._dissolve.cut()
        self._last = self.picture(self._clock.monotonic()) if keep else None
        waiting = self._pair.waiting
        if (job := waiting.job) is not None and job.whole == reel:
            job.whole = reel
            if job.reel.volume != reel.volume:
                waiting.set_volume(reel.volume)
            self._pair.turn_to(waiting)
            if waiting.projector is not None and rise:
                waiting.projector.crossfade(rise)
            waiting.show()
            return job.ticket
        post = self._pair.soonest()
        self._pair.turn_to(post)
        return self._thread(post, reel, Use.SHOWN)

    def unprepare(self) -> None:
        """Take off what was prepared or queued."""
        self._changeover.forget()
        if self.crossfade is None:
            self._pair.waiting.clear()

    def stop(self) -> None:
        """Leave both projectors empty."""
        self._changeover.forget()
        self._dissolve.cut()
        self._last = None
        self._pair.clear()

    def pause(self) -> None:
        self._shown.pause()

    def resume(self) -> None:
        self._shown.resume()

    def seek(self, seconds: float) -> None:
        """Go to ``seconds`` of the file, before the reel's end. A paused reel shows the new place and stays paused.

        Until the picture of the new place is there, the one from before stays. Of several seeks the last one counts.
        """
        if self._shown.job is not None:
            self._last = self._shown.picture(self._clock.monotonic()) or self._last
            self._shown.seek(before_end(self._shown.job.whole, seconds))

    def set_volume(self, volume: int) -> None:
        """Of what is shown, in per cent."""
        self._shown.set_volume(volume)

    def picture(self, now: float) -> Picture | None:
        """The frame that is due at ``now``; None while there is nothing to show.

        When a reel has ended and another one is to follow, or during a seek, the last frame stays.
        """
        self._last = self._shown.picture(now) or self._last
        return self._dissolve.picture(self._last, now)

    def next_frame_at(self, now: float) -> float | None:
        """When ``picture`` may have something new (monotonic seconds, never in the past); None while it cannot."""
        frames = (self._pair.next_picture_at(now), self._dissolve.next_picture_at(now))
        frame = min((frame for frame in frames if frame is not None), default=None)
        return None if frame is None else max(now, frame)

    @property
    def crossfade(self) -> Crossfade | None:
        """From one reel to the next, while it is under way."""
        return self._dissolve.fade

    def ends_at(self) -> float | None:
        """When what is shown will be over (monotonic seconds); None while that is not known."""
        return self._pair.ends_at()

    def fade_out(self, seconds: float) -> None:
        """What is shown ends in so many seconds: let its sound go, for something else to be seen over its picture."""
        self._pair.fade_out(seconds)

    def blank(self) -> None:
        """Take off what is shown, with its last picture; what was prepared stays."""
        self._shown.clear()
        self._last = None

    def next_step_at(self, now: float) -> float:
        """When ``step`` has something to do: at the latest when projectors are looked after, twice a second."""
        changeover = self._changeover.next_moment(self._shown, self._pair.waiting)
        times = [now + SUPERVISION_SECONDS, changeover, self._dissolve.ends, *self._pair.starts(now)]
        return max(now, min(time for time in times if time is not None))

    def position(self, now: float) -> float:
        """Seconds of the file that are on the screen; during a seek, where it goes to."""
        return self._shown.position(now)

    def step(self, now: float) -> list[BoothEvent]:
        """Look after the projectors, make the changeover when it is time, and tell what happened."""
        events = self._pair.step(now)
        if self._shown.job is None and any(isinstance(event, ReelFailed) for event in events):
            self._last = None
        events += self._dissolve.step(now)
        if self._changeover.step(now, self._shown, self._pair.waiting):
            events += self._change_over(now)
        return events

    def close(self) -> None:
        """End both projectors."""
        self._last = None
        self._dissolve.cut()
        self._pair.close()

    @property
    def _shown(self) -> Post:
        return self._pair.shown

    def _thread_waiting(self, reel: Reel, use: Use, over: float = 0.0) -> int:
        self._dissolve.cut()  # what leaves is where this one is to wait
        post = self._pair.waiting
        if post.job is not None and post.job.whole == reel and post.job.failed is None:
            post.job.whole, post.job.use, post.job.over = reel, use, over
            return post.job.ticket
        self._changeover.forget()
        return self._thread(post, reel, use, over)

    def _thread(self, post: Post, reel: Reel, use: Use, over: float = 0.0) -> int:
        job = Job(next(self._tickets), reel, reel, use, over=over)
        post.thread(job)
        return job.ticket

    def _change_over(self, now: float) -> list[BoothEvent]:
        before = self._pair.swap()
        self._last = self._last if not self._changeover.overlap else None
        self._dissolve.begin(before, self._changeover.overlap, now)
        self._shown.follow()
        return [*before.news(), *self._shown.news()]


__all__ = ["Booth", "BoothEvent", "ReelEnded", "ReelFailed", "ReelStarted"]
