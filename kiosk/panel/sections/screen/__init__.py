"""How the screen hangs and how large it is, and tests of its touch and its colours."""

from kiosk.panel.controls import Leaf
from kiosk.panel.section import Seen
from kiosk.panel.sections.screen.card import card_leaf
from kiosk.panel.sections.screen.colours import colours_leaf
from kiosk.panel.sections.screen.hanging import hanging_leaf
from kiosk.panel.sections.screen.touching import touching_leaf

_PAGES = {"card": card_leaf, "touch": touching_leaf, "colours": colours_leaf}


def leaf(seen: Seen) -> Leaf:
    return _PAGES.get(str(seen.memory.get("page")), hanging_leaf)(seen)
