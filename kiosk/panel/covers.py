"""What takes the whole glass, to look at the glass itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kiosk.panel.effects import Deeds
from kiosk.panel.words import Said

CELLS = 40
"""Of the grid: eight by five along the screen, so that each is a few centimetres wide on any of them."""

Shade = Literal["red", "green", "blue", "white", "black", "greys"]
"""A colour, or all greys from black to white."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells that cover the glass. ``touches``: what a touch on each does; ``lit``: those that were touched.

    ``words`` stand in the middle; what lies below them can be touched all the same.
    """

    touches: tuple[Deeds, ...]
    lit: frozenset[int]
    words: tuple[Said, ...] = ()

    def tappable(self) -> Iterator[tuple[str, Deeds]]:
        """The names of its targets, and what each does."""
        return ((f"do:cell:{number}", does) for number, does in enumerate(self.touches))


@dataclass(frozen=True, slots=True)
class Glass:
    """The whole glass in one shade; a touch anywhere ``does`` something."""

    shade: Shade
    does: Deeds

    def tappable(self) -> Iterator[tuple[str, Deeds]]:
        """The name of its target, and what it does."""
        yield "do:glass", self.does


Cover = Grid | Glass


@dataclass(frozen=True, slots=True)
class Rest:
    """What is done when nothing was touched for so many ``seconds``. It has to lead to a leaf with another one, or
    none."""

    seconds: float
    does: Deeds
