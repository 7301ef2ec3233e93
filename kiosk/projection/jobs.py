"""What a reel is on a projector for, and what the booth tells of it."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from kiosk.projection.contract import Reel

_END_SECONDS: Final = 0.3
"""A seek goes no nearer to a reel's end than this, so that there is something to show."""


class Use(Enum):
    """What a reel is on a projector for."""

    PREPARED = auto()
    """It may be shown at any moment, or not at all."""
    QUEUED = auto()
    """It follows what is shown."""
    SHOWN = auto()


@dataclass(slots=True)
class Job:
    """A reel on a projector. ``ticket`` is the number under which the booth's callers know it.

    ``whole`` is what they asked for; ``reel`` where the projector was told to begin, and how loud. While
    ``seeking`` the picture of the new place is awaited; ``seek`` is where to go after that, in seconds of the file.
    ``over``: seconds for which it is wished to be seen together with the one that it follows. ``loads``: how often a
    projector was told to load it; ``lacks_first``: what is loaded lacks its first frame.
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
    over: float = 0.0
    loads: int = 0
    lacks_first: bool = False

    def load(self) -> None:
        """A projector is told to load it."""
        self.loaded = self.lacks_first = False
        self.loads += 1


@dataclass(frozen=True, slots=True)
class ReelStarted:
    """The first picture of a reel is due: ``Booth.picture`` gives it."""

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


def before_end(reel: Reel, seconds: float) -> float:
    """Seconds of the file, moved into the file and before the reel's end."""
    end = reel.end if reel.end is not None else reel.facts.seconds
    return max(0.0, min(seconds, end - _END_SECONDS) if end else seconds)
