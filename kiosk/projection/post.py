"""One of the two places in the booth: a projector that is kept running, and the reel that is on it."""

import logging
from dataclasses import replace

from kiosk.projection.contract import MakeProjector, Picture, Projector
from kiosk.projection.jobs import BoothEvent, Job, ReelEnded, ReelFailed, ReelStarted, Use
from kiosk.projection.reports import Died, Ended, Failed, Loaded, Report, Rolling
from kiosk.projection.restarts import LeftOut, Restarts

log = logging.getLogger(__name__)


class Post:
    """Replaces its projector when that dies or falls silent, and tells what became of the reel."""

    def __init__(self, name: str, make: MakeProjector, left_out: LeftOut) -> None:
        self.name = name
        self.job: Job | None = None
        self.projector: Projector | None = None
        self._make = make
        self._left_out = left_out
        self._restarts = Restarts()
        self._leaving: list[Projector] = []
        self._take = 0
        self._news: list[BoothEvent] = []

    def start(self, now: float) -> None:
        """Start a projector where there is none, if that may be now."""
        if self.projector is None and self._restarts.allowed_at(now) <= now:
            self._restarts.note(now)
            self.projector = self._make(self.name)
            if self.job is not None and self.job.failed is None:
                self._load(self.job)

    def starts_at(self, now: float) -> float | None:
        """When a projector will be started; None if there is one."""
        return None if self.projector is not None else self._restarts.allowed_at(now)

    def thread(self, job: Job) -> None:
        """Put a reel on the projector, now or as soon as there is one."""
        if job.whole.file in self._left_out:
            self.clear()
            self.job = job
            self._fail(LeftOut.reason)
        else:
            self.job = job
            self._load(job)

    def show(self) -> None:
        """Let what waits be seen."""
        if self.job is None or self.job.use is Use.SHOWN:
            return
        self.job.use = Use.SHOWN
        if self.job.failed is not None:
            self._fail(self.job.failed)
        elif self.projector is not None:
            self.projector.release()

    def pause(self) -> None:
        if self.job is not None and not self.job.paused:
            self.job.paused = True
            if self.projector is not None:
                self.projector.pause()

    def resume(self) -> None:
        if self.job is not None and self.job.paused:
            self.job.paused = False
            if self.projector is not None:
                self.projector.resume()

    def seek(self, seconds: float) -> None:
        """Show the reel from another place on. While a seek is under way, the last one after it counts."""
        if (job := self.job) is None:
            return
        if job.seeking:
            job.seek = seconds
            return
        job.reel = replace(job.whole, start=seconds, volume=job.reel.volume)
        job.seeking, job.seek = True, None
        self._load(job)

    def set_volume(self, volume: int) -> None:
        """Per cent, for the reel that is on."""
        if self.job is not None:
            self.job.reel = replace(self.job.reel, volume=volume)
            if self.projector is not None:
                self.projector.set_volume(volume)

    def clear(self) -> None:
        """Take the reel off."""
        if self.job is not None and self.projector is not None:
            self.projector.stop()
        self.job = None

    def end(self) -> None:
        """What is shown is over."""
        if self.job is not None:
            self._news.append(ReelEnded(self.job.ticket, self.job.whole))
            self.clear()

    def follow(self) -> None:
        """What was queued and released is shown from now on."""
        if self.job is not None:
            self.job.use = Use.SHOWN
            self._begin()

    def _begin(self) -> None:
        if self.job is not None and self.job.use is Use.SHOWN and not self.job.started:
            self.job.started = True
            self._news.append(ReelStarted(self.job.ticket, self.job.whole))

    def picture(self, now: float) -> Picture | None:
        """The frame of a shown reel that is due."""
        is_seen = self.job is not None and self.job.use is Use.SHOWN
        return self.projector.picture(now) if is_seen and self.projector is not None else None

    def position(self, now: float) -> float:
        """Seconds of the file that are on the screen; during a seek, where it goes to."""
        if (job := self.job) is None:
            return 0.0
        if job.seek is not None:
            return job.seek
        return job.reel.start if job.seeking or self.projector is None else self.projector.position(now)

    def step(self, now: float) -> list[BoothEvent]:
        """Look after the projector; what happened to the reel since the last call."""
        self._leaving = [projector for projector in self._leaving if not projector.close(0.0)]
        for report in self.projector.reports() if self.projector is not None else ():
            if isinstance(report, Died):
                self._lose_projector(report.reason)
            elif report.take == self._take and self.job is not None:
                self._take_in(report, self.job)
        self.start(now)
        self._go_on_seeking(now)
        return self.news()

    def news(self) -> list[BoothEvent]:
        """What happened and was not told yet."""
        news, self._news = self._news, []
        return news

    def retire(self) -> None:
        """Let the projector go; the next step starts another one, with the reel that is on."""
        self._leaving += [self.projector] if self.projector is not None else []
        self.projector = None

    def close(self) -> None:
        """End the projector, and those that are on their way out."""
        for projector in [*self._leaving, *([self.projector] if self.projector else [])]:
            projector.close()
        self.projector, self.job = None, None

    def _load(self, job: Job) -> None:
        job.load()
        if self.projector is not None:
            waits = job.use is not Use.SHOWN or job.paused
            self._take = self.projector.load(job.reel, paused=waits, shown=job.use is Use.SHOWN)

    def _take_in(self, report: Report, job: Job) -> None:
        match report:
            case Loaded(lacks_first=lacks_first):
                job.loaded, job.lacks_first = True, lacks_first
            case Rolling():
                self._begin()
            case Ended():
                self.end()
            case Failed(_, reason):
                self._fail(reason)

    def _go_on_seeking(self, now: float) -> None:
        """The picture of a seek is there: the next seek can begin."""
        if self.job is not None and self.job.seeking and self.picture(now) is not None:
            self.job.seeking = False
            if self.job.seek is not None:
                self.seek(self.job.seek)

    def _fail(self, reason: str) -> None:
        """What was only prepared fails when it is to be shown: until then nobody asked for it."""
        if (job := self.job) is None:
            return
        job.failed = reason
        if job.use is Use.PREPARED:
            log.warning("%s cannot be prepared: %s", job.whole.file.name, reason)
        else:
            self._news.append(ReelFailed(job.ticket, job.whole, reason))
            self.clear()

    def _lose_projector(self, reason: str) -> None:
        """What waited on it is threaded into the next one, unless it has ended two. What was shown is not resumed."""
        log.warning("%s", reason)
        self.retire()
        if self.job is None:
            return
        file = self.job.whole.file
        self._left_out.note_death(file)
        if self.job.use is Use.SHOWN:
            self._fail(reason)
        elif file in self._left_out:
            self._fail(LeftOut.reason)
