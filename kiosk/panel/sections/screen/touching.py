"""Whether the glass feels a finger everywhere, up to its edges."""

from typing import Final

from kiosk.panel.controls import Leaf
from kiosk.panel.covers import CELLS, Grid, Rest
from kiosk.panel.effects import Deeds, Remember
from kiosk.panel.section import Seen
from kiosk.panel.words import Say

REST_SECONDS: Final = 15.0


def touching_leaf(seen: Seen) -> Leaf:
    found = seen.memory.get("lit")
    lit = frozenset(found) if isinstance(found, frozenset) else frozenset()
    words = (
        Say("panel.screen.touch_all"),
        Say("panel.screen.touched", {"count": len(lit), "of": CELLS}),
        Say("panel.screen.touch_ends", {"seconds": int(REST_SECONDS)}),
    )
    grid = Grid(tuple(_touch(cell, lit) for cell in range(CELLS)), lit, words)
    return Leaf(Say("panel.screen.touch"), (), name="touch", cover=grid, rest=Rest(REST_SECONDS, _END))


_END: Final[Deeds] = (Remember("page", None),)


def _touch(cell: int, lit: frozenset[int]) -> Deeds:
    """It lights up; with the last one the test is over."""
    if cell in lit:
        return ()
    after = lit | {cell}
    return (Remember("lit", after), *(_END if len(after) == CELLS else ()))
