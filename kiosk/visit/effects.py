"""What a visit asks of the rest of the kiosk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StartLoop:
    """Play the attract loop, or the one that is shown while the exhibition is closed (``after_hours``)."""

    after_hours: bool = False


@dataclass(frozen=True, slots=True)
class StopLoop:
    """End the loop."""


@dataclass(frozen=True, slots=True)
class Prepare:
    """Load an excerpt into the waiting projector, so that ``Play`` only has to release it.

    Takes the place of what was prepared before. ``start`` in seconds of the excerpt. ``version``: the file that shows
    it with sign language or audio description; None for its own.
    """

    film: str
    excerpt: str
    start: float = 0.0
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Unprepare:
    """What was prepared is not wanted any more."""


@dataclass(frozen=True, slots=True)
class Play:
    """Show an excerpt from ``start`` seconds on (of the excerpt, not of the file).

    What is prepared is this excerpt from there on, or nothing. ``version`` as in ``Prepare``.
    """

    film: str
    excerpt: str
    start: float = 0.0
    version: str | None = None


@dataclass(frozen=True, slots=True)
class SwitchVersion:
    """Go on at the same place in another version of the excerpt; None for the film itself."""

    version: str | None


@dataclass(frozen=True, slots=True)
class Pause:
    """Hold the picture."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on after a pause."""


@dataclass(frozen=True, slots=True)
class Seek:
    """Go to ``seconds`` of the excerpt."""

    seconds: float


@dataclass(frozen=True, slots=True)
class SeekBy:
    """Go ``seconds`` forward (or back, if negative) from where the excerpt is."""

    seconds: float


@dataclass(frozen=True, slots=True)
class StopFilm:
    """End the excerpt. Follows every ``Play``, also when the excerpt ended or failed by itself."""


@dataclass(frozen=True, slots=True)
class FadeOut:
    """Let the sound of the film go away within so many ``seconds``. The film itself runs on."""

    seconds: float


@dataclass(frozen=True, slots=True)
class ScreenOff:
    """Switch the screen itself off, whether or not it is."""


@dataclass(frozen=True, slots=True)
class ScreenOn:
    """Switch the screen on."""


@dataclass(frozen=True, slots=True)
class RunCommand:
    """Run an installer's command: its name and its arguments."""

    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetVolume:
    """Per cent."""

    volume: int


@dataclass(frozen=True, slots=True)
class StartOver:
    """A new visit begins: scroll positions and everything else that a visitor moved goes back."""


Effect = (
    StartLoop
    | StopLoop
    | Prepare
    | Unprepare
    | Play
    | SwitchVersion
    | Pause
    | Resume
    | Seek
    | SeekBy
    | StopFilm
    | FadeOut
    | ScreenOff
    | ScreenOn
    | RunCommand
    | SetVolume
    | StartOver
)
