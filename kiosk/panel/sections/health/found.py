"""What is known of the exhibition's and the machine's health."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.panel.section import Seen


@dataclass(frozen=True, slots=True)
class Trouble:
    """One finding: ``title`` such as a file with its line, or what is wrong; ``advice`` what to do about it.

    ``grave``: visitors notice it.
    """

    title: str
    advice: str
    grave: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a look ``at`` a moment (wall clock). ``exhibition``: what ``kiosk check`` finds, ``machine``: what
    ``kiosk doctor`` finds; None where the look came to nothing."""

    at: datetime
    exhibition: tuple[Trouble, ...] | None
    machine: tuple[Trouble, ...] | None


@dataclass(frozen=True, slots=True)
class Happened:
    """A line of the log. ``at``: the wall clock. ``grave``: a warning or worse."""

    at: datetime
    words: str
    grave: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """``events``: the last ones, the latest first. ``is_service``: the kiosk is started again when it ends."""

    events: tuple[Happened, ...] = ()
    is_service: bool = False


def looked(seen: Seen) -> Looked | None:
    found = seen.answers.get("checkup")
    return found if isinstance(found, Looked) else None


def house(seen: Seen) -> House:
    found = seen.answers.get("house")
    return found if isinstance(found, House) else House()
