"""What is to be seen of the panel: all that it is drawn from, as one value."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.panel.controls import Leaf
from kiosk.panel.pad import can_be_tried, minutes_locked
from kiosk.panel.panel import Pad, Panel
from kiosk.panel.step import Around, leaf_of, section_of
from kiosk.panel.words import Said


@dataclass(frozen=True, slots=True)
class Sight:
    """``pad``: while the PIN is asked for; ``locked``: minutes for which none is taken; ``ready``: what was typed can
    be tried. ``leaf``: what stands in ``section`` otherwise. ``saved_at``: on the exhibition's clock.
    """

    pad: Pad | None
    locked: int = 0
    ready: bool = False
    sections: tuple[str, ...] = ()
    section: str = ""
    leaf: Leaf | None = None
    undoable: int = 0
    saved_at: datetime | None = None
    trouble: Said | None = None


def sight_of(panel: Panel, around: Around) -> Sight:
    """The panel as it is seen at this moment. Who has not given the PIN sees nothing but digits."""
    if panel.pad is not None:
        now = around.monotonic
        return Sight(panel.pad, minutes_locked(panel.pad, now), can_be_tried(panel.pad, now))
    return Sight(
        None,
        sections=tuple(each.name for each in around.sections),
        section=section_of(panel, around.sections).name,
        leaf=leaf_of(panel, around),
        undoable=panel.undoable,
        saved_at=around.exhibition.hours.local(panel.saved_at) if panel.saved_at else None,
        trouble=panel.trouble,
    )
