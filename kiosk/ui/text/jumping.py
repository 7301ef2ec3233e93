"""Names that lose their place in a line although isolates were used, because they were used elsewhere only.

A text without any marks of direction is no risk: ``names.py`` isolates its names. One with marks is drawn as it is, so
a name that was forgotten in it runs together with what follows, a number or a name (Unicode UAX #9, rules W7 and N1).
"""

import re
from typing import Final

from kiosk.exhibition.text import Direction
from kiosk.ui.text.bidi import FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE, RIGHT_TO_LEFT_ISOLATE

_OPENERS: Final = FIRST_STRONG_ISOLATE + LEFT_TO_RIGHT_ISOLATE + RIGHT_TO_LEFT_ISOLATE
_ANY: Final = frozenset(_OPENERS + POP_ISOLATE)
_BY_HAND: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e]")
"""Marks and embeddings keep places, too, in ways that are not followed here."""
_ISOLATED: Final = "\ufffc"
_LATIN: Final = "A-Za-z\u00c0-\u024f"
_ARABIC: Final = "\u0590-\u05ff\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc"


def _pattern(letters: str, joint: str) -> re.Pattern[str]:
    """A name of ``letters``, a sign, and a number or another name; ``joint`` is the sign that joins parts of a name."""
    name = f"[{letters}][{letters}\\d'’&/+.@_-]*(?: [{letters}][{letters}\\d'’&/+.@_-]*)*"
    signs = ",،;؛:·|"
    between = f"(?:\\s*[{signs}]\\s*|\\s+[–—-]\\s+)"
    of_names = f"(?:\\s*[{signs.replace(joint, '')}]\\s*|\\s+[–—-]\\s+)"
    return re.compile(f"{name}(?:{between}\\d[\\d.,:–-]*|{of_names}{name})")


_JUMPS: Final[dict[Direction, re.Pattern[str]]] = {"rtl": _pattern(_LATIN, ","), "ltr": _pattern(_ARABIC, "،")}


def jumping(text: str, base: Direction) -> str | None:
    """The first part of a text whose words are drawn in another order than they are read in; None if none is.

    ``base``: the direction of its paragraphs.
    """
    if _ANY.isdisjoint(text) or _BY_HAND.search(text):
        return None
    found = _JUMPS[base].search(_outside(text))
    return found[0].strip() if found else None


def isolates_match(text: str) -> bool:
    """Whether every isolate of a text is closed in its paragraph, and nothing is closed that was not opened."""
    if _ANY.isdisjoint(text):
        return True
    for paragraph in text.split("\n"):
        depth = 0
        for character in paragraph:
            depth += (character in _OPENERS) - (character == POP_ISOLATE)
            if depth < 0:
                return False
        if depth:
            return False
    return True


def _outside(text: str) -> str:
    """The text with one sign in the place of each isolate."""
    found, depth = [], 0
    for character in text:
        if character in _OPENERS:
            found.append("" if depth else _ISOLATED)
            depth += 1
        elif character == POP_ISOLATE:
            depth = max(0, depth - 1)
        elif not depth:
            found.append(character)
    return "".join(found)
