"""While the exhibition is closed: nothing at all, or the loop that the installer chose for the night."""

from dataclasses import replace

from pygame import Surface

from kiosk.ui.scene import Scene
from kiosk.ui.screens import attract
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.places import AfterHours


def build(view: View, tools: Tools) -> Scene:
    """Black, so that nothing burns in; or the loop without a word but those of its cards."""
    place = view.visit.place
    if isinstance(place, AfterHours) and place.closing.screen == "loop":
        untouched = replace(view, exhibition=replace(view.exhibition, mode="loop"))
        return replace(attract.build(untouched, tools), name="after-hours")
    return Scene("after-hours", ground=Surface(tools.size, 0, 32))
