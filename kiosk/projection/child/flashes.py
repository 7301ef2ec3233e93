"""Flashes that can bring about a seizure, found as WCAG 2.2 (success criterion 2.3.1) defines them. Pure.

A flash is a pair of opposing changes of the relative luminance by 10 % of its greatest value or more, the darker of the
two below 0.80; or a pair to and from a saturated red. It counts where it takes a quarter of a field of ten degrees. On
the screen that the definition goes by, that field is a third of the picture's width and of its height.
"""

from collections import deque
from dataclasses import dataclass
from typing import Final

from kiosk.projection.child.reds import Reds

COLUMNS: Final = 24
ROWS: Final = 18
"""Cells of the small picture that is watched; of ten degrees each way there are 8 × 6."""

_FIELD: Final = (8, 6)
_LEAST_CELLS: Final = 12
"""A quarter of a field."""
_LEAST_CHANGE: Final = 26
_DARKER_BELOW: Final = 204
"""A tenth and 0.80 of the greatest relative luminance, which is 255 here."""
_MOST_CHANGES: Final = 6
"""Three pairs."""
_SECOND: Final = 1.0
_CLOSE: Final = 1e-6

Planes = tuple[bytes, bytes, bytes]
"""Green, blue and red of every cell, row by row, as the screen gets them."""


def _linear(value: int) -> float:
    """Of a value as the screen gets it, what it shines with, from 0 to 1 (sRGB)."""
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _table(share: float) -> bytes:
    return bytes(round(255 * share * _linear(value)) for value in range(256))


_LINEAR: Final = _table(1.0)
_SHARES: Final = (_table(0.7152), _table(0.0722), _table(0.2126))
_BITS: Final = tuple(1 << cell for cell in range(COLUMNS * ROWS))
_FIELDS: Final = tuple(
    sum(_BITS[(top + row) * COLUMNS + left + column] for row in range(_FIELD[1]) for column in range(_FIELD[0]))
    for top in range(ROWS - _FIELD[1] + 1)
    for left in range(COLUMNS - _FIELD[0] + 1)
)


@dataclass(frozen=True, slots=True)
class Flashing:
    """The worst second of a film: how many flashes there are in it, 0 if never more than three, and when it ends."""

    flashes: int = 0
    at: float = 0.0


class FlashCounter:
    """Watches the frames of a film, in their order, for changes of luminance and to and from red."""

    def __init__(self) -> None:
        self._extremes: list[int] = []
        self._rising: list[bool] = []
        self._general, self._red = _Changes(), _Changes()
        self._reds = Reds()
        self._before: Planes | None = None

    @property
    def general(self) -> Flashing:
        return self._general.worst

    @property
    def red(self) -> Flashing:
        return self._red.worst

    def see(self, planes: Planes, at: float) -> None:
        """The next frame, and its time in seconds."""
        if planes == self._before:
            return
        self._before = planes
        self._general.count(self._turned(planes), at)
        green, blue, red = (each.translate(_LINEAR) for each in planes)
        self._red.count(self._reds.turned(green, blue, red), at)

    def _turned(self, planes: Planes) -> list[int]:
        """The cells that became lighter by a tenth since they were darkest, or darker since they were lightest."""
        green, blue, red = (each.translate(share) for each, share in zip(planes, _SHARES, strict=True))
        extremes, rising = self._extremes, self._rising
        light = [one + two + three for one, two, three in zip(green, blue, red, strict=True)]
        if not extremes:
            self._extremes, self._rising = light, [True] * len(light)
            return []
        turned = []
        for cell, (value, extreme, up) in enumerate(zip(light, extremes, rising, strict=True)):
            if (value >= extreme) is up or value == extreme:
                extremes[cell] = value
            elif abs(value - extreme) >= _LEAST_CHANGE and min(value, extreme) < _DARKER_BELOW:
                turned.append(cell)
                extremes[cell], rising[cell] = value, not up
        return turned


class _Changes:
    """Counts opposing changes in every cell, and finds the fields in which a quarter has too many of them at once."""

    def __init__(self) -> None:
        self._times: dict[int, deque[float]] = {}
        self._busy: set[int] = set()
        self.worst = Flashing()

    def count(self, turned: list[int], at: float) -> None:
        """The cells that changed at one frame."""
        for cell in turned:
            times = self._times.setdefault(cell, deque())
            times.append(at)
            if _within_a_second(times, at) > _MOST_CHANGES:
                self._busy.add(cell)
        if turned and len(self._busy) >= _LEAST_CELLS:
            self._look_for_fields(at)

    def _look_for_fields(self, at: float) -> None:
        counts = {cell: _within_a_second(self._times[cell], at) for cell in self._busy}
        self._busy = {cell for cell, count in counts.items() if count > _MOST_CHANGES}
        busy = sum(_BITS[cell] for cell in self._busy)
        for field in _FIELDS:
            if (busy & field).bit_count() >= _LEAST_CELLS:
                inside = sorted((counts[cell] for cell in self._busy if field & _BITS[cell]), reverse=True)
                flashes = (inside[_LEAST_CELLS - 1] + 1) // 2
                if flashes > self.worst.flashes:
                    self.worst = Flashing(flashes, at)


def _within_a_second(times: deque[float], at: float) -> int:
    """How many of the times are of the last second before ``at``; the others are dropped."""
    while times and times[0] <= at - _SECOND + _CLOSE:
        times.popleft()
    return len(times)
