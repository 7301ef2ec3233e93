"""Where a line may end: Unicode's rules (UAX #14) as far as Latin and Arabic prose needs them."""

import re
from dataclasses import dataclass

from kiosk.ui.text.units import keeps_its_unit

LINE_SEPARATOR = "\u2028"
SOFT_HYPHEN = "\u00ad"

_OPENERS = "\u2066\u2067\u2068"  # left-to-right, right-to-left and first-strong isolate
_CLOSER = "\u2069"
_SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\u200b"
_OPENING = "([{«‹“‘„¿¡"
_CLOSING = ")]}»›”’!?:;,.…%٪،؛؟۔·"
_HYPHENS = "-\u2010/"
_DASHES = "–—"
_NO_GLYPH = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text after which a line may end; spaces at its end are part of it.

    ``forced``: the line must end here. ``isolated``: the break lies inside an isolate, such as a foreign name.
    ``hyphen``: the break lies inside a word, after its hyphen.
    """

    text: str
    forced: bool = False
    isolated: bool = False
    hyphen: bool = False


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which empty lines divide; inside one, any white space is a single space.

    Spaces that do not break (U+00A0, U+202F) stay; U+2028 stays as a forced line end.
    """
    text = _NO_GLYPH.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    found = re.split(r"\n[ \t]*\n\s*|\u2029", text)
    return [tidy for each in found if (tidy := re.sub(r"[ \t\n\v\f\x85]+", " ", each).strip(" "))]


def pieces(paragraph: str) -> list[Piece]:
    """A paragraph cut at every place where a line may end. Their texts, joined, are the paragraph again."""
    found: list[Piece] = []
    start = depth = 0
    for index, character in enumerate(paragraph):
        if character in _OPENERS:
            depth += 1
        elif character == _CLOSER:
            depth = max(0, depth - 1)
        end = index + 1
        if character == LINE_SEPARATOR:
            found.append(Piece(paragraph[start:index], forced=True))
            start = end
        elif end < len(paragraph) and paragraph[end] != LINE_SEPARATOR and _may_end(paragraph, end):
            word = character in _HYPHENS + _DASHES + SOFT_HYPHEN
            found.append(Piece(paragraph[start:end], isolated=depth > 0, hyphen=word))
            start = end
    if start < len(paragraph) or not found:
        found.append(Piece(paragraph[start:]))
    return found


def _may_end(text: str, at: int) -> bool:
    """Whether a line may end before ``text[at]``."""
    following = text[at]
    if following in _SPACES or following == _CLOSER or text[at - 1] in _OPENERS:
        return False
    last = at - 1
    while last > 0 and text[last] == _CLOSER:
        last -= 1
    if text[last] in _SPACES:
        return _may_end_at_space(text, last, at)
    return last == at - 1 and _may_end_in_word(text, at)


def _may_end_at_space(text: str, space: int, at: int) -> bool:
    before = text[: space + 1].rstrip(_SPACES)
    if before and before[-1] in _OPENING:
        return False
    word = text[at:].lstrip(_OPENERS)
    if not word or word[0] in _CLOSING or keeps_its_unit(before.rstrip(_CLOSER), word):
        return False
    # A dash between words stays at the end of the line; one that belongs to a number goes with it.
    return not (word[0] in _DASHES and (len(word) == 1 or word[1] in _SPACES))


def _may_end_in_word(text: str, at: int) -> bool:
    mark = text[at - 1]
    if mark == SOFT_HYPHEN:
        return True
    if mark in _DASHES:
        return at > 1 and text[at - 2].isalpha() and text[at].isalpha()
    if mark in _HYPHENS:
        # Three letters on both sides: "Self-|Portrait", but never "al-|Kateab" or "2011-|2019".
        before, after = text[max(0, at - 4) : at - 1], text[at : at + 3]
        return len(before) == len(after) == 3 and (before + after).isalpha()
    return False
