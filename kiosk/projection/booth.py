"""The booth: two projectors, what is on them, and the changeover from one to the other.

While one shows a reel the other can be made ready with the next, so that it only has to be released.
A projector that dies or falls silent is replaced; a file that ended its projector twice is left out.
"""

import itertools
from collections.abc import Callable
from typing import Final

from kiosk.clock import Clock
from kiosk.projection.changeover import Changeover
from kiosk.projection.contract import MakeProjector, Picture, Reel
from kiosk.projection.jobs import BoothEvent, Job, ReelEnded, ReelFailed, ReelStarted, Use, before_end
from kiosk.projection.post import Post
from kiosk.projection.projector import VlcProjector
from kiosk.projection.restarts import LeftOut
from kiosk.projection.sweeping import sweep

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
        if make is None:
            sweep()

            def make(name: str) -> VlcProjector:
                return VlcProjector(name, clock, wake=wake)

        self._clock = clock
        files = left_out if left_out is not None else LeftOut()
        self._posts = (Post("A", make, files), Post("B", make, files))
        self._shown: Post = self._posts[1]
        self._tickets = itertools.count(1)
        self._changeover = Changeover()
        self._last: Picture | None = None
        for post in self._posts:
            post.start(clock.monotonic())

    def pids(self) -> dict[str, int | None]:
        """The processes of the projectors, by name; None while one is being replaced."""
        return {post.name: post.projector.pid if post.projector else None for post in self._posts}

    @property
    def prepared(self) -> Reel | None:
        """What waits with its first picture in memory, so that ``roll`` shows it at once."""
        job = self._waiting().job
        return job.whole if job is not None and job.loaded and job.failed is None else None

    def prepare(self, reel: Reel) -> int:
        """Thread a reel into the waiting projector. If it cannot be shown, ``roll`` will tell."""
        return self._thread_waiting(reel, Use.PREPARED)

    def queue(self, reel: Reel) -> int:
        """Let a reel follow the one that is shown, without a gap; at once if none is shown any more."""
        return self._thread_waiting(reel, Use.QUEUED)

    def roll(self, reel: Reel, *, keep: bool = False) -> int:
        """Show a reel: at once if it was prepared. What was shown before ends; ``keep``: its last picture stays until
        the new one is there."""
        self._changeover.forget()
        self._last = self.picture(self._clock.monotonic()) if keep else None
        waiting = self._waiting()
        if (job := waiting.job) is not None and job.whole == reel:
            job.whole = reel
            if job.reel.volume != reel.volume:
                waiting.set_volume(reel.volume)
            self._turn_to(waiting)
            waiting.show()
            return job.ticket
        post = self._soonest()
        self._turn_to(post)
        return self._thread(post, reel, Use.SHOWN)

    def unprepare(self) -> None:
        """Take off what was prepared or queued."""
        self._changeover.forget()
        self._waiting().clear()

    def stop(self) -> None:
        """Leave both projectors empty."""
        self._changeover.forget()
        self._last = None
        for post in self._posts:
            post.clear()

    def pause(self) -> None:
        self._shown.pause()

    def resume(self) -> None:
        self._shown.resume()

    def seek(self, seconds: float) -> None:
        """Go to ``seconds`` of the file, before the reel's end. A paused reel shows the new place and stays paused.

        Until the picture of the new place is there, the one from before stays. Of several seeks in a
        row the last one counts.
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
        return self._last

    def next_frame_at(self, now: float) -> float | None:
        """When ``picture`` may have something new (monotonic seconds, never in the past); None while it cannot."""
        shown = self._shown
        frame = shown.projector.next_picture_at(now) if shown.projector is not None and shown.job is not None else None
        return None if frame is None else max(now, frame)

    def next_step_at(self, now: float) -> float:
        """When ``step`` has something to do: at the latest when projectors are looked after, twice a second."""
        times = [now + SUPERVISION_SECONDS, self._changeover.next_moment(self._shown, self._waiting())]
        times += [post.starts_at(now) for post in self._posts]
        return max(now, min(time for time in times if time is not None))

    def position(self, now: float) -> float:
        """Seconds of the file that are on the screen; during a seek, where it goes to."""
        return self._shown.position(now)

    def step(self, now: float) -> list[BoothEvent]:
        """Look after the projectors, make the changeover when it is time, and tell what happened."""
        events = [event for post in self._posts for event in post.step(now)]
        if self._shown.job is None and any(isinstance(event, ReelFailed) for event in events):
            self._last = None
        if self._changeover.step(now, self._shown, self._waiting()):
            events += self._change_over()
        return events

    def close(self) -> None:
        """End both projectors."""
        self._last = None
        for post in self._posts:
            post.close()

    def _waiting(self) -> Post:
        first, second = self._posts
        return second if self._shown is first else first

    def _soonest(self) -> Post:
        """Where a reel that was not prepared is shown soonest: on a projector that runs and has nothing else on."""
        waiting, shown = self._waiting(), self._shown
        if shown.projector is not None and (waiting.projector is None or (waiting.job and not shown.job)):
            return shown
        return waiting

    def _turn_to(self, post: Post) -> None:
        """This post is seen from now on."""
        if post is not self._shown:
            self._shown.clear()
            self._shown = post

    def _thread_waiting(self, reel: Reel, use: Use) -> int:
        post = self._waiting()
        if post.job is not None and post.job.whole == reel and post.job.failed is None:
            post.job.whole, post.job.use = reel, use
            return post.job.ticket
        self._changeover.forget()
        return self._thread(post, reel, use)

    def _thread(self, post: Post, reel: Reel, use: Use) -> int:
        job = Job(next(self._tickets), reel, reel, use)
        post.thread(job)
        return job.ticket

    def _change_over(self) -> list[BoothEvent]:
        before, self._shown = self._shown, self._waiting()
        before.end()
        self._shown.follow()
        return [*before.news(), *self._shown.news()]


__all__ = ["Booth", "BoothEvent", "ReelEnded", "ReelFailed", "ReelStarted"]
