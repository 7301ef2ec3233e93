"""Lists of films as other players write them: what M3U and XSPF have in common."""

import re
from dataclasses import dataclass, field

from kiosk.config.problems import Problem, Severity
from kiosk.config.tree import Mark

MAX_ENTRIES = 10_000
"""So many entries of one list are read."""

NO_MARK = Mark("")
_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Option:
    """What VLC is told about one entry: ``start-time`` and ``12.5``. ``mark``: where it was written."""

    name: str
    value: str
    mark: Mark = NO_MARK


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list. ``location``: a path or an address, as it was written.

    ``encoded``: whether the location is an address, in which %20 stands for a blank. ``seconds``: the length that the
    list tells, None if it tells none.
    """

    location: str
    title: str = ""
    creator: str = ""
    seconds: float | None = None
    options: tuple[Option, ...] = ()
    encoded: bool = False
    mark: Mark = NO_MARK


@dataclass(slots=True)
class ListFile:
    """What came of reading a list called ``name``: its entries, and what is wrong in it."""

    name: str
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def note(self, line: int, column: int, message: str, severity: Severity = "problem") -> None:
        self.problems.append(Problem(self.name, line, column, "", message, severity))

    def add(self, entry: Entry) -> bool:
        """Take an entry in. False if there are too many; what follows is then left aside."""
        if len(self.entries) < MAX_ENTRIES:
            self.entries.append(entry)
            return True
        message = f"has more than {MAX_ENTRIES:,} entries. What follows from here on is left out."
        self.note(entry.mark.line, entry.mark.column, message)
        return False


def option_of(words: str, mark: Mark) -> Option:
    """``start-time=12.5``, also with the colon that VLC's command line has before it."""
    name, _, value = words.strip().removeprefix(":").partition("=")
    return Option(name.strip().lower(), value.strip(), mark)


def one_line(words: str) -> str:
    """A title on one line, without characters that cannot be seen or turn the direction of others."""
    return " ".join(_UNSEEN.sub(" ", words).split())
