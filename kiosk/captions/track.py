"""The captions of one language over a film: which lines stand at which moment."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kiosk.captions.cues import Cue
from kiosk.captions.lines import MOST_CHARACTERS, MOST_LINES, Page, pages

_TOUCHING = 0.2
"""Seconds. Cues that overlap by less only meet: the earlier one ends where the later one begins."""
_TOGETHER = 1.0
"""Seconds. Cues that begin and end within so much of each other are said at the same time."""
_MOST_AT_ONCE = 16
"""So many cues that run at the same time are looked at, the newest ones; two or three are usual."""
_KEPT = 32


@dataclass(frozen=True, slots=True)
class Caption:
    """Lines that stand from ``start`` to ``end`` (seconds of the media file)."""

    start: float
    end: float
    lines: tuple[str, ...]


class Track:
    """Cues in one language. Answers for any moment what is to be read, two lines at most."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        """``cues`` in any order; what lasts no time or says nothing is left out."""
        self._groups = _groups(sorted((cue for cue in cues if cue.end > cue.start and cue.text), key=_begins))
        self._starts = [group[0].start for group in self._groups]
        self._set_out: dict[tuple[int, int], tuple[Caption, ...]] = {}

    def __bool__(self) -> bool:
        return bool(self._groups)

    @property
    def start(self) -> float:
        """When the first cue begins."""
        return self._starts[0] if self._starts else 0.0

    @property
    def end(self) -> float:
        """When the last cue ends."""
        return max((cue.end for cue in self._groups[-1]), default=0.0) if self._groups else 0.0

    def says_anything(self, start: float, end: float | None) -> bool:
        """Whether any cue stands between two moments; ``end`` None is the end of the film."""
        return any(cue.end > start and (end is None or cue.start < end) for group in self._groups for cue in group)

    def at(self, seconds: float, columns: int = MOST_CHARACTERS) -> Caption | None:
        """What stands at a moment, in lines of at most ``columns`` characters."""
        captions, number = self._around(seconds, columns)
        return captions[number] if number >= 0 and seconds < captions[number].end else None

    def next_change(self, seconds: float, columns: int = MOST_CHARACTERS) -> float | None:
        """The next moment after ``seconds`` at which something else stands; None if nothing more comes."""
        captions, number = self._around(seconds, columns)
        if number >= 0 and seconds < captions[number].end:
            return captions[number].end
        if number + 1 < len(captions):
            return captions[number + 1].start
        group = bisect_right(self._starts, seconds)
        return self._starts[group] if group < len(self._starts) else None

    def _around(self, seconds: float, columns: int) -> tuple[tuple[Caption, ...], int]:
        """The captions of the group of cues at a moment, and which of them began last (−1 for none)."""
        group = bisect_right(self._starts, seconds) - 1
        if group < 0:
            return (), -1
        key = (group, columns)
        if key not in self._set_out:
            if len(self._set_out) >= _KEPT:
                self._set_out.pop(next(iter(self._set_out)))
            self._set_out[key] = set_out(self._groups[group], columns)
        captions = self._set_out[key]
        return captions, bisect_right([each.start for each in captions], seconds) - 1


def _begins(cue: Cue) -> tuple[float, float]:
    """Of cues that begin together, the longer one counts as the older."""
    return cue.start, -cue.end


def _groups(cues: Sequence[Cue]) -> list[tuple[Cue, ...]]:
    """Cues that overlap, directly or through others, belong together; groups never overlap."""
    groups: list[list[Cue]] = []
    end = float("-inf")
    for cue in cues:
        if groups and cue.start < end - _TOUCHING:
            groups[-1].append(cue)
        else:
            if groups:
                groups[-1] = [replace(each, end=min(each.end, cue.start)) for each in groups[-1]]
            groups.append([cue])
            end = cue.end
        end = max(end, cue.end)
    return [tuple(group) for group in groups]


def set_out(cues: Sequence[Cue], columns: int = MOST_CHARACTERS) -> tuple[Caption, ...]:
    """Cues that overlap as captions that follow each other, each of at most ``MOST_LINES`` lines.

    What is said at the same time stands one below the other where there is room for both. Where there is not,
    two that begin and end together follow each other, and otherwise the newer one stands until it ends.
    """
    slices = [each for cue in _merged(cues, columns) for each in _slices(cue, columns)]
    coming = deque(sorted(slices, key=_age))
    moments = sorted({moment for each in slices for moment in (each.start, each.end)})
    running: list[Caption] = []
    found: list[Caption] = []
    for start, end in pairwise(moments):
        running = [each for each in running if each.end > start]
        while coming and coming[0].start <= start:
            running.append(coming.popleft())
        running = running[-_MOST_AT_ONCE:]
        lines = _standing(running)
        if found and found[-1].lines == lines and found[-1].end == start:
            found[-1] = replace(found[-1], end=end)
        elif lines:
            found.append(Caption(start, end, lines))
    return tuple(found)


def _merged(cues: Sequence[Cue], columns: int) -> list[Cue]:
    """Of cues that begin and end together and have no room side by side, one cue is made."""
    merged: list[Cue] = []
    for cue in cues:
        before = merged[-1] if merged else None
        if before and _together(before, cue) and not _room(before, cue, columns):
            merged[-1] = Cue(before.start, max(before.end, cue.end), f"{before.text}\n\n{cue.text}")
        elif before and cue.start < before.end <= cue.start + _TOUCHING:
            merged[-1:] = [replace(before, end=cue.start), cue]
        else:
            merged.append(cue)
    return [cue for cue in merged if cue.end > cue.start]


def _together(one: Cue, other: Cue) -> bool:
    return abs(one.start - other.start) < _TOGETHER and abs(one.end - other.end) < _TOGETHER


def _room(one: Cue, other: Cue, columns: int) -> bool:
    found = [page for cue in (one, other) for page in pages(cue.text, columns)]
    return len(found) == 2 and sum(len(page.lines) for page in found) <= MOST_LINES


def _slices(cue: Cue, columns: int) -> list[Caption]:
    """A cue that needs several pages shares its time among them, by what there is to read."""
    found: tuple[Page, ...] = pages(cue.text, columns)
    whole = sum(page.weight for page in found)
    slices, read = [], 0
    for page in found:
        start = cue.start + (cue.end - cue.start) * read / whole
        read += page.weight
        slices.append(Caption(start, cue.start + (cue.end - cue.start) * read / whole, page.lines))
    return slices


def _age(caption: Caption) -> tuple[float, float]:
    """Older ones first, as ``_begins`` has it."""
    return caption.start, -caption.end


def _standing(running: Sequence[Caption]) -> tuple[str, ...]:
    """The lines of the newest captions (the last ones) that have room together, the older ones above."""
    lines: tuple[str, ...] = ()
    for each in reversed(running):
        if len(lines) + len(each.lines) > MOST_LINES:
            break
        lines = (*each.lines, *lines)
    return lines
