"""How the exhibition and the machine are, what happened last, and how to start things anew."""

from kiosk.panel.controls import Leaf
from kiosk.panel.section import Seen
from kiosk.panel.sections.health.lists import events_leaf, exhibition_leaf, machine_leaf
from kiosk.panel.sections.health.overview import overview_leaf

_PAGES = {"exhibition": exhibition_leaf, "machine": machine_leaf, "events": events_leaf}


def leaf(seen: Seen) -> Leaf:
    return _PAGES.get(str(seen.memory.get("page")), overview_leaf)(seen)
