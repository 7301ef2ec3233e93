"""What the kiosk asks of a projector and what it hears back: the same for VLC and for the test card."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Protocol

from kiosk.exhibition.level import Loudness
from kiosk.projection.reports import Report


class Matrix(Enum):
    """How luma and chroma become red, green and blue. Values are those of ``SDL_YUV_CONVERSION_MODE``."""

    FULL_RANGE = 0
    BT601 = 1
    BT709 = 2


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What is known about a media file before it is played.

    ``width`` and ``height``: visible pixels as coded, before rotation. ``sample_aspect``: width of a
    pixel divided by its height. ``rotation``: degrees clockwise (0, 90, 180, 270) that the player
    turns the picture by. ``seconds``: length, 0 if not known. ``frame_rate``: frames a second, 0 if
    not known or not constant.
    """

    width: int
    height: int
    sample_aspect: float
    rotation: int
    seconds: float
    frame_rate: float
    matrix: Matrix
    has_sound: bool
    codec: str = ""

    @property
    def shape(self) -> float:
        """Width by height of the picture as a viewer sees it."""
        shape = self.width * self.sample_aspect / self.height
        return 1 / shape if self.rotation in (90, 270) else shape


@dataclass(frozen=True, slots=True)
class Reel:
    """What is threaded into a projector: a stretch of a file, the size at which it is shown, its sound.

    ``start`` and ``end`` in seconds of the file (``end`` None for the whole file). ``size`` in pixels,
    both even. ``volume`` in per cent as it is played, 0 for silence, above 100 louder than the file is. ``loudness``:
    what was measured of the stretch, None if nothing; ``gain_db``: by how much the installer wants it louder.
    ``device``: where the sound comes out, ``auto`` or a name. How loud it is makes no other reel of it. ``joins``: its
    sound does not fade at its ends, since one follows the other.
    """

    file: Path
    facts: MediaFacts
    size: tuple[int, int]
    start: float = 0.0
    end: float | None = None
    volume: int = field(default=0, compare=False)
    loudness: Loudness | None = field(default=None, compare=False)
    gain_db: float = field(default=0.0, compare=False)
    device: str = "auto"
    joins: bool = False

    @property
    def seconds(self) -> float:
        """Length of the stretch, 0 if not known."""
        end = self.end if self.end is not None else self.facts.seconds
        return max(0.0, min(end, self.facts.seconds or end) - self.start)


@dataclass(frozen=True, slots=True)
class Picture:
    """One frame that is due: I420 planes (Y, then U, then V, no gaps), ``width`` and ``height`` even.

    ``number`` counts the frames of a take by the grid of its frame rate, from 0: a gap is a frame that
    was lost. ``due`` is when it should be on the screen (monotonic seconds). ``planes`` lie in memory
    that the projector will write to again some frames later: after the last use, ``intact()`` tells
    whether they still held this frame; if not, draw the newer one that is due by then. During a
    crossfade the frame of the film that ends, ``leaving``, lies below, and this one has its ``share`` (0…1).
    """

    planes: memoryview
    width: int
    height: int
    matrix: Matrix
    number: int
    take: int = 0
    due: float = 0.0
    intact: Callable[[], bool] = field(default=lambda: True, compare=False, repr=False)
    leaving: "Picture | None" = field(default=None, compare=False, repr=False)
    share: float = 1.0


class Projector(Protocol):
    """One player. All calls return at once; what comes of them is told by ``reports``."""

    @property
    def name(self) -> str:
        """``A`` or ``B``."""
        ...

    @property
    def pid(self) -> int | None:
        """The process, None where there is none of its own."""
        ...

    def load(self, reel: Reel, *, paused: bool, shown: bool = False) -> int:
        """Thread a reel and answer its take. ``paused``: wait for ``release``; ``shown``: with a picture."""
        ...

    def release(self, at: float | None = None) -> None:
        """Let the loaded reel run; its first frame is due ``at`` (monotonic seconds) or, without it, now."""
        ...

    def crossfade(self, seconds: float) -> None:
        """The sound's part in a crossfade: of a reel that waits it comes, once released, and of one that runs it goes
        for good, within so many seconds and with even power."""
        ...

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def stop(self) -> None:
        """End the reel. Its reports and frames are of no interest any more."""
        ...

    def set_volume(self, volume: int) -> None:
        """Per cent."""
        ...

    def reports(self) -> list[Report]:
        """What happened since the last call, oldest first."""
        ...

    def picture(self, now: float) -> Picture | None:
        """The frame that is due at ``now`` (monotonic seconds), None before the first."""
        ...

    def next_picture_at(self, now: float) -> float | None:
        """When the next frame will be due (monotonic seconds); None if none is expected."""
        ...

    def position(self, now: float) -> float:
        """Seconds of the file that the frame on the screen belongs to."""
        ...

    def ends_at(self) -> float | None:
        """When the last frame will have had its time (monotonic seconds), as far as is known; None while it is not."""
        ...

    def close(self, seconds: float = 1.0) -> bool:
        """End the process and free its memory, waiting at most so long for its end.

        True once everything is gone; until then call again. Safe to call more often.
        """
        ...


MakeProjector = Callable[[str], Projector]
"""Starts a projector with a name (``A``, ``B``)."""
