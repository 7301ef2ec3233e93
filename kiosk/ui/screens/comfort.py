"""The switches that make reading and reaching easier, over the screen that they change."""

from pygame import Rect

from kiosk.exhibition.text import Wording
from kiosk.ui.icons import Icon
from kiosk.ui.scene import Scene, Target
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import LIGHT, disc
from kiosk.ui.widgets.toggle import toggle, toggle_size

_STYLE = Style("label", "medium")
_WIDTH_U, _AROUND_U, _SIDE_U, _ICON_U, _SPACE_U, _ROW_U, _RADIUS_U = 600, 16, 32, 44, 28, 104, 28


def build(view: View, tools: Tools) -> Scene:
    """A panel with a row for each switch, at its button. A touch anywhere else closes it."""
    page = Page.of(view, tools)
    sheet, metrics = page.sheet, tools.metrics
    sheet.target(Target("comfort-close", Rect((0, 0), tools.size), shape=Rect(0, 0, 0, 0)))
    rows = _rows(page)
    width = _width(page, rows)
    words = [sheet.set(each, _STYLE, _room(page, width)) for _, _, each, _ in rows]
    around, line = page.u(_AROUND_U), max(metrics.gap, page.u(2 * _AROUND_U))
    heights = [max(metrics.target, page.u(_ROW_U), each.height + page.u(32)) for each in words]
    panel = _place(page, width, 2 * around + sum(heights) + line * (len(rows) - 1))
    theme = tools.theme
    ground = tools.shapes.rounded(*panel.size, page.u(_RADIUS_U), theme.raised, theme.line, metrics.line)
    sheet.picture(ground, panel)
    y = panel.top + around
    for number, ((name, icon, _, on), block, height) in enumerate(zip(rows, words, heights, strict=True)):
        if number:
            rule = tools.shapes.rounded(panel.width - 2 * page.u(_SIDE_U), max(1, metrics.u(2)), 0, theme.rule)
            sheet.picture(rule, rule.get_rect(topleft=(panel.left + page.u(_SIDE_U), y - line // 2)))
        row = Rect(panel.left + around, y, panel.width - 2 * around, height)
        sheet.target(Target(name, row, radius=page.u(_RADIUS_U - _AROUND_U // 2)))
        x = panel.left + page.u(_SIDE_U)
        sign = tools.icons.icon(icon, page.u(_ICON_U), theme.ink)
        sheet.picture(sign, sign.get_rect(midleft=(x, row.centery)))
        sheet.place(block, x + page.u(_ICON_U + _SPACE_U), row.centery - block.height // 2)
        size = toggle_size(tools)
        place = Rect(panel.right - page.u(_SIDE_U) - size[0], row.centery - size[1] // 2, *size)
        toggle(sheet, tools, place, on=on)
        y += height + line
    disc(sheet, tools, "comfort", "text-size", page.corner_places()[1], LIGHT)
    return Scene("comfort", layers=tuple(sheet.layers), targets=tuple(sheet.targets), texts=tuple(sheet.texts))


def _rows(page: Page) -> list[tuple[str, Icon, Wording, bool]]:
    """Name, sign, words and state of each switch; the one that lowers things only where the screen is that high."""
    comfort, text = page.view.visit.comfort, page.strings.text
    rows: list[tuple[str, Icon, Wording, bool]] = [
        ("larger-text", "text-size", text("comfort.larger_text"), comfort.larger_text),
        ("high-contrast", "contrast", text("comfort.high_contrast"), comfort.high_contrast),
    ]
    if page.tools.metrics.lowers:
        rows.append(("reach", "reach", text("comfort.reach"), comfort.reach))
    return rows


def _width(page: Page, rows: list[tuple[str, Icon, Wording, bool]]) -> int:
    """Of the panel: the longest words fit on a line if the screen is wide enough."""
    longest = max(page.tools.setter.length(words, _STYLE) for _, _, words, _ in rows)
    beside = page.u(2 * _SIDE_U + _ICON_U + 2 * _SPACE_U) + toggle_size(page.tools)[0]
    return min(page.inner, max(page.u(_WIDTH_U), longest + beside + 1))


def _room(page: Page, width: int) -> int:
    """For the words of a row, beside its sign and its switch."""
    return width - page.u(2 * _SIDE_U + _ICON_U + 2 * _SPACE_U) - toggle_size(page.tools)[0]


def _place(page: Page, width: int, height: int) -> Rect:
    """Under the button, or above it where that is at the foot of a tall screen; flush with the corner's outer edge."""
    metrics = page.tools.metrics
    language, button = page.corner_places()
    corner = language.union(button) if language.width else button
    panel = Rect(0, 0, width, height)
    if corner.centerx > page.sheet.width / 2:
        panel.right = corner.right
    else:
        panel.left = corner.left
    if metrics.tall:
        panel.bottom = button.top - metrics.gap
    else:
        panel.top = button.bottom + metrics.gap
    return panel
