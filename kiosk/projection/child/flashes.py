"""Flashes that can bring about a seizure, found as WCAG 2.2 (success criterion 2.3.1) defines them. Pure.

A flash is a pair of opposing changes of the relative luminance by 10 % of its greatest value or more, the darker of the
two below 0.80; or a pair to and from a saturated red. It counts where it takes a quarter of a field of ten degrees. On
the screen that the definition goes by, that field is a third of the picture's width and of its height.
"""

from collections import deque
from dataclasses import dataclass
from operator import ge
from typing import Final

COLUMNS: Final = 24
ROWS: Final = 18
"""Cells of the small picture that is watched; of ten degrees each way there are 8 × 6."""

_FIELD: Final = (8, 6)
_FIELD_STEP: Final = 2
_LEAST_CELLS: Final = 12
"""A quarter of a field."""
_LEAST_CHANGE: Final = 26
_DARKER_BELOW: Final = 204
"""A tenth and 0.80 of the greatest relative luminance, which is 255 here."""
_MOST_CHANGES: Final = 6
"""Three pairs."""
_SECOND: Final = 1.0
_WIDE: Final = 1e-6

_REDDEST: Final = 4.0
"""R / (R + G + B) is 0.8 where R is four times the others together."""
_FAINTEST_RED: Final = 8
_RED_ABOVE: Final = bytes(min(255, max(_FAINTEST_RED, round(_REDDEST * value))) for value in range(256))
"""What red must reach beside so much of another colour."""
_LEAST_SHIFT: Final = 0.2
"""In the chromaticity diagram CIE 1976 UCS."""
_WHITE_POINT: Final = (0.1978, 0.4683)

Planes = tuple[bytes, bytes, bytes]
"""Green, blue and red of every cell, row by row, as the screen gets them."""
Colour = tuple[int, int, int]


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
    for top in range(0, ROWS - _FIELD[1] + 1, _FIELD_STEP)
    for left in range(0, COLUMNS - _FIELD[0] + 1, _FIELD_STEP)
)


@dataclass(frozen=True, slots=True)
class Flashing:
    """The worst second of a film: how many flashes there are in it, and when it ends. ``too_many``: above three."""

    flashes: int = 0
    at: float = 0.0
    too_many: bool = False


class FlashCounter:
    """Watches the frames of a film, in their order, for changes of luminance and to and from red."""

    def __init__(self) -> None:
        self._extremes: list[int] = []
        self._rising: list[bool] = []
        self._fields, self._red_fields = _Fields(), _Fields()
        self._reds = _Reds()
        self._before: Planes | None = None

    @property
    def general(self) -> Flashing:
        return self._fields.worst

    @property
    def red(self) -> Flashing:
        return self._red_fields.worst

    def see(self, planes: Planes, at: float) -> None:
        """The next frame, and its time in seconds."""
        if planes == self._before:
            self._fields.count(0, 0, at)
            self._red_fields.count(0, 0, at)
            return
        self._before = planes
        self._fields.count(*self._changes(planes), at)
        green, blue, red = (each.translate(_LINEAR) for each in planes)
        self._red_fields.count(*self._reds.changes(green, blue, red), at)

    def _changes(self, planes: Planes) -> tuple[int, int]:
        """The cells that became lighter by a tenth since they were darkest, and darker since they were lightest."""
        green, blue, red = (each.translate(share) for each, share in zip(planes, _SHARES, strict=True))
        extremes, rising = self._extremes, self._rising
        light = [one + two + three for one, two, three in zip(green, blue, red, strict=True)]
        if not extremes:
            self._extremes, self._rising = light, [True] * len(light)
            return 0, 0
        lighter = darker = 0
        for cell, (value, extreme, up) in enumerate(zip(light, extremes, rising, strict=True)):
            if up:
                if value >= extreme:
                    extremes[cell] = value
                elif extreme - value >= _LEAST_CHANGE and value < _DARKER_BELOW:
                    darker |= _BITS[cell]
                    extremes[cell], rising[cell] = value, False
            elif value <= extreme:
                extremes[cell] = value
            elif value - extreme >= _LEAST_CHANGE and extreme < _DARKER_BELOW:
                lighter |= _BITS[cell]
                extremes[cell], rising[cell] = value, True
        return lighter, darker


class _Fields:
    """Counts opposing changes in every field of ten degrees."""

    def __init__(self) -> None:
        self._last = [0] * len(_FIELDS)
        self._times: list[deque[float]] = [deque() for _ in _FIELDS]
        self._before = (0, 0)
        self.worst = Flashing()

    def count(self, up: int, down: int, at: float) -> None:
        """The cells that changed at one frame; a change may take two of them until it is everywhere."""
        before, self._before = self._before, (up, down)
        if up | down:
            self._turn(up | before[0], 1, at)
            self._turn(down | before[1], -1, at)

    def _turn(self, cells: int, direction: int, at: float) -> None:
        if cells.bit_count() < _LEAST_CELLS:
            return
        for number, field in enumerate(_FIELDS):
            if self._last[number] != direction and (cells & field).bit_count() >= _LEAST_CELLS:
                self._last[number] = direction
                self._took_place(self._times[number], at)

    def _took_place(self, times: deque[float], at: float) -> None:
        times.append(at)
        while times[0] <= at - _SECOND + _WIDE:
            times.popleft()
        flashes = (len(times) + 1) // 2
        if len(times) > _MOST_CHANGES and flashes > self.worst.flashes:
            self.worst = Flashing(flashes, at, too_many=True)


class _Reds:
    """Finds the cells that change to a saturated red and from it."""

    def __init__(self) -> None:
        self._red: set[int] = set()
        self._before: Planes | None = None
        self._least: list[Colour] = []
        self._most: dict[int, Colour] = {}

    def changes(self, green: bytes, blue: bytes, red: bytes) -> tuple[int, int]:
        """The cells that became red, and those that no longer are; of linear light."""
        may_be_red = any(map(ge, red, green.translate(_RED_ABOVE))) and any(map(ge, red, blue.translate(_RED_ABOVE)))
        if not may_be_red and not self._red:
            self._least = []
            self._before = green, blue, red
            return 0, 0
        colours = list(zip(red, green, blue, strict=True))
        if not self._least:
            green, blue, red = self._before or (green, blue, red)
            self._least = list(zip(red, green, blue, strict=True))
        reds = {cell for cell, (r, g, b) in enumerate(colours) if r >= _FAINTEST_RED and r >= _REDDEST * (g + b)}
        return self._came(reds, colours), self._gone(reds, colours)

    def _came(self, reds: set[int], colours: list[Colour]) -> int:
        came = 0
        for cell in reds - self._red:
            if _shift(self._least[cell], colours[cell]) > _LEAST_SHIFT:
                came |= _BITS[cell]
                self._red.add(cell)
                self._most[cell] = colours[cell]
        for cell, colour in enumerate(colours):
            if cell not in self._red and _redness(colour) < _redness(self._least[cell]):
                self._least[cell] = colour
        return came

    def _gone(self, reds: set[int], colours: list[Colour]) -> int:
        gone = 0
        for cell in self._red - reds:
            if _shift(self._most[cell], colours[cell]) > _LEAST_SHIFT:
                gone |= _BITS[cell]
                self._least[cell] = colours[cell]
        for cell in self._red & reds:
            if _redness(colours[cell]) > _redness(self._most[cell]):
                self._most[cell] = colours[cell]
        self._red = {cell for cell in self._red if not gone & _BITS[cell]}
        return gone


def _redness(colour: Colour) -> float:
    total = sum(colour)
    return colour[0] / total if total else 0.0


def _shift(one: Colour, other: Colour) -> float:
    """How far two colours lie apart in the diagram; black is taken for white."""
    (u, v), (other_u, other_v) = _chromaticity(one), _chromaticity(other)
    return float(((u - other_u) ** 2 + (v - other_v) ** 2) ** 0.5)


def _chromaticity(colour: Colour) -> tuple[float, float]:
    """u′ and v′ of linear red, green and blue (sRGB's primaries)."""
    red, green, blue = colour
    x = 0.4124 * red + 0.3576 * green + 0.1805 * blue
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = 0.0193 * red + 0.1192 * green + 0.9505 * blue
    whole = x + 15 * y + 3 * z
    return (4 * x / whole, 9 * y / whole) if whole else _WHITE_POINT
