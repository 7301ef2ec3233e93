"""The sections of the panel, one a module, in the order in which they are listed."""

from kiosk.panel.section import Section
from kiosk.panel.sections import films, hours, loops, sound
from kiosk.panel.sections.loops.shown import LENGTHS

SECTIONS: tuple[Section, ...] = (
    Section("loops", loops.leaf, begins_with=(LENGTHS,)),
    Section("films", films.leaf),
    Section("hours", hours.leaf),
    Section("sound", sound.leaf, begins_with=("sound-devices",)),
)
