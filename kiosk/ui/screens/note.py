"""Before a strong excerpt: what is seen, what is heard, two equal ways on and all the time one needs."""

from pygame import Rect

from kiosk.ui.scene import Scene
from kiosk.ui.screens.more import mood
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import Label, pill, pill_width
from kiosk.ui.widgets.column import Column

_WIDTH_U, _BUTTON_U, _BUTTON_HEIGHT_U = 1120, 420, 120


def build(view: View, tools: Tools) -> Scene:
    """The note before ``view.excerpt``."""
    film = view.film
    assert film is not None
    page = Page.of(view, tools)
    metrics = tools.metrics
    language = page.language_button()
    width = min(page.inner, page.u(_WIDTH_U))
    column = Column(page, (metrics.width - width) // 2, width)
    _words(page, column)
    height = max(metrics.target, page.u(_BUTTON_HEIGHT_U))
    free = (0 if metrics.tall else language.bottom, language.top if metrics.tall else metrics.height)
    top, buttons = _places(page, column, height, free)
    _buttons(page, buttons)
    pager = page.pair(page.free_start(language), language.top)
    area = column.area(top, buttons.top - page.u(36), page.page_buttons(pager))
    return Scene(
        "note",
        ground=mood(page, film),
        layers=tuple(page.sheet.layers),
        targets=tuple(page.sheet.targets),
        texts=tuple(page.sheet.texts),
        scroll=area,
    )


def _words(page: Page, column: Column) -> None:
    film = page.view.film
    assert film is not None
    strings, note = page.strings, film.content_note
    column.write(strings.text("note.heading"), Style("question", "light"), align="center")
    column.space(36)
    lead = Style("lead")
    said = False
    for key, what in (("note.seen", note.seen), ("note.heard", note.heard)) if note else ():
        if what:
            column.write(strings.text(key, what=strings.within(page.first(what))), lead, align="center")
            column.space(14)
            said = True
    if not said:
        column.write(strings.text("note.strong"), lead, align="center")
    column.space(30)
    column.write(strings.text("note.stop"), Style("body", "regular", "ink_soft"), align="center")


def _places(page: Page, column: Column, height: int, free: tuple[int, int]) -> tuple[int, Rect]:
    """Words and buttons in the middle of what is free, a little above it; answers the words' top and the buttons."""
    metrics = page.tools.metrics
    space = page.u(110)
    above, below = free[0] + page.u(24), free[1] - page.u(56)
    left = (below - above) - (column.height + space + height)
    top = above + max(0, round(left * (0.6 if metrics.tall else 0.42)))
    y = min(below - height, top + column.height + space)
    width = min(max(page.u(_BUTTON_U), _widest(page)), (page.inner - page.u(40)) // 2)
    row = Rect(0, y, 2 * width + page.u(40), height)
    row.centerx = metrics.width // 2
    return top, row


def _widest(page: Page) -> int:
    return max(pill_width(page.tools, Label(page.strings.text(key))) for key in ("note.back", "note.watch"))


def _buttons(page: Page, row: Rect) -> None:
    """Two of the same size and colour: neither is the right answer."""
    width = (row.width - page.u(40)) // 2
    for number, (name, key) in enumerate((("note-back", "note.back"), ("note-watch", "note.watch"))):
        rect = Rect(row.left + number * (width + page.u(40)), row.top, width, row.height)
        pill(page.sheet, page.tools, name, Label(page.strings.text(key)), rect)
