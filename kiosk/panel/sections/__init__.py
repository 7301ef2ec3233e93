"""The sections of the panel, one a module, in the order in which they are listed."""

from kiosk.panel.section import Section
from kiosk.panel.sections import films, health, hours, loops, screen, sound, usb
from kiosk.panel.sections.loops.shown import LENGTHS

SECTIONS: tuple[Section, ...] = (
    Section("loops", loops.leaf, begins_with=(LENGTHS,)),
    Section("films", films.leaf),
    Section("hours", hours.leaf),
    Section("sound", sound.leaf, begins_with=("sound-devices",)),
    Section("screen", screen.leaf),
    Section("usb", usb.leaf, begins_with=("usb",)),
    Section("health", health.leaf, begins_with=("checkup", "house")),
)
