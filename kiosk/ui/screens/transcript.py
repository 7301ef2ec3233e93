"""What is said in a film's excerpts, to read in peace."""

from kiosk.exhibition.film import Film
from kiosk.ui.scene import Scene
from kiosk.ui.screens.more import HEADING, heading, reading_page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.column import Column
from kiosk.ui.widgets.excerpts import excerpt_title


def build(view: View, tools: Tools) -> Scene:
    """The transcript page of ``view.film``."""
    return reading_page(view, tools, "transcript", _words)


def _words(column: Column, film: Film) -> None:
    """Each excerpt under its title; they can be long, so they are painted piece by piece."""
    page = column.page
    for number, excerpt in enumerate(film.transcribed):
        if number:
            heading(column, excerpt_title(page, excerpt))
        else:
            column.write(excerpt_title(page, excerpt), HEADING)
            column.space(8)
        column.write_long(page.first(excerpt.transcript), Style("body"))
    column.space(40)
