"""Reads the modules of a QR code back from pixels, as a scanner finds them."""

from collections.abc import Sequence
from dataclasses import dataclass

DARK = 128
_CORNER_SHARE = 20
"""A card's corners may be round; so small a part of its edge is not looked at."""


@dataclass(frozen=True, slots=True)
class Reading:
    """``modules``: rows, True is dark. ``size``: pixels of a module. ``quiet``: pixels that are light on every side."""

    modules: list[list[bool]]
    size: int
    quiet: int


def read_code(rows: Sequence[Sequence[int]]) -> Reading:
    """The code on a card whose pixels' brightness (0–255) are ``rows``. AssertionError where there is none."""
    high, wide = len(rows), len(rows[0])
    margin = high // _CORNER_SHARE
    found = [(x, y) for y in range(margin, high - margin) for x in range(margin, wide - margin) if rows[y][x] < DARK]
    assert found, "nothing dark on the card"
    left, top = min(x for x, _ in found), min(y for _, y in found)
    right, bottom = max(x for x, _ in found) + 1, max(y for _, y in found) + 1
    finder = next(step for step, level in enumerate(rows[top][left:]) if level >= DARK)
    size, rest = divmod(finder, 7)
    assert rest == 0, "the finder pattern is not seven modules wide"
    count = (right - left) // size
    centres = [number * size + size // 2 for number in range(count)]
    modules = [[rows[top + y][left + x] < DARK for x in centres] for y in centres]
    return Reading(modules, size, min(left, top, wide - right, high - bottom))
