"""What can happen to a visit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Touched:
    """A finger came down anywhere, or goes on moving there.

    Sent before it is known whether it becomes a tap, and again while it scrolls or drags: a hand on the
    screen keeps the controls and the visit.
    """


@dataclass(frozen=True, slots=True)
class Tapped:
    """A finger was lifted inside the target on which it came down.

    Names: ``card:FILM``, ``language``, in its menu ``language:CODE``, ``language-panel`` (between these) and
    ``language-close`` (beside it), ``back``, ``watch``, ``watch:EXCERPT`` (another excerpt of the film), ``continue``
    (where the film was left), ``more``, ``transcript``, ``close``, ``play`` (play or pause), ``back-10``,
    ``version:NAME`` (with sign language or audio description, or without it again), ``captions`` (their panel),
    ``captions-off``, ``captions:LANGUAGE``, ``captions-both``, ``caption-size:SIZE``, ``volume-down``, ``volume-up``,
    ``note-back``, ``note-watch``, ``keep-going``, ``picture`` (the film itself), ``comfort`` (opens and closes the
    switches ``larger-text``, ``high-contrast`` and ``reach``), ``comfort-close`` (anywhere beside these).
    """

    target: str


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """The scrubber was let go at ``seconds`` of the excerpt."""

    seconds: float


@dataclass(frozen=True, slots=True)
class FilmStarted:
    """The first picture of the excerpt is on the screen."""


@dataclass(frozen=True, slots=True)
class FilmReached:
    """Where the film is: ``seconds`` of the excerpt out of ``length`` (0 if not known).

    Told before every touch of a film, so that it can go on from there if the touch ends it.
    """

    seconds: float
    length: float


@dataclass(frozen=True, slots=True)
class VersionFailed:
    """The version that was asked for cannot be shown; the film itself goes on in its place."""


@dataclass(frozen=True, slots=True)
class FilmEnded:
    """The excerpt came to its end or its out point."""


@dataclass(frozen=True, slots=True)
class FilmFailed:
    """The excerpt cannot be shown, or its projector died. ``reason`` is for the log."""

    reason: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Time went by. Sent at or after the moment that ``next_moment`` names."""


@dataclass(frozen=True, slots=True)
class PanelOpened:
    """The installer held the corner: the panel takes the screen."""


@dataclass(frozen=True, slots=True)
class LoopWanted:
    """The installer wants to see the loop as visitors do."""


@dataclass(frozen=True, slots=True)
class PanelClosed:
    """The installer is gone."""


@dataclass(frozen=True, slots=True)
class CalendarTurned:
    """The rules' ``standing`` or ``epoch`` is another one. ``film_left``: seconds until the visitor's film is over,
    None if none runs or its length is not known."""

    film_left: float | None = None


Event = (
    Touched
    | Tapped
    | Scrubbed
    | FilmStarted
    | FilmReached
    | VersionFailed
    | FilmEnded
    | FilmFailed
    | Tick
    | CalendarTurned
    | PanelOpened
    | LoopWanted
    | PanelClosed
)
