"""Where a visitor can be."""

from dataclasses import dataclass

from kiosk.exhibition.closing import Closing
from kiosk.exhibition.screenings import ScreeningHere


@dataclass(frozen=True, slots=True)
class Attract:
    """Nobody is there; the loop plays behind its title."""


@dataclass(frozen=True, slots=True)
class Browse:
    """The cards of all films."""


@dataclass(frozen=True, slots=True)
class FilmPage:
    """One film's page.

    ``reading`` while "Read more" is open, ``transcript`` while the words of its excerpts are; ``apology`` after its
    excerpt could not be shown.
    """

    film: str
    reading: bool = False
    apology: bool = False
    transcript: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """The content note before a strong excerpt; ``origin``: at which second of it the film will begin."""

    film: str
    excerpt: str
    origin: float = 0.0


@dataclass(frozen=True, slots=True)
class Watching:
    """An excerpt on the whole screen.

    ``rolling`` from its first picture on. ``controls_until``: monotonic seconds at which the controls
    leave, None while they are hidden; they stay while ``paused``. ``choosing`` while the panel of the captions
    is open over them. ``origin``: seconds of the excerpt at which it was started. ``version``: which version of it
    plays, None for the film itself. ``leaves_at``: monotonic seconds at which it will have faded away, because the
    exhibition closes or a screening begins; None while it may run.
    """

    film: str
    excerpt: str
    rolling: bool = False
    paused: bool = False
    controls_until: float | None = None
    choosing: bool = False
    origin: float = 0.0
    version: str | None = None
    leaves_at: float | None = None

    @property
    def controls(self) -> bool:
        return self.leaves_at is None and (self.paused or self.controls_until is not None)


@dataclass(frozen=True, slots=True)
class Foyer:
    """The minutes before a screening on this very screen. ``until``: monotonic seconds at which it begins."""

    screening: ScreeningHere
    until: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cinema(Watching):
    """A screening: the whole film, for an audience that does not touch anything."""

    screening: ScreeningHere


@dataclass(frozen=True, slots=True)
class Farewell:
    """The exhibition has just closed under a visitor: a word of thanks, before the screen is put away."""


@dataclass(frozen=True, slots=True)
class AfterHours:
    """The exhibition is closed. ``woken`` by a touch, which may have woken a screen that was off."""

    closing: Closing
    woken: bool = False


@dataclass(frozen=True, slots=True)
class AtPanel:
    """The installer is at the screen, and the panel has it: nothing plays, and nobody visits."""


@dataclass(frozen=True, slots=True)
class Preview(AtPanel):
    """The panel has stood aside: the installer sees the loop as visitors do, until the next touch."""


Place = Attract | Browse | FilmPage | Note | Watching | Foyer | Farewell | AfterHours | AtPanel
