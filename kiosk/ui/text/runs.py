"""Which face draws which part of a line, where one face does not have all its letters.

Every part is drawn by itself, one after the other from the line's start, so a line may be parted only where that
changes nothing: between words in the line's own direction. What runs against it (Unicode UAX #9) stays in one piece,
and so does an isolate.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from kiosk.exhibition.text import Direction

_OPENERS, _CLOSER = "\u2066\u2067\u2068", "\u2069"
_AGAINST = {"ltr": ("R", "AL"), "rtl": ("L",)}
_STRONG, _NUMBERS = ("L", "R", "AL"), ("EN", "AN")
_WORD = re.compile(r"\S+\s*|\s+")

Run = tuple[int, str]
"""Which face, and what it draws."""


def runs(text: str, base: Direction, coverages: Sequence[frozenset[str]]) -> list[Run]:
    """A line parted into runs, in the order in which they follow each other from the line's start.

    ``coverages``: what each face can draw, the most wanted first. Each part goes to the first face that has all of it,
    or the one that has the most.
    """
    if coverages[0].issuperset(text):
        return [(0, text)]
    found: list[Run] = []
    for part in _parts(text, base):
        face = _best(part, coverages)
        if found and found[-1][0] == face:
            found[-1] = (face, found[-1][1] + part)
        else:
            found.append((face, part))
    return found


def _best(part: str, coverages: Sequence[frozenset[str]]) -> int:
    counts = [sum(each in coverage for each in part) for coverage in coverages]
    return counts.index(max(counts))


def _parts(text: str, base: Direction) -> Iterator[str]:
    """What must stay together: a word, an isolate, or a stretch that runs against ``base``."""
    tokens = list(_tokens(text, base))
    place, along = 0, ""
    while place < len(tokens):
        kind, token = tokens[place]
        if kind not in ("isolate", "against"):
            along += token
            place += 1
            continue
        yield from _WORD.findall(along)
        along = ""
        end = place + 1 if kind == "isolate" else _end_of_stretch(tokens, place)
        yield "".join(each for _, each in tokens[place:end])
        place = end
    yield from _WORD.findall(along)


def _end_of_stretch(tokens: Sequence[tuple[str, str]], start: int) -> int:
    """Numbers after letters that run against the line belong to these, and so does all between them."""
    end = start + 1
    for place in range(start + 1, len(tokens)):
        kind = tokens[place][0]
        if kind == "along":
            break
        if kind in ("against", "number"):
            end = place + 1
    return end


def _tokens(text: str, base: Direction) -> Iterator[tuple[str, str]]:
    """Kind and text: whole isolates, else single characters."""
    depth = start = 0
    for place, character in enumerate(text):
        if character in _OPENERS:
            start = place if depth == 0 else start
            depth += 1
        elif character == _CLOSER and depth:
            depth -= 1
            if depth == 0:
                yield "isolate", text[start : place + 1]
        elif depth == 0:
            yield _kind(character, base), character
    if depth:
        yield "isolate", text[start:]


def _kind(character: str, base: Direction) -> str:
    kind = unicodedata.bidirectional(character)
    if kind in _AGAINST[base]:
        return "against"
    return "along" if kind in _STRONG else "number" if kind in _NUMBERS else "neutral"
