"""A row of a list: a picture, words, a word at the end, and what can be tapped there."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from pygame import Rect

from kiosk.panel.controls import Disc, Row, Stepper, Switch, Tone
from kiosk.ui.icons import Icon
from kiosk.ui.panel.looks import FAINT
from kiosk.ui.panel.saying import wording
from kiosk.ui.scene import Target
from kiosk.ui.screens.page import Page
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.widgets.buttons import ACCENT, QUIET, disc
from kiosk.ui.widgets.column import Column
from kiosk.ui.widgets.toggle import toggle, toggle_size

TITLE: Final = Style("card", "medium")
_END: Final = Style("facts", "regular")
_TONES: Final = {"plain": "ink", "soft": "ink_soft", "problem": "problem"}
_PAD_U, _SPACE_U, _STILL_U, _TALL_STILL_U, _LEAST_WORDS_U, _VALUE_U = 14, 28, 208, 150, 330, 180
_GLOW_U: Final = 8


def lines_style(tone: Tone) -> Style:
    """Of what stands under a title."""
    return Style("small", "regular", _TONES[tone])


def place_row(column: Column, row: Row) -> None:
    """A row below what is there, and a rule under it. Where the words would be crowded, what can be tapped goes below
    them."""
    page, pad, space = column.page, column.page.u(_PAD_U), column.page.u(_SPACE_U)
    still = _still_size(page, row)
    end = column.sheet.set(wording(page, row.end), _END, column.width // 2) if row.end else None
    ending = _trailing_width(page, row)
    taken = (still[0] + space if still[0] else 0) + (end.width + space if end else 0)
    room = column.width - taken - (ending + space if ending else 0)
    stacked = bool(ending) and room < page.u(_LEAST_WORDS_U)
    words = _words(column, row, column.width - taken if stacked else room)
    high = max(
        still[1], sum(each.height for each in words), end.height if end else 0, _least(page, row, stacked=stacked)
    )
    below = page.tools.metrics.secondary + page.tools.metrics.gap if stacked else 0
    rect = Rect(column.left, column.y, column.width, high + below + 2 * pad)
    if row.does:
        shape = rect.inflate(2 * page.u(_GLOW_U), 0)
        column.sheet.target(Target(f"do:{row.name}", rect, shape=shape, radius=page.u(_GLOW_U)))
    middle = rect.top + pad + high // 2
    x = rect.left
    if still[0]:
        _place_still(column, row, Rect(x, middle - still[1] // 2, *still))
        x += still[0] + space
    y = middle - sum(each.height for each in words) // 2
    for block in words:
        column.sheet.place(block, x, y)
        y += block.height
    if end is not None:
        right = rect.right - (ending + space if ending and not stacked else 0)
        column.sheet.place(end, right - end.width, middle - end.height // 2)
    under = rect.bottom - pad - page.tools.metrics.secondary // 2
    _place_trailing(column, row, rect.right - ending, under if stacked else middle)
    line = max(1, page.u(2))
    rule = page.tools.shapes.rounded(rect.width, line, 0, page.tools.theme.rule)
    column.sheet.picture(rule, Rect(rect.left, rect.bottom - line, rect.width, line))
    column.y = rect.bottom


def _least(page: Page, row: Row, *, stacked: bool) -> int:
    taps = row.does or (row.trailing and not stacked)
    return page.tools.metrics.secondary if taps else 0


def _words(column: Column, row: Row, width: int) -> list[TextBlock]:
    page = column.page
    blocks = [column.sheet.set(wording(page, row.title), TITLE, width)]
    blocks += [column.sheet.set(wording(page, each), lines_style("soft"), width) for each in row.lines]
    if row.problem:
        blocks.append(column.sheet.set(wording(page, row.problem), lines_style("problem"), width))
    return blocks


def _still_size(page: Page, row: Row) -> tuple[int, int]:
    if row.still is None:
        return 0, 0
    width = page.u(_TALL_STILL_U if page.tools.metrics.tall else _STILL_U)
    return width, round(width * 9 / 16)


def _place_still(column: Column, row: Row, rect: Rect) -> None:
    tools = column.page.tools
    still = row.still if isinstance(row.still, Path) else None
    picture = tools.stills.cover(still, rect.size) or tools.stills.plain(str(row.still), rect.size)
    column.sheet.picture(tools.shapes.round_corners(picture, column.page.u(4)), rect)


def _trailing_width(page: Page, row: Row) -> int:
    gap = page.tools.metrics.gap
    return sum(_width(page, each) + gap for each in row.trailing) - gap if row.trailing else 0


def _width(page: Page, part: Disc | Stepper | Switch) -> int:
    metrics = page.tools.metrics
    if isinstance(part, Stepper):
        return 2 * metrics.secondary + _value_width(page, part)
    return max(metrics.secondary, toggle_size(page.tools)[0]) if isinstance(part, Switch) else metrics.secondary


def _value_width(page: Page, part: Stepper) -> int:
    """The same for every value, so that − and + stay under the finger."""
    said = [part.value, *([part.widest] if part.widest else [])]
    longest = max(page.tools.setter.length(wording(page, each), _END) for each in said)
    return max(page.u(_VALUE_U), longest + 2 * page.u(_SPACE_U))


def _place_trailing(column: Column, row: Row, x: int, middle: int) -> None:
    page = column.page
    edge, gap = page.tools.metrics.secondary, page.tools.metrics.gap
    for part in row.trailing:
        width = _width(page, part)
        place = Rect(x, middle - edge // 2, edge, edge)
        match part:
            case Disc():
                look = replace(ACCENT, dead=not part.does) if part.lit else QUIET if part.does else FAINT
                disc(column.sheet, page.tools, f"do:{part.name}", part.sign, place, look)
            case Switch():
                place.width = width
                column.sheet.target(Target(f"do:{part.name}", place, radius=edge // 2))
                size = toggle_size(page.tools)
                spot = Rect(place.centerx - size[0] // 2, middle - size[1] // 2, *size)
                toggle(column.sheet, page.tools, spot, on=part.on)
            case Stepper():
                _place_stepper(column, part, Rect(x, place.top, width, edge))
        x += width + gap


def _place_stepper(column: Column, part: Stepper, rect: Rect) -> None:
    page, edge = column.page, rect.height
    for name, deeds, left in (("less", part.less, rect.left), ("more", part.more, rect.right - edge)):
        sign: Icon = "minus" if name == "less" else "plus"
        place = Rect(left, rect.top, edge, edge)
        disc(column.sheet, page.tools, f"step:{part.name}:{name}", sign, place, QUIET if deeds else FAINT)
    block = column.sheet.set(wording(page, part.value), _END, max_lines=1)
    column.sheet.place(block, rect.centerx - block.width // 2, rect.centery - block.height // 2)
