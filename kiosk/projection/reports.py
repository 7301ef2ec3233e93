"""What a projector tells of the reel that is threaded, and of itself. ``take``: the number that ``load`` gave back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loaded:
    """Threaded and waiting with its first frame in memory; ``release`` shows it at once.

    ``lacks_first``: that frame is the second one, the first was left out; to load it once more may help.
    """

    take: int
    lacks_first: bool = False


@dataclass(frozen=True, slots=True)
class Rolling:
    """The first frame is due: ``picture`` shows it."""

    take: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The last frame has had its time on the screen, or the out point is reached."""

    take: int


@dataclass(frozen=True, slots=True)
class Failed:
    """This reel cannot be shown."""

    take: int
    reason: str


@dataclass(frozen=True, slots=True)
class Died:
    """The projector itself is gone: ended, or silent for too long. Nothing more comes from it."""

    reason: str


Report = Loaded | Rolling | Ended | Failed | Died
