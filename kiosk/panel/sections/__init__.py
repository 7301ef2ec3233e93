"""The sections of the panel, one a module, in the order in which they are listed."""

from kiosk.panel.section import Section
from kiosk.panel.sections import hours, sound

SECTIONS: tuple[Section, ...] = (
    Section("hours", hours.leaf),
    Section("sound", sound.leaf, begins_with=("sound-devices",)),
)
