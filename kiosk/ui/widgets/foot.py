"""The foot of a film's page: remarks, and the code of its link beside them."""

from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets.code import film_code, place_code
from kiosk.ui.widgets.column import Column
from kiosk.ui.widgets.remarks import place_remarks, remarks, set_remarks
from kiosk.ui.widgets.shade import corner_shade

LEAST_REMARKS_U = 400
_REMARKS_U, _BEFORE_CODE_U, _APART_U = 620, 48, 26


def foot_in_column(column: Column, film: Film, width: int) -> None:
    """Remarks below the text in a column; the code at the end of the same row, ``width`` pixels wide, or under them."""
    page, sheet = column.page, column.sheet
    code = film_code(page, film, beside=False)
    room = width - code.width - page.u(_BEFORE_CODE_U) if code else column.width
    found = remarks(page, film)
    if code is not None and (room < page.u(LEAST_REMARKS_U) or not found):
        code, room = film_code(page, film, beside=True), column.width
    block = set_remarks(page, found, min(room, column.width))
    if block.rows or code:
        column.space(_APART_U)
    top = column.y
    if block.rows:
        column.y = place_remarks(page, sheet, block, column.left, top)
    if code is not None and code.beside:
        column.space(_APART_U if block.rows else 0)
        column.y = place_code(page, sheet, code, column.left, column.y)
    elif code is not None:
        column.y = max(column.y, place_code(page, sheet, code, column.left + width - code.width, top))


def foot_at_end(page: Page, film: Film, room: int, row: Rect, ground: Surface) -> Surface:
    """Remarks at the foot of the still, the code after them or above them, all in ``room`` pixels before the row's end.

    Answers the ground with a shade for them.
    """
    code = film_code(page, film, beside=False)
    taken = code.width + page.u(_BEFORE_CODE_U) if code else 0
    above = code is not None and room - taken < page.u(LEAST_REMARKS_U)
    if above:
        code, taken = film_code(page, film, beside=True), 0
    block = set_remarks(page, remarks(page, film), min(room - taken, page.u(_REMARKS_U)))
    at = Rect(row.right - taken - block.width, row.bottom - block.height, block.width, block.height)
    words = [at] if block.rows else []
    place_remarks(page, page.sheet, block, at.left, at.top)
    if code is not None:
        bottom = at.top - page.u(_APART_U) if above and words else row.bottom
        left = min(at.left, row.right - code.width) if above else row.right - code.width
        words.append(Rect(left, bottom - code.height, code.width, code.height))
        place_code(page, page.sheet, code, *words[-1].topleft)
    if not words:
        return ground
    shade = corner_shade(page, ground, page.sheet.physical(words[0].unionall(words[1:])))
    if shade is None:
        return ground
    shaded = ground.copy()
    shaded.set_alpha(None)  # the ground may just be fading on another thread
    shaded.blit(shade.surface, shade.at)
    return shaded
