"""The booth: two projectors, what is on them, and the changeover from one to the other.

While one shows a reel the other can be made ready with the next, so that it only has to be released.
A projector that dies or falls silent is replaced; a file that ended its projector twice is left out.
"""

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from kiosk.clock import Clock
from kiosk.projection.contract import Died, Ended, Failed, MakeProjector, Picture, Reel, Report, Rolling
from kiosk.projection.post import Job, Post, Use
from kiosk.projection.projector import VlcProjector
from kiosk.projection.restarts import LeftOut
from kiosk.projection.ring import sweep

LEAD_SECONDS: Final = 0.02
"""How much before its first frame is due a waiting reel is released: libvlc takes about so long to go on."""

SUPERVISION_SECONDS: Final = 0.5
_END_SECONDS: Final = 0.3
"""A seek goes no nearer to a reel's end than this, so that there is something to show."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReelStarted:
    """The first picture of a reel is due: ``picture`` gives it."""

    ticket: int
    reel: Reel


@dataclass(frozen=True, slots=True)
class ReelEnded:
    """A reel came to its end or its out point."""

    ticket: int
    reel: Reel


@dataclass(frozen=True, slots=True)
class ReelFailed:
    """A reel that was to be shown or to follow cannot be, or its projector died. ``reason`` is for the log."""

    ticket: int
    reel: Reel
    reason: str


BoothEvent = ReelStarted | ReelEnded | ReelFailed


class Booth:
    """Two projectors.

    All calls return at once. ``step`` has to be called at the latest when ``next_picture_at`` says, and
    after ``wake``, which is called on another thread when a projector has something to tell. Calls that
    take a reel answer a ticket, a number under which events name it beside the reel itself.
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
        self._left_out = left_out if left_out is not None else LeftOut()
        self._posts = (Post("A", make), Post("B", make))
        self._shown: Post | None = None
        self._tickets = itertools.count(1)
        self._events: list[BoothEvent] = []
        self._changeover_at: float | None = None
        self._last: Picture | None = None
        for post in self._posts:
            post.start(clock.monotonic())

    def pids(self) -> dict[str, int | None]:
        """The processes of the projectors, by name; None while one is being replaced."""
        return {post.name: post.projector.pid if post.projector else None for post in self._posts}

    @property
    def reel(self) -> Reel | None:
        """What is shown, or about to be."""
        return self._shown.job.whole if self._shown and self._shown.job else None

    @property
    def paused(self) -> bool:
        return bool(self._shown and self._shown.job and self._shown.job.paused)

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

    def unprepare(self) -> None:
        """Take off what was prepared or queued."""
        self._waiting().clear()
        self._changeover_at = None

    def roll(self, reel: Reel) -> int:
        """Show a reel: at once if it was prepared. What was shown before ends."""
        self._changeover_at = None
        self._last = None
        waiting = self._waiting()
        job = waiting.job
        if job is not None and job.whole == reel:
            job.whole = reel
            self._show(waiting)
            if job.failed is not None:
                self._fail(waiting, job.failed)
            return job.ticket
        post = self._post_for()
        job = Job(next(self._tickets), reel, reel, Use.SHOWN)
        self._put(post, job)
        self._show(post)
        return job.ticket

    def stop(self) -> None:
        """Leave both projectors empty."""
        self._last = None
        self._changeover_at = None
        for post in self._posts:
            post.clear()

    def pause(self) -> None:
        if self._shown and self._shown.job and not self._shown.job.paused:
            self._shown.job.paused = True
            if self._shown.projector:
                self._shown.projector.pause()

    def resume(self) -> None:
        if self._shown and self._shown.job and self._shown.job.paused:
            self._shown.job.paused = False
            if self._shown.projector:
                self._shown.projector.resume()

    def seek(self, seconds: float) -> None:
        """Go to ``seconds`` of the file, before the reel's end. A paused reel shows the new place and stays paused.

        Until the picture of the new place is there, the one from before stays. Of several seeks in a
        row the last one counts.
        """
        post = self._shown
        if post is None or post.job is None:
            return
        job = post.job
        seconds = _within(job.whole, seconds)
        if job.seeking:
            job.seek = seconds
        else:
            self._last = self._picture_of(post, self._clock.monotonic()) or self._last
            post.seek(seconds)

    def seek_by(self, seconds: float) -> None:
        """Go ``seconds`` on, or back if negative."""
        self.seek(self.position(self._clock.monotonic()) + seconds)

    def set_volume(self, volume: int) -> None:
        """Of what is shown, in per cent."""
        if self._shown and self._shown.job:
            self._shown.job.reel = replace(self._shown.job.reel, volume=volume)
            if self._shown.projector:
                self._shown.projector.set_volume(volume)

    def picture(self, now: float) -> Picture | None:
        """The frame that is due at ``now``; None while there is nothing to show.

        When a reel has ended and another one is to follow, or during a seek, the last frame stays.
        """
        if self._shown is None or self._shown.job is None:
            return self._last
        found = self._picture_of(self._shown, now)
        if found is not None:
            self._last = found
        return self._last

    def next_picture_at(self, now: float) -> float:
        """When ``step`` or ``picture`` may have something new (monotonic seconds, never in the past).

        At the latest when the projectors have to be looked after; that is twice a second.
        """
        times = [now + SUPERVISION_SECONDS, self._changeover_at, self._release_at()]
        times += [post.starts_at(now) for post in self._posts]
        if self._shown is not None and self._shown.projector is not None and self._shown.job is not None:
            times.append(self._shown.projector.next_picture_at(now))
        return max(now, min(time for time in times if time is not None))

    def position(self, now: float) -> float:
        """Seconds of the file that are on the screen; during a seek, where it goes to."""
        post = self._shown
        if post is None or post.job is None:
            return 0.0
        if post.job.seek is not None:
            return post.job.seek
        if post.job.seeking or post.projector is None:
            return post.job.reel.start
        return post.projector.position(now)

    def step(self, now: float) -> list[BoothEvent]:
        """Look after the projectors, make the changeover when it is time, and tell what happened."""
        for post in self._posts:
            for report in post.reports():
                self._take_in(post, report)
            post.start(now)
        self._change_over(now)
        events, self._events = self._events, []
        return events

    def close(self) -> None:
        """End both projectors."""
        self._last = None
        for post in self._posts:
            post.close()

    def _waiting(self) -> Post:
        first, second = self._posts
        return second if self._shown is first else first

    def _post_for(self) -> Post:
        """Where a reel that was not prepared is started soonest: on a projector that runs and has nothing else."""
        waiting, shown = self._waiting(), self._shown
        if shown is None or (waiting.running and (waiting.job is None or shown.job is not None)):
            return waiting
        return shown if shown.running else waiting

    def _thread_waiting(self, reel: Reel, use: Use) -> int:
        post = self._waiting()
        if post.job is not None and post.job.whole == reel and post.job.failed is None:
            post.job.whole, post.job.use = reel, use
            return post.job.ticket
        self._changeover_at = None
        job = Job(next(self._tickets), reel, reel, use)
        self._put(post, job)
        return job.ticket

    def _put(self, post: Post, job: Job) -> None:
        if job.whole.file in self._left_out:
            post.clear()
            post.job = job
            self._fail(post, "it ended its projector twice and is left out until it changes")
        else:
            post.thread(job)

    def _show(self, post: Post) -> None:
        """What is on this post is what is seen from now on."""
        before, self._shown = self._shown, post
        if before is not None and before is not post:
            before.clear()
        if post.job is not None and post.job.use is not Use.SHOWN:
            post.job.use = Use.SHOWN
            if post.projector is not None:
                post.projector.release()

    def _picture_of(self, post: Post, now: float) -> Picture | None:
        return post.projector.picture(now) if post.projector is not None else None

    def _take_in(self, post: Post, report: Report) -> None:
        job = post.job
        match report:
            case Died(reason):
                self._replace(post, reason)
            case Failed(_, reason) if job is not None:
                self._fail(post, reason)
            case Rolling() if job is not None and post is self._shown:
                self._started(job)
            case Ended() if job is not None and post is self._shown:
                self._ended(post, job)
            case _:
                pass
        if job is not None and job.seeking and post is self._shown and self._has_arrived(post):
            job.seeking = False
            if job.seek is not None:
                seconds, job.seek = job.seek, None
                post.seek(seconds)

    def _has_arrived(self, post: Post) -> bool:
        return self._picture_of(post, self._clock.monotonic()) is not None

    def _started(self, job: Job) -> None:
        if not job.started:
            job.started = True
            self._events.append(ReelStarted(job.ticket, job.whole))

    def _ended(self, post: Post, job: Job) -> None:
        self._events.append(ReelEnded(job.ticket, job.whole))
        post.job = None

    def _fail(self, post: Post, reason: str) -> None:
        """What was prepared fails only when it is to be shown: until then nobody asked for it."""
        job = post.job
        if job is None:
            return
        job.failed = reason
        if job.use is Use.PREPARED:
            log.warning("%s cannot be prepared: %s", job.whole.file.name, reason)
            return
        self._events.append(ReelFailed(job.ticket, job.whole, reason))
        post.clear()
        if post is self._shown:
            self._last = None

    def _replace(self, post: Post, reason: str) -> None:
        """A projector is gone. What waited on it is threaded into the next one, unless it ends that, too."""
        log.warning("%s", reason)
        job = post.job
        if job is None:
            return
        self._left_out.note_death(job.whole.file)
        if job.use is Use.SHOWN:
            self._fail(post, reason)
        elif job.whole.file in self._left_out:
            self._fail(post, "it ended its projector twice and is left out until it changes")
        else:
            job.loaded = False

    def _release_at(self) -> float | None:
        """When the queued reel has to be released, if the end of the shown one is known."""
        job = self._waiting().job
        if job is None or job.use is not Use.QUEUED or not job.loaded or self._changeover_at is not None:
            return None
        if self._shown is None or self._shown.job is None or self._shown.projector is None:
            return 0.0
        ends = self._shown.projector.ends_at()
        return None if ends is None else ends - LEAD_SECONDS

    def _change_over(self, now: float) -> None:
        release_at = self._release_at()
        waiting = self._waiting()
        if release_at is not None and now >= release_at and waiting.projector is not None:
            self._changeover_at = max(now, release_at + LEAD_SECONDS) if release_at else now
            waiting.projector.release(self._changeover_at)
        if self._changeover_at is None or now < self._changeover_at:
            return
        self._changeover_at = None
        if waiting.job is None:
            return
        before, self._shown = self._shown, waiting
        waiting.job.use = Use.SHOWN
        if before is not None and before.job is not None:
            self._ended(before, before.job)
            if before.projector is not None:
                before.projector.stop()
        self._started(waiting.job)


def _within(reel: Reel, seconds: float) -> float:
    end = reel.end if reel.end is not None else reel.facts.seconds
    return max(0.0, min(seconds, end - _END_SECONDS) if end else seconds)
