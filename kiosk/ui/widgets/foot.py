"""The foot of a film's page: remarks, and the code of its link beside them or over them."""

from dataclasses import dataclass

from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets.code import Code, film_code, place_code
from kiosk.ui.widgets.column import Column
from kiosk.ui.widgets.remarks import RemarkBlock, place_remarks, remarks, set_remarks
from kiosk.ui.widgets.shade import corner_shade

LEAST_REMARKS_U = 400
_REMARKS_U, _BEFORE_CODE_U, _APART_U = 620, 48, 26


@dataclass(frozen=True, slots=True)
class Foot:
    """Remarks and the code, set. ``width`` and ``height``: pixels of both together."""

    remarks: RemarkBlock
    code: Code | None
    width: int
    height: int


def set_foot(page: Page, film: Film, room: int) -> Foot:
    """What stands at the foot of the still, in at most ``room`` pixels: side by side if that leaves remarks enough."""
    found = remarks(page, film)
    widest = min(room, page.u(_REMARKS_U))
    code = film_code(page, film, beside=False)
    if code is None:
        block = set_remarks(page, found, widest)
        return Foot(block, None, block.width, block.height)
    taken = code.width + page.u(_BEFORE_CODE_U)
    over = _code_over(page, film, set_remarks(page, found, widest))
    if room - taken < page.u(LEAST_REMARKS_U) and found:
        return over
    block = set_remarks(page, found, min(room - taken, widest))
    aside = Foot(block, code, block.width + taken, max(block.height, code.height))
    return aside if aside.height <= over.height else over


def _code_over(page: Page, film: Film, block: RemarkBlock) -> Foot:
    """The code over the remarks."""
    code = film_code(page, film, beside=True)
    assert code is not None
    return Foot(block, code, max(block.width, code.width), block.height + page.u(_APART_U) + code.height)


def place_foot(page: Page, foot: Foot, row: Rect, ground: Surface) -> Surface:
    """Place it at the end of ``row``, on its lower edge; answers the ground with a shade for it."""
    if not foot.height:
        return ground
    block, code = foot.remarks, foot.code
    at = Rect(row.right - foot.width, row.bottom - foot.height, foot.width, foot.height)
    place_remarks(page, page.sheet, block, at.left, row.bottom - block.height)
    if code is not None and code.beside:
        place_code(page, page.sheet, code, at.left, at.top)
    elif code is not None:
        place_code(page, page.sheet, code, row.right - code.width, row.bottom - code.height)
    shade = corner_shade(page, ground, page.sheet.physical(at))
    if shade is None:
        return ground
    shaded = ground.copy()
    shaded.set_alpha(None)  # the ground may just be fading on another thread
    shaded.blit(shade.surface, shade.at)
    return shaded


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
