"""Captions in the lines in which they are shown: at most two, of a bounded and much the same length."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

MOST_LINES = 2
MOST_CHARACTERS = 42
"""A line (BBC, Netflix)."""

_DASHES = ("-", "–", "—", "\u2010")
_ENDS = (".", "!", "?", "…", "؟", "۔", ":", "؛", ";")
_HALTS = (",", "،")
_WORTH = {"end": 24, "halt": 16}
"""Characters by which a break after a sentence, or after a comma, may be farther from the middle."""


@dataclass(frozen=True, slots=True)
class Page:
    """Lines that stand on the screen together. ``weight``: how many characters there are to read."""

    lines: tuple[str, ...]
    weight: int


def characters(text: str) -> int:
    """How many characters a text is wide: marks and invisible ones count nothing, full-width ones count twice."""
    return sum(_width(each) for each in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def pages(text: str, columns: int = MOST_CHARACTERS) -> tuple[Page, ...]:
    """A cue's text in pages that follow each other, each at most ``MOST_LINES`` lines of ``columns`` characters.

    Lines that fit stay as they were written. Others are broken anew: into two lines of much the same length, or,
    where that is not enough, into pages. Nothing is left out.
    """
    written = tuple(text.split("\n"))
    if len(written) <= MOST_LINES and all(0 < characters(line) <= columns for line in written):
        return (_page(written),)
    return _gathered([page for said in _utterances(written) for page in _broken(_words(said, columns), columns)])


def _page(lines: Sequence[str]) -> Page:
    return Page(tuple(lines), max(1, sum(characters(line) for line in lines)))


def _utterances(written: Sequence[str]) -> list[str]:
    """What each speaker says: a line that begins with a dash, or follows an empty one, is another speaker's."""
    said = [""]
    for line in written:
        if not line or line.startswith(_DASHES):
            said.append(line)
        else:
            said[-1] += " " + line
    return [each for each in said if each.strip()]


def _words(text: str, columns: int) -> list[str]:
    """Words; one that is longer than a line is divided."""
    return [part for word in text.split() for part in _divided(word, columns)]


def _divided(word: str, columns: int) -> list[str]:
    parts, width = [""], 0
    for character in word:
        if width + _width(character) > columns:
            parts.append("")
            width = 0
        parts[-1] += character
        width += _width(character)
    return parts


def _broken(words: list[str], columns: int) -> list[Page]:
    """As few pages as halving takes."""
    line = " ".join(words)
    if characters(line) <= columns:
        return [_page([line])]
    if (halves := _two_lines(words, columns)) is not None:
        return [_page(halves)]
    middle = _best_break(words, range(1, len(words)))
    return [*_broken(words[:middle], columns), *_broken(words[middle:], columns)]


def _two_lines(words: list[str], columns: int) -> tuple[str, str] | None:
    """The words on two lines, divided where it reads best; None if they do not fit."""
    fitting = [at for at in range(1, len(words)) if _fits(words[:at], columns) and _fits(words[at:], columns)]
    if not fitting:
        return None
    at = _best_break(words, fitting)
    return " ".join(words[:at]), " ".join(words[at:])


def _fits(words: list[str], columns: int) -> bool:
    return characters(" ".join(words)) <= columns


def _best_break(words: list[str], places: Sequence[int]) -> int:
    """The place nearest to the middle, better after a sentence or a comma."""

    def cost(at: int) -> int:
        before, after = characters(" ".join(words[:at])), characters(" ".join(words[at:]))
        end = words[at - 1]
        worth = _WORTH["end"] if end.endswith(_ENDS) else _WORTH["halt"] if end.endswith(_HALTS) else 0
        return abs(before - after) - worth

    return min(places, key=cost)


def _gathered(found: Sequence[Page]) -> tuple[Page, ...]:
    """Pages of one line join the next one where both have room, as two speakers do."""
    joined: list[Page] = []
    for page in found:
        if joined and len(joined[-1].lines) + len(page.lines) <= MOST_LINES:
            joined[-1] = _page([*joined[-1].lines, *page.lines])
        else:
            joined.append(page)
    return tuple(joined)
