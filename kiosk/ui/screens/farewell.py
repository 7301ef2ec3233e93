"""When the exhibition has closed under a visitor: a word of thanks before the screen goes dark."""

from kiosk.ui.scene import Scene
from kiosk.ui.screens.closed import quiet
from kiosk.ui.tools import Tools
from kiosk.ui.view import View


def build(view: View, tools: Tools) -> Scene:
    """The exhibition's title and thanks, in both languages."""
    return quiet(view, tools, "farewell", ("farewell.closing", "farewell.thanks"))
