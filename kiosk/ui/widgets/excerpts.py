"""Excerpts one below the other, each a wide button."""

from collections.abc import Sequence

from pygame import Rect

from kiosk.exhibition.film import Excerpt, Film
from kiosk.exhibition.text import Wording
from kiosk.ui.scene import Target
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.widgets.buttons import line_width
from kiosk.ui.widgets.column import Column
from kiosk.ui.widgets.timely import overrun_line

_KIND = {"excerpt": "film.excerpt", "trailer": "film.trailer", "film": "film.whole_film"}
TITLE = Style("label", "medium")
LENGTH = Style("label", "regular", "ink_soft")
NOTICE = Style("small", "regular", "ink_soft")


def excerpt_rows(column: Column, film: Film, excerpts: Sequence[Excerpt]) -> None:
    """Add a button for each excerpt to the column."""
    page, sheet = column.page, column.sheet
    tools, theme = page.tools, page.tools.theme
    for excerpt in excerpts:
        seconds = page.view.seconds(film, excerpt)
        length = sheet.set(page.strings.clock(seconds), LENGTH) if seconds else None
        icon, side, space = page.u(30), page.u(36), page.u(24)
        room = column.width - 2 * side - icon - space - (length.width + space if length else 0)
        title = sheet.set(excerpt_title(page, excerpt), TITLE, room)
        late = overrun_line(page, film, excerpt, short=True)
        notice = sheet.set(late, NOTICE, room) if late else None
        height = title.height + (notice.height if notice else 0)
        rect = Rect(column.left, column.y, column.width, max(tools.metrics.target, height + page.u(36)))
        pill = tools.shapes.rounded(*rect.size, tools.metrics.target / 2, theme.pill, theme.line, line_width(tools))
        sheet.picture(pill, rect)
        sheet.target(Target(f"watch:{excerpt.id}", rect, radius=tools.metrics.target // 2))
        play = tools.icons.icon("play", icon, theme.accent_ink)
        sheet.picture(play, Rect(rect.left + side, rect.centery - icon // 2, icon, icon))
        x = rect.left + side + icon + space
        sheet.place(title, x, rect.centery - height // 2, room)
        if notice:
            sheet.place(notice, x, rect.centery - height // 2 + title.height, room)
        if length:
            sheet.place(length, rect.right - side - length.width, rect.centery - length.height // 2)
        column.y = rect.bottom + tools.metrics.gap


def excerpt_title(page: Page, excerpt: Excerpt) -> Wording:
    """Its own title, or what it is."""
    return page.first(excerpt.title) if excerpt.title else page.strings.text(_KIND[excerpt.kind])
