"""What is wrong in the files of an exhibition, in words for the person who wrote them."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["fatal", "problem", "notice"]
"""``fatal``: nothing can be shown. ``problem``: something is not shown as written. ``notice``: worth knowing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    ``file`` as it is called inside the exhibition's folder; ``line`` and ``column`` from 1, or 0 where
    the problem has no place in the file. ``where`` is the way to the value (``films[1].title.en``),
    empty for the file as a whole. ``code`` names the kind of problem and ``remedy`` says in one sentence what to do
    about it; both are empty where the message says it all.
    """

    file: str
    line: int
    column: int
    where: str
    message: str
    severity: Severity = "problem"
    code: str = ""
    remedy: str = ""

    @property
    def location(self) -> str:
        """``file:line:column``, or the file alone."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    @property
    def sentence(self) -> str:
        """What is said, with the way to the value before it."""
        return f"{self.where}: {self.message}" if self.where else self.message

    def __str__(self) -> str:
        return f"{self.location}  {self.sentence}"


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text that visitors may read, and its place as in ``Problem``. ``language``: empty where it serves all."""

    file: str
    line: int
    column: int
    where: str
    language: str
    text: str

    def problem(self, message: str, severity: Severity = "problem", code: str = "") -> Problem:
        """Something that is wrong with it."""
        return Problem(self.file, self.line, self.column, self.where, message, severity, code)


def listing(problems: Iterable[Problem]) -> list[str]:
    """One line a problem, the sentences under each other."""
    all_problems = list(problems)
    width = max((len(each.location) for each in all_problems), default=0) + 1
    return [f"{each.location:<{width}}{each.sentence}" for each in all_problems]


def in_file_order(problems: Iterable[Problem], files: Sequence[str]) -> list[Problem]:
    """Without repetitions, sorted by file (in the order of ``files``), line and column."""
    rank = {file: number for number, file in enumerate(files)}
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda each: (rank.get(each.file, len(rank)), each.line, each.column))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` Did you mean running_time?`` with a space before it, or nothing if no known word is near."""
    by_lower = {each.lower(): each for each in known}
    near = difflib.get_close_matches(word.lower()[:80], by_lower, n=1, cutoff=0.7)
    return f" Did you mean {by_lower[near[0]]}?" if near else ""


def quoted(text: str, limit: int = 60) -> str:
    """What was read, fit for one line: long texts are cut, characters that cannot be seen are written as codes."""
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in shown)
