"""Short lines beside the main text: the next screening, the content note, an apology."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from kiosk.exhibition.film import Film, Screening
from kiosk.exhibition.text import Wording
from kiosk.ui.icons import Icon
from kiosk.ui.screens.page import Page
from kiosk.ui.text import Align, TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.widgets.sheet import Sheet

_ICON_U, _SPACE_U, _BETWEEN_U = 34, 16, 18


@dataclass(frozen=True, slots=True)
class Remark:
    """Words with or without a sign before them."""

    words: Wording
    style: Style
    icon: Icon | None = None


def apology(page: Page) -> Remark:
    """An excerpt could not be shown."""
    return Remark(page.strings.text("film.apology"), Style("facts", "medium"), "warning")


def remarks(page: Page, film: Film) -> list[Remark]:
    """What else a visitor should know before they choose: when it is shown, what it contains, what the still is."""
    found: list[Remark] = []
    if upcoming := page.view.upcoming(film):
        found.append(Remark(screening_line(page, upcoming[0]), Style("small", "regular")))
    if note := content_line(page, film):
        found.append(Remark(note, Style("small", "regular"), "warning"))
    if film.still is not None and film.still_caption:
        found.append(Remark(page.first(film.still_caption), Style("small", "regular", "ink_soft")))
    return found


def screening_line(page: Page, screening: Screening) -> Wording:
    """ "Friday 4 December, 19:00 · Courtyard · Free admission"."""
    year = screening.at.year != page.view.now.year
    parts = [
        page.strings.moment(screening.at, year=year),
        page.first(screening.place) if screening.place else None,
        page.first(screening.admission) if screening.admission else None,
    ]
    return page.strings.joined(parts)


def content_line(page: Page, film: Film) -> Wording | None:
    """What a strong film contains."""
    note = film.content_note
    if note is None or not (note.strong or note.seen):
        return None
    return page.first(note.seen) if note.seen else page.strings.text("film.strong")


@dataclass(frozen=True, slots=True)
class RemarkBlock:
    """Remarks that are set, one below the other."""

    rows: tuple[tuple[TextBlock, Icon | None], ...]
    height: int
    width: int


def set_remarks(page: Page, found: Sequence[Remark], width: int) -> RemarkBlock:
    """Set remarks in a column ``width`` pixels wide."""
    indent = page.u(_ICON_U + _SPACE_U)
    rows = []
    for each in found:
        rows.append((page.sheet.set(each.words, each.style, width - (indent if each.icon else 0)), each.icon))
    height = sum(block.height for block, _ in rows) + page.u(_BETWEEN_U) * max(0, len(rows) - 1)
    widest = max((block.width + (indent if icon else 0) for block, icon in rows), default=0)
    return RemarkBlock(tuple(rows), height, widest)


def place_remarks(page: Page, sheet: Sheet, block: RemarkBlock, x: int, y: int) -> int:
    """Place them with their signs; answers the y below."""
    for words, icon in block.rows:
        left = x
        if icon:
            size = page.u(_ICON_U)
            first = words.cap_top + (words.baselines[0] - words.cap_top) // 2 if words.lines else 0
            picture = page.tools.icons.icon(icon, size, page.tools.theme.accent_ink)
            sheet.picture(picture, Rect(left, y + first - size // 2, size, size))
            left += page.u(_ICON_U + _SPACE_U)
        sheet.place(words, left, y, block.width - (left - x))
        y += words.height + page.u(_BETWEEN_U)
    return y - page.u(_BETWEEN_U)


__all__ = ["Align", "Remark", "RemarkBlock", "apology", "place_remarks", "remarks", "screening_line", "set_remarks"]
