"""The attract loop: which items it has, in which order, how much of each, and how one gives way to the next."""

from kiosk.panel.controls import Leaf
from kiosk.panel.section import Seen
from kiosk.panel.sections.loops.adding import adding_leaf
from kiosk.panel.sections.loops.one_item import item_leaf
from kiosk.panel.sections.loops.overview import overview
from kiosk.panel.sections.loops.written import programme_of


def leaf(seen: Seen) -> Leaf:
    programme, number = programme_of(seen), seen.memory.get("item")
    if isinstance(number, int) and number < len(programme.entries):
        return item_leaf(seen, programme, number)
    return adding_leaf(seen, programme) if seen.memory.get("adding") else overview(seen)
