"""One of the two places in the booth: a projector and the reel that is on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from kiosk.projection.contract import Died, Failed, Loaded, Projector, Reel, Report
from kiosk.projection.restarts import Restarts


class Use(Enum):
    """What a reel is on a projector for."""

    PREPARED = auto()
    QUEUED = auto()
    SHOWN = auto()


@dataclass(slots=True)
class Job:
    """A reel on a projector. ``ticket`` is what the booth's callers know it by.

    ``reel`` is where the projector was told to begin; ``whole`` what the caller asked for. ``seek``:
    seconds of the file to go to once the seek that is under way has come to its picture.
    """

    ticket: int
    whole: Reel
    reel: Reel
    use: Use
    loaded: bool = False
    started: bool = False
    paused: bool = False
    seeking: bool = False
    seek: float | None = None
    failed: str | None = None


class Post:
    """Keeps a projector running, and knows what it is used for."""

    def __init__(self, name: str, make: Callable[[str], Projector]) -> None:
        self.name = name
        self.job: Job | None = None
        self.projector: Projector | None = None
        self._make = make
        self._restarts = Restarts()
        self._leaving: list[Projector] = []
        self._take = 0

    @property
    def running(self) -> bool:
        return self.projector is not None

    def start(self, now: float) -> bool:
        """Start a projector where there is none, if that may be now. Whether there is one."""
        if self.projector is None and self._restarts.allowed_at(now) <= now:
            self._restarts.note(now)
            self.projector = self._make(self.name)
            if self.job is not None and self.job.failed is None:
                self._load(self.job)
        return self.projector is not None

    def starts_at(self, now: float) -> float | None:
        """When a projector will be started; None if there is one."""
        return None if self.projector is not None else self._restarts.allowed_at(now)

    def thread(self, job: Job) -> None:
        """Put a reel on the projector, now or as soon as there is one."""
        self.job = job
        self._load(job)

    def seek(self, seconds: float) -> None:
        """Show the reel from another place on."""
        if self.job is not None:
            self.job.reel = replace(self.job.whole, start=seconds, volume=self.job.reel.volume)
            self.job.seeking = True
            self.job.loaded = False
            self._load(self.job)

    def clear(self) -> None:
        """Take the reel off."""
        if self.job is not None and self.projector is not None:
            self.projector.stop()
        self.job = None

    def reports(self) -> list[Report]:
        """What the projector says about the reel that is on it, or about itself."""
        self._leaving = [projector for projector in self._leaving if not projector.close(0.0)]
        if self.projector is None:
            return []
        found = [report for report in self.projector.reports() if isinstance(report, Died) or report.take == self._take]
        for report in found:
            if isinstance(report, Died):
                self._leaving.append(self.projector)
                self.projector = None
                break
            if isinstance(report, Loaded) and self.job is not None:
                self.job.loaded = True
            if isinstance(report, Failed) and self.job is not None:
                self.job.failed = report.reason
        return found

    def close(self) -> None:
        """End the projector, and those that are on their way out."""
        for projector in [*self._leaving, *([self.projector] if self.projector else [])]:
            projector.close()
        self.projector, self.job = None, None

    def _load(self, job: Job) -> None:
        if self.projector is not None:
            waits = job.use is not Use.SHOWN or job.paused
            self._take = self.projector.load(job.reel, paused=waits, shown=job.use is Use.SHOWN)
