"""Names of the other script inside a line, wrapped in isolates so that what stands beside them keeps its place.

Without them the year in «أخرجه Talal Derki, 2014» would be taken for a part of the English name and stand on its wrong
side. A number that follows a name after nothing but a space belongs to it ("Beirut 1975"), as Unicode has it.
"""

import re
import unicodedata

from kiosk.exhibition.text import Direction
from kiosk.ui.text.bidi import isolate
from kiosk.ui.text.units import UNITS

_MARKED = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = " \u00a0\u202f"
_INSIDE = "'’-&/+.@_"
"""Signs that a name may have inside it, before another letter or digit."""
_SHORT = 3
"""Letters of a title or initial, which may end with a full stop: "J.", "Dr."."""


def names_isolated(text: str, base: Direction) -> str:
    """The text with every run of words against ``base`` in an isolate.

    A text that has marks of direction already is left as it is: whoever wrote it knows.
    """
    kinds = ("L",) if base == "rtl" else ("R", "AL")
    if not any(_is_letter(each, kinds) for each in text) or _MARKED.search(text):
        return text
    found: list[str] = []
    place = 0
    while place < len(text):
        end = _run(text, place, base, kinds)
        if end > place:
            found.append(isolate(text[place:end]))
        else:
            end = _word(text, place, kinds) or place + 1
            found.append(text[place:end])
        place = end
    return "".join(found)


def _run(text: str, start: int, base: Direction, kinds: tuple[str, ...]) -> int:
    """Where the foreign words that begin at ``start`` end; ``start`` if none begin there."""
    end = _foreign(text, start, kinds) or _measured(text, start, kinds)
    if not end or (start and text[start - 1].isalnum()):
        return start
    while (following := _joined(text, start, end, base, kinds)) > end:
        start, end = end, following
    return end


def _joined(text: str, start: int, end: int, base: Direction, kinds: tuple[str, ...]) -> int:
    """The end of the run with the next word, if that belongs to it."""
    at = end
    if text[at : at + 1] == "." and at - start <= _SHORT + 1:
        at += 1
    comma = text[at : at + 1] == ("," if base == "rtl" else "،")
    at += comma
    after = at
    while after < len(text) and text[after] in _SPACES:
        after += 1
    if after == at:
        return end
    word = _foreign(text, after, kinds)
    return word or (end if comma or at > end else _number(text, after) or end)


def _foreign(text: str, start: int, kinds: tuple[str, ...]) -> int:
    """The end of the foreign word at ``start``; 0 if there is none."""
    if start >= len(text) or not _is_letter(text[start], kinds):
        return 0
    end = start + 1
    while end < len(text):
        character, following = text[end], text[end + 1 : end + 2]
        inside = character in _INSIDE and (_is_letter(following, kinds) or following.isdigit())
        if not (_is_letter(character, kinds) or unicodedata.combining(character) or character.isdigit() or inside):
            break
        end += 1
    return end


def _number(text: str, start: int) -> int:
    """The end of the number at ``start``; 0 if there is none or it goes on as something else."""
    found = re.compile(r"\d+(?:[.,:–-]\d+)*").match(text, start)
    if found is None or text[found.end() : found.end() + 1].isalnum():
        return 0
    return found.end()


def _measured(text: str, start: int, kinds: tuple[str, ...]) -> int:
    """The end of a number with a foreign unit, such as "35 mm"; 0 if there is none."""
    number = _number(text, start)
    if not number or text[number : number + 1] not in tuple(_SPACES):
        return 0
    unit = _foreign(text, number + 1, kinds)
    return unit if unit and text[number + 1 : unit] in UNITS else 0


def _word(text: str, start: int, kinds: tuple[str, ...]) -> int:
    """The end of whatever letters and digits begin at ``start``, so that a run begins at a word; 0 for none."""
    end = start
    while end < len(text) and text[end].isalnum() and not _is_letter(text[end], kinds):
        end += 1
    return 0 if end == start else end


def _is_letter(character: str, kinds: tuple[str, ...]) -> bool:
    return bool(character) and unicodedata.bidirectional(character) in kinds and character.isalpha()
