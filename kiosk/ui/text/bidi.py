"""Lines of one paragraph, made ready to be drawn one by one.

Lines break in logical order, but direction is decided for the paragraph as a whole (Unicode UAX #9). A line that
is drawn alone must therefore bring what it would know: an isolate that an earlier line opened, and
whether the letters before and after it were Latin or Arabic. Invisible characters carry both.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.exhibition.text import Direction

LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE, FIRST_STRONG_ISOLATE = "\u2066", "\u2067", "\u2068"
POP_ISOLATE = "\u2069"
_OPENERS = (LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE, FIRST_STRONG_ISOLATE)
_MARKS = {"L": "\u200e", "R": "\u200f", "AL": "\u061c"}


@dataclass(slots=True)
class _Level:
    """The paragraph itself, or an isolate that is open: how it opened, and the last letter's kind in it."""

    opener: str = ""
    strong: str = ""


def isolate(text: str) -> str:
    """A foreign name, wrapped so that its neighbours keep their places (U+2068 … U+2069)."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else text


def has_one_direction(text: str, base: Direction) -> bool:
    """Whether nothing in it runs against ``base``, so that lines can be drawn as they are."""
    against = ("R", "AL", "AN", "RLI", "RLE", "RLO") if base == "ltr" else ("L", "EN", "AN", "LRI", "LRE", "LRO")
    return not any(unicodedata.bidirectional(each) in (*against, "FSI") for each in text)


def standing_alone(lines: Sequence[str], base: Direction) -> list[str]:
    """The lines with invisible characters added, so that each drawn alone looks as it does in its paragraph.

    ``lines`` are the consecutive lines of one paragraph. Each result has balanced isolates.
    """
    if len(lines) < 2 or has_one_direction("".join(lines), base):
        return list(lines)
    whole = " ".join(lines)
    levels = [_Level()]
    found: list[str] = []
    place = 0
    for line in lines:
        start = "".join(level.opener + _MARKS.get(level.strong, "") for level in levels)
        _walk(whole, place, place + len(line), levels)
        place += len(line) + 1
        ahead = _MARKS.get(_next_strong(whole, place - 1), "")
        found.append(start + line + ahead + POP_ISOLATE * (len(levels) - 1))
    return found


def _walk(whole: str, start: int, end: int, levels: list[_Level]) -> None:
    """Follow a line: open and close isolates, note the last letter's kind at each level."""
    for index in range(start, end):
        character = whole[index]
        if character in _OPENERS:
            levels.append(_Level(_resolved(whole, index)))
        elif character == POP_ISOLATE:
            if len(levels) > 1:
                levels.pop()
        elif (kind := unicodedata.bidirectional(character)) in _MARKS:
            levels[-1].strong = kind


def _resolved(whole: str, at: int) -> str:
    """An isolate's opener; one that goes by its first letter is decided now, by its whole content."""
    if whole[at] != FIRST_STRONG_ISOLATE:
        return whole[at]
    kind = _next_strong(whole, at + 1)
    return RIGHT_TO_LEFT_ISOLATE if kind in ("R", "AL") else LEFT_TO_RIGHT_ISOLATE


def _next_strong(whole: str, start: int) -> str:
    """Kind of the next letter at the same level from ``start`` on, skipping inner isolates; "" if there is none."""
    depth = 0
    for character in whole[start:]:
        if character in _OPENERS:
            depth += 1
        elif character == POP_ISOLATE:
            if depth == 0:
                return ""
            depth -= 1
        elif depth == 0 and (kind := unicodedata.bidirectional(character)) in _MARKS:
            return kind
    return ""
