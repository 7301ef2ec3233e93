"""What sections are made of, drawn one below the other. A new section needs nothing here."""

import math
from collections.abc import Sequence
from typing import Final, assert_never

from pygame import Rect

from kiosk.panel.controls import BankCard, Block, Button, Buttons, Choice, Heading, Option, Paragraph, Row
from kiosk.ui.panel.looks import FAINT
from kiosk.ui.panel.row import TITLE, lines_style, place_row
from kiosk.ui.panel.saying import wording
from kiosk.ui.scene import Target
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.widgets.buttons import ACCENT, LIGHT, QUIET, Label, Look, line_width, pill, pill_width
from kiosk.ui.widgets.column import Column
from kiosk.ui.widgets.sheet import Sheet

HEADING: Final = Style("lead", "medium")
_MEASURE_EM: Final = 34
"""Width of a paragraph: about 70 characters."""
_OPTION_PAD_U, _ROUND_U = 36, 44
_CARD_MM, _CARD_ROUND_MM = (85.6, 53.98), 3.18
"""Of a card of the size ID-1 (ISO/IEC 7810), and of its corners."""
_MM_PER_INCH: Final = 25.4


def place_block(column: Column, block: Block) -> None:
    """Place it below what is there."""
    page = column.page
    match block:
        case Heading(words):
            column.space(36)
            column.write(wording(page, words), HEADING)
            column.space(4)
        case Paragraph(words, tone):
            column.space(14)
            style = lines_style(tone)
            measure = _MEASURE_EM * page.tools.metrics.size(style.role)
            width, column.width = column.width, min(column.width, measure)
            column.write(wording(page, words), style)
            column.width = width
            column.space(14)
        case Row():
            place_row(column, block)
        case Choice():
            _place_choice(column, block)
        case Buttons(buttons):
            column.space(20)
            _place_buttons(column, buttons)
            column.space(20)
        case BankCard(inches):
            column.space(28)
            _place_card(column, inches)
            column.space(28)
        case _:
            assert_never(block)


def button_label(page: Page, button: Button) -> Label:
    """What stands on it."""
    return Label(wording(page, button.words), button.sign)


def place_button(sheet: Sheet, page: Page, button: Button, rect: Rect) -> None:
    """A button in ``rect``; without deeds it is faint, and no target."""
    look = FAINT if not button.does else ACCENT if button.strong else QUIET
    pill(sheet, page.tools, f"do:{button.name}", button_label(page, button), rect, look)


def _place_buttons(column: Column, buttons: Sequence[Button]) -> None:
    """Side by side, on as many lines as they take."""
    metrics = column.page.tools.metrics
    x, height = column.left, metrics.target
    for button in buttons:
        width = min(column.width, pill_width(column.page.tools, button_label(column.page, button)))
        if x > column.left and x + width > column.left + column.width:
            x, column.y = column.left, column.y + height + metrics.gap
        place_button(column.sheet, column.page, button, Rect(x, column.y, width, height))
        x += width + metrics.gap
    column.y += height


def _place_choice(column: Column, choice: Choice) -> None:
    """The title, and below it what there is to choose from, side by side."""
    page, metrics = column.page, column.page.tools.metrics
    if choice.title:
        column.space(14)
        column.write(wording(page, choice.title), TITLE)
    for each in choice.lines:
        column.write(wording(page, each), lines_style("soft"))
    column.space(12)
    x, high = column.left, 0
    for option in choice.options:
        size = _option_size(column, option)
        if x > column.left and x + size[0] > column.left + column.width:
            x, column.y, high = column.left, column.y + high + metrics.gap, 0
        _place_option(column, option, Rect(x, column.y, *size))
        x, high = x + size[0] + metrics.gap, max(high, size[1])
    column.y += high
    column.space(20)


def _option_size(column: Column, option: Option) -> tuple[int, int]:
    page, metrics = column.page, column.page.tools.metrics
    pad = page.u(_OPTION_PAD_U)
    block = column.sheet.set(wording(page, option.words), _option_style(QUIET), column.width - 2 * pad)
    return max(metrics.secondary, block.width + 2 * pad), max(metrics.secondary, block.height + page.u(24))


def _place_option(column: Column, option: Option, rect: Rect) -> None:
    """Like a pill, but as high as a long name needs."""
    page, tools = column.page, column.page.tools
    look = LIGHT if option.chosen else QUIET
    line = tools.theme.colour(look.line) if look.line else None
    radius = min(rect.height // 2, page.u(_ROUND_U))
    ground = tools.shapes.rounded(*rect.size, radius, tools.theme.colour(look.fill), line, line_width(tools))
    column.sheet.picture(ground, rect)
    column.sheet.target(Target(f"do:{option.name}", rect, radius=radius))
    words = wording(page, option.words)
    block = column.sheet.set(words, _option_style(look), rect.width - 2 * page.u(_OPTION_PAD_U) + 1, align="center")
    column.sheet.place(block, rect.left, rect.centery - block.height // 2, rect.width, "center")


def _place_card(column: Column, inches: float) -> None:
    """In the middle, so that a card held there hides nothing else."""
    tools = column.page.tools
    size = card_size(tools.size, inches)
    radius = round(size[0] * _CARD_ROUND_MM / _CARD_MM[0])
    ground = tools.shapes.rounded(*size, radius, tools.theme.raised, tools.theme.accent_ink, line_width(tools))
    column.sheet.picture(ground, Rect(column.left + (column.width - size[0]) // 2, column.y, *size))
    column.y += size[1]


def card_size(screen: tuple[int, int], inches: float) -> tuple[int, int]:
    """Pixels of a bank card that lies on a screen of so many pixels and inches."""
    per_mm = math.hypot(*screen) / (inches * _MM_PER_INCH)
    return round(_CARD_MM[0] * per_mm), round(_CARD_MM[1] * per_mm)


def _option_style(look: Look) -> Style:
    return Style("label", "medium", look.ink)
