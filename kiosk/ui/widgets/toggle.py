"""A switch that is on or off."""

from pygame import Rect

from kiosk.ui.tools import Tools
from kiosk.ui.widgets.sheet import Sheet

_WIDTH_U, _HEIGHT_U, _KNOB_SHARE = 92, 52, 0.72


def toggle_size(tools: Tools) -> tuple[int, int]:
    """Width and height of a switch in pixels."""
    return tools.metrics.u(_WIDTH_U), tools.metrics.u(_HEIGHT_U)


def toggle(sheet: Sheet, tools: Tools, rect: Rect, *, on: bool) -> None:
    """A switch in ``rect`` (counted from the starting side): full and at the end when it is on, hollow when not."""
    theme, metrics = tools.theme, tools.metrics
    fill = theme.accent if on else theme.clear
    way = tools.shapes.pill(*rect.size, fill, theme.accent if on else theme.ink_soft, max(2, metrics.line))
    sheet.picture(way, rect)
    size = round(rect.height * _KNOB_SHARE)
    inset = (rect.height - size) // 2
    knob = tools.shapes.disc(size, theme.on_accent if on else theme.ink_soft)
    x = rect.right - inset - size if on else rect.left + inset
    sheet.picture(knob, Rect(x, rect.top + inset, size, size))
