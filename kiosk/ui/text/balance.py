"""Lines of much the same length, for titles: no word is left alone under them."""

from collections.abc import Sequence
from functools import cache
from math import inf

from kiosk.ui.text.breaking import Piece

_ALONE = 4.0
"""A last line of a single word counts as bad as one that is empty, so many times over."""


def balanced(
    units: Sequence[Piece], widths: Sequence[float], bare: Sequence[float], room: float, count: int
) -> list[int]:
    """How many units each of ``count`` lines takes, so that the lines differ as little as can be.

    ``widths`` and ``bare``: pixels of each unit with and without the spaces at its end. ``room``: pixels that no line
    may exceed, but for a single unit that is wider. Empty where ``count`` lines are not enough.
    """
    total = len(units)
    mean = sum(widths) / count

    def badness(start: int, end: int) -> float:
        width = sum(widths[start : end - 1]) + bare[end - 1]
        forced = any(units[each].forced for each in range(start, end - 1))
        if forced or (width > room and end - start > 1):
            return inf
        alone = end == total and start == total - 1 and total > 2 and not units[start - 1].forced
        return (mean - width) ** 2 + (_ALONE * mean**2 if alone else 0.0)

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return badness(start, total), (total - start,)
        found: tuple[float, tuple[int, ...]] = (inf, ())
        for end in range(start + 1, total - left + 2):
            if (here := badness(start, end)) == inf:
                if end - start > 1:
                    break
                continue
            rest, lengths = best(end, left - 1)
            if here + rest < found[0]:
                found = here + rest, (end - start, *lengths)
        return found

    if not 1 < count <= total:
        return []
    cost, lengths = best(0, count)
    return list(lengths) if cost < inf else []
