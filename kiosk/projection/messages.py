"""What the kiosk and its projector processes say to each other.

To a projector: ``{"v":1,"do":"load",…}``. From it: ``{"v":1,"is":"rolling",…}``. ``wire`` makes bytes of them.
"""

from dataclasses import dataclass
from typing import Any, Final

KEPT_SECONDS: Final = 4.0
"""So long the kiosk keeps a ring when its reel is over: in a loop the next one takes it. The projector keeps it twice
as long, so that it is there as long as the kiosk counts on it."""


@dataclass(frozen=True, slots=True)
class Load:
    """Thread a file. Times in milliseconds, ``width`` and ``height`` in pixels, ``volume`` in per cent.

    ``ring``: name of the shared memory that takes the frames; ``slots``: how many fit into it.
    ``full_range``: the film's luma runs from 0 to 255.
    ``device``: where the sound comes out, ``auto`` or the name of a PulseAudio sink or an ALSA device.
    ``held``: once some frames are in memory, ``hold_ms`` after the second, wait for ``release``.
    ``sound_delay_ms``: how much later than libvlc's own frames the picture is shown. ``patience_ms``:
    how long to wait for the first frame, and for one after the other. ``frame_rate``: frames a second, 0 if not
    constant or not known. ``picture_ms``: until when the file has a picture, 0 if not known. ``joins``: the sound comes
    and goes at once, since one film follows the other. ``splice``: the kiosk knows when the file is over and stops it.
    """

    take: int
    file: str
    ring: str
    width: int
    height: int
    slots: int
    start_ms: int
    end_ms: int | None
    volume: int
    device: str
    full_range: bool
    held: bool
    hold_ms: int
    sound_delay_ms: int
    patience_ms: int
    frame_rate: float
    picture_ms: int
    joins: bool
    splice: bool


@dataclass(frozen=True, slots=True)
class Release:
    take: int


@dataclass(frozen=True, slots=True)
class Crossfade:
    """The sound of a film that waits will come, and that of one that runs goes, within ``over_ms``."""

    take: int
    over_ms: int


@dataclass(frozen=True, slots=True)
class Pause:
    take: int


@dataclass(frozen=True, slots=True)
class Resume:
    take: int


@dataclass(frozen=True, slots=True)
class Stop:
    """End whatever is threaded."""


@dataclass(frozen=True, slots=True)
class SetVolume:
    """Per cent; for this take only."""

    volume: int


@dataclass(frozen=True, slots=True)
class Quit:
    """End the process."""


@dataclass(frozen=True, slots=True)
class IsReady:
    """libvlc is loaded."""

    libvlc: str


@dataclass(frozen=True, slots=True)
class IsAlive:
    """Sent at least every half second by the thread that does the work."""


@dataclass(frozen=True, slots=True)
class IsAttached:
    """The ring is mapped; its name is not needed any more."""

    ring: str


@dataclass(frozen=True, slots=True)
class IsLoaded:
    take: int


@dataclass(frozen=True, slots=True)
class IsRolling:
    take: int


@dataclass(frozen=True, slots=True)
class HasEnded:
    take: int


@dataclass(frozen=True, slots=True)
class HasFailed:
    take: int
    reason: str


Order = Load | Release | Crossfade | Pause | Resume | Stop | SetVolume | Quit
Notice = IsReady | IsAlive | IsAttached | IsLoaded | IsRolling | HasEnded | HasFailed

ORDERS: Final[dict[str, type[Any]]] = {
    "load": Load,
    "release": Release,
    "crossfade": Crossfade,
    "pause": Pause,
    "resume": Resume,
    "stop": Stop,
    "volume": SetVolume,
    "quit": Quit,
}
NOTICES: Final[dict[str, type[Any]]] = {
    "ready": IsReady,
    "alive": IsAlive,
    "attached": IsAttached,
    "loaded": IsLoaded,
    "rolling": IsRolling,
    "ended": HasEnded,
    "failed": HasFailed,
}
