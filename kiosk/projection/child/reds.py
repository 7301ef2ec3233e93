"""Where a picture is, or no longer is, a saturated red: R / (R + G + B) of at least 0.8, and a change of colour of more
than 0.2 in the chromaticity diagram CIE 1976 UCS (WCAG 2.2). Pure."""

from operator import ge
from typing import Final

_REDDEST: Final = 4.0
"""R / (R + G + B) is 0.8 where R is four times the others together."""
_FAINTEST_RED: Final = 8
_RED_ABOVE: Final = bytes(min(255, max(_FAINTEST_RED, round(_REDDEST * value))) for value in range(256))
"""What red must reach beside so much of another colour."""
_LEAST_SHIFT: Final = 0.2
_WHITE_POINT: Final = (0.1978, 0.4683)

Colour = tuple[int, int, int]
"""Red, green and blue."""


class Reds:
    """Follows which cells are red, frame by frame."""

    def __init__(self) -> None:
        self._red: set[int] = set()
        self._before: tuple[bytes, bytes, bytes] | None = None
        self._least: list[Colour] = []
        self._most: dict[int, Colour] = {}

    def turned(self, green: bytes, blue: bytes, red: bytes) -> list[int]:
        """The cells that became red, and those that no longer are. The planes are of linear light."""
        may_be_red = any(map(ge, red, green.translate(_RED_ABOVE))) and any(map(ge, red, blue.translate(_RED_ABOVE)))
        if not may_be_red and not self._red:
            self._least = []
            self._before = green, blue, red
            return []
        colours = list(zip(red, green, blue, strict=True))
        if not self._least:
            green, blue, red = self._before or (green, blue, red)
            self._least = list(zip(red, green, blue, strict=True))
        reds = {cell for cell, (r, g, b) in enumerate(colours) if r >= _FAINTEST_RED and r >= _REDDEST * (g + b)}
        return [*self._came(reds, colours), *self._gone(reds, colours)]

    def _came(self, reds: set[int], colours: list[Colour]) -> list[int]:
        came = []
        for cell in reds - self._red:
            if _shift(self._least[cell], colours[cell]) > _LEAST_SHIFT:
                came.append(cell)
                self._red.add(cell)
                self._most[cell] = colours[cell]
        for cell, colour in enumerate(colours):
            if cell not in self._red and _redness(colour) < _redness(self._least[cell]):
                self._least[cell] = colour
        return came

    def _gone(self, reds: set[int], colours: list[Colour]) -> list[int]:
        gone = []
        for cell in self._red - reds:
            if _shift(self._most[cell], colours[cell]) > _LEAST_SHIFT:
                gone.append(cell)
                self._least[cell] = colours[cell]
        for cell in self._red & reds:
            if _redness(colours[cell]) > _redness(self._most[cell]):
                self._most[cell] = colours[cell]
        self._red -= set(gone)
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
