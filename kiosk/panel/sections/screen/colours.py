"""The whole glass in one colour after the other: dead pixels, and shadows of what stood there too long."""

from typing import Final

from kiosk.panel.controls import Leaf
from kiosk.panel.covers import Glass, Rest, Shade
from kiosk.panel.effects import Deeds, Remember
from kiosk.panel.section import Seen
from kiosk.panel.words import Say

REST_SECONDS: Final = 60.0
SHADES: Final[tuple[Shade, ...]] = ("red", "green", "blue", "white", "black", "greys")
_END: Final[Deeds] = (Remember("shade", None), Remember("page", None))


def colours_leaf(seen: Seen) -> Leaf:
    found = seen.memory.get("shade")
    at = found if isinstance(found, int) else 0
    onwards = (Remember("shade", at + 1),) if at + 1 < len(SHADES) else _END
    return Leaf(
        Say("panel.screen.colours"), (), name="colours", cover=Glass(SHADES[at], onwards), rest=Rest(REST_SECONDS, _END)
    )
