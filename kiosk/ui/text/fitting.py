"""Which pieces go on which line: as many as fit, then evened out so that no word is left alone."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kiosk.ui.text.balance import balanced
from kiosk.ui.text.breaking import SOFT_HYPHEN, Piece

Measure = Callable[[str], float]

ISOLATE_SHARE = 0.45
"""A foreign name up to this share of the column moves to the next line rather than being divided."""


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces that stand on one line."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """As it is drawn: without the spaces at its end, with a hyphen where a soft one was used."""
        joined = "".join(piece.text for piece in self.pieces).rstrip(" \u200b")
        return joined[:-1] + "-" if joined.endswith(SOFT_HYPHEN) else joined

    @property
    def raw(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def fit(pieces: Sequence[Piece], width: float, measure: Measure, *, even: bool) -> list[Line]:
    """Lines no wider than ``width`` pixels.

    ``even``: lines of much the same length, for titles; words are then divided at hyphens only if they must be.
    Otherwise lines are filled, and a last word that would stand alone gets company.
    """
    units = _units(pieces, width, measure, even)
    lines = _fill(units, width, measure)
    if even and len(lines) > 1:
        return _even(units, len(lines), width, measure) or lines
    return _with_company(lines, width, measure)


def _fill(units: Sequence[Piece], width: float, measure: Measure) -> list[Line]:
    lines: list[Line] = []
    current: list[Piece] = []
    used = 0.0
    for unit in units:
        if current and used + measure(_bare(unit.text)) > width:
            lines.append(Line(tuple(current)))
            current, used = [], 0.0
        current.append(unit)
        used += measure(unit.text)
        if unit.forced:
            lines.append(Line(tuple(current)))
            current, used = [], 0.0
    if current:
        lines.append(Line(tuple(current)))
    return lines


def _even(units: Sequence[Piece], count: int, width: float, measure: Measure) -> list[Line]:
    """``count`` lines of much the same length."""
    widths = [measure(unit.text) for unit in units]
    bare = [measure(_bare(unit.text)) for unit in units]
    lines: list[Line] = []
    start = 0
    for length in balanced(units, widths, bare, width, count):
        lines.append(Line(tuple(units[start : start + length])))
        start += length
    return lines


def _with_company(lines: list[Line], width: float, measure: Measure) -> list[Line]:
    """Brings the last word of the line before down to a last line that has only one."""
    if len(lines) < 2 or len(lines[-1].pieces) > 1 or len(lines[-2].pieces) < 4 or lines[-2].pieces[-1].forced:
        return lines
    moved, last = lines[-2].pieces[-1], lines[-1].pieces[0]
    if measure(moved.text) + measure(_bare(last.text)) > width:
        return lines
    return [*lines[:-2], Line(lines[-2].pieces[:-1]), Line((moved, last))]


def _units(pieces: Sequence[Piece], width: float, measure: Measure, even: bool) -> list[Piece]:
    """Pieces joined where a break would be poor, and divided where one is too wide for the column."""
    found: list[Piece] = []
    for piece in pieces:
        if found and _belongs(found[-1], piece, width, measure, even):
            found[-1] = replace(piece, text=found[-1].text + piece.text)
        else:
            found.append(piece)
    return [part for unit in found for part in _divided(unit, width, measure)]


def _belongs(unit: Piece, piece: Piece, width: float, measure: Measure, even: bool) -> bool:
    if unit.forced or not (unit.isolated or (even and unit.hyphen)):
        return False
    return measure(_bare(unit.text + piece.text)) <= width * (ISOLATE_SHARE if unit.isolated else 1)


def _divided(unit: Piece, width: float, measure: Measure) -> list[Piece]:
    """A word that is wider than the column, cut between letters."""
    parts: list[Piece] = []
    rest = unit.text
    while len(rest) > 1 and measure(_bare(rest)) > width:
        cut = longest_start(rest, width, measure) or 1
        if cut >= len(rest):
            break
        parts.append(Piece(rest[:cut], isolated=unit.isolated))
        rest = rest[cut:]
    return [*parts, replace(unit, text=rest)]


def longest_start(text: str, width: float, measure: Measure) -> int:
    """How many characters from the start fit; never between a letter and its marks. 0 if none does."""
    ends = [index for index in range(1, len(text)) if not _is_mark(text[index])] + [len(text)]
    low, high = -1, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[: ends[middle]]) <= width:
            low = middle
        else:
            high = middle - 1
    return ends[low] if low >= 0 else 0


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) > 0 or character in "\u200c\u200d\u2069"


def _bare(text: str) -> str:
    return text.rstrip(" \u200b")
