"""The panel behind its PIN: the sections at the side or on top, and the one that stands."""

from dataclasses import replace
from typing import Final

from pygame import Rect, Surface

from kiosk.exhibition.text import Wording
from kiosk.panel.controls import Leaf
from kiosk.panel.sight import Sight
from kiosk.ui.panel.blocks import button_label, place_block, place_button
from kiosk.ui.panel.covers import build_cover
from kiosk.ui.panel.looks import FAINT
from kiosk.ui.panel.saying import wording
from kiosk.ui.scene import Scene, Target
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import QUIET, Label, disc, pill, pill_width
from kiosk.ui.widgets.column import Column
from kiosk.ui.widgets.language_button import language_button_width, place_language_button

_SIDE_U, _SIDE_TEXT_U, _SIDE_EDGE_U, _CONTENT_U, _TOP_U = 360, 40, 12, 80, 64
_SECTION_U: Final = 88
LIT: Final = replace(QUIET, fill="pressed", line=None)
"""Of the section that stands, over the others."""
_FOOT: Final = Style("small", "regular", "ink_soft")


def build(view: View, tools: Tools) -> Scene:
    """What ``view.panel`` shows."""
    page, sight = Page.of(view, tools), view.panel
    assert sight is not None
    assert sight.leaf is not None
    if sight.leaf.cover is not None:
        return build_cover(page, sight.leaf.cover)
    ground = Surface(tools.size, 0, 32)
    ground.fill(tools.theme.ground[:3])
    place = _on_top(page, sight) if tools.metrics.tall else _beside(page, sight)
    top = _head(page, sight.leaf, place)
    bottom, pager = _foot(page, sight, place)
    column = Column(page, place.left, place.width)
    for block in sight.leaf.blocks:
        place_block(column, block)
    column.space(16)
    return Scene(
        "panel",
        ground=ground,
        scroll=column.area(top, bottom, page.page_buttons(pager)),
        layers=tuple(page.sheet.layers),
        targets=tuple(page.sheet.targets),
        texts=tuple(page.sheet.texts),
    )


# The sections


def _beside(page: Page, sight: Sight) -> Rect:
    """The sections in a column on the side where reading starts; answers the place that is left."""
    metrics, tools = page.tools.metrics, page.tools
    edge, target, gap = page.u(_SIDE_EDGE_U), metrics.target, metrics.gap
    language = language_button_width(tools, page.view)
    side = max(page.u(_SIDE_U), language + target + gap + 4 * edge)
    page.sheet.picture(
        tools.shapes.rounded(side, metrics.height, 0, tools.theme.raised), Rect(0, 0, side, metrics.height)
    )
    close = Rect(2 * edge, page.bottom - target, target, target)
    disc(page.sheet, tools, "panel:close", "close", close)
    if language:
        place_language_button(page.sheet, tools, page.view, Rect(close.right + gap, close.top, language, target))
    _list(page, sight, Rect(edge, page.u(_TOP_U) - page.u(8), side - 2 * edge, close.top - page.u(24 + _TOP_U - 8)))
    left = side + page.u(_CONTENT_U)
    return Rect(left, page.u(_TOP_U), metrics.width - page.u(_CONTENT_U) - left, page.bottom - page.u(_TOP_U))


def _list(page: Page, sight: Sight, room: Rect) -> None:
    """What this is, over all sections; without a title where these need the room."""
    height, count = max(page.u(_SECTION_U), page.tools.metrics.secondary), max(1, len(sight.sections))
    title = page.sheet.set(page.strings.text("panel.title"), Style("card", "medium"), room.width - page.u(_SIDE_TEXT_U))
    y = room.top + title.height + page.u(40)
    if (room.bottom - y) // count >= height:
        page.sheet.place(title, page.u(_SIDE_TEXT_U), room.top)
    else:
        y = room.top
    pitch = min(height + page.u(8), (room.bottom - y) // count)
    for name in sight.sections:
        _section(page, sight, name, Rect(room.left, y, room.width, min(height, pitch)))
        y += pitch


def _section(page: Page, sight: Sight, name: str, rect: Rect) -> None:
    """One of the column: its name, on a bright ground if it stands."""
    chosen, tools = name == sight.section, page.tools
    if chosen:
        page.sheet.picture(tools.shapes.pill(*rect.size, tools.theme.pressed), rect)
    page.sheet.target(Target(f"panel:section:{name}", rect, radius=rect.height // 2))
    style = Style("label", "medium") if chosen else Style("label", "regular", "ink_soft")
    x = page.u(_SIDE_TEXT_U)
    block = page.sheet.set(_name(page, name), style, rect.right - x - page.u(8), max_lines=1, shrink_to=0.7)
    page.sheet.place(block, x, rect.centery - block.height // 2)


def _on_top(page: Page, sight: Sight) -> Rect:
    """The sections in rows over the one that stands; answers the place that is left."""
    metrics, tools, sheet = page.tools.metrics, page.tools, page.sheet
    target, gap, margin = metrics.target, metrics.gap, metrics.margin
    before = len(sheet.layers)
    y = page.u(_TOP_U)
    title = sheet.set(page.strings.text("panel.title"), Style("card", "medium"))
    sheet.place(title, margin, y + (target - title.height) // 2)
    right = sheet.width - margin
    disc(sheet, tools, "panel:close", "close", Rect(right - target, y, target, target))
    if language := language_button_width(tools, page.view):
        place_language_button(sheet, tools, page.view, Rect(right - target - gap - language, y, language, target))
    x, y = margin, y + target + page.u(32)
    for name in sight.sections:
        label = Label(_name(page, name))
        width = pill_width(tools, label)
        if x > margin and x + width > right:
            x, y = margin, y + metrics.secondary + gap
        rect = Rect(x, y, width, metrics.secondary)
        look = LIT if name == sight.section else QUIET
        pill(sheet, tools, f"panel:section:{name}", label, rect, look)
        x += width + gap
    bottom = y + metrics.secondary + page.u(32)
    strip = Rect(0, 0, sheet.width, bottom)
    sheet.picture(tools.shapes.rounded(*strip.size, 0, tools.theme.raised), strip)
    sheet.layers.insert(before, sheet.layers.pop())  # it lies under what stands on it
    top = bottom + page.u(40)
    return Rect(margin, top, page.inner, page.bottom - top)


def _name(page: Page, section: str) -> Wording:
    return page.strings.text(f"panel.section.{section}")


# What stands


def _head(page: Page, leaf: Leaf, place: Rect) -> int:
    """Title, what is said under it, and the buttons beside both, or below where they leave the title no room; answers
    the y below."""
    metrics, sheet = page.tools.metrics, page.sheet
    words, sizes = wording(page, leaf.title), (Style("heading", "light"), Style("lead", "light"))
    widths = [pill_width(page.tools, button_label(page, button)) for button in leaf.top]
    beside = place.width - sum(widths) - metrics.gap * len(widths)
    fits = page.tools.setter.length(words, sizes[-1]) <= beside
    room = beside if fits else place.width
    title = sheet.title(words, sizes, room)
    sheet.place(title, place.left, place.top - page.u(6), room)
    y = place.top - page.u(6) + title.height
    if leaf.line:
        y = sheet.write(wording(page, leaf.line), Style("facts", "regular", "ink_soft"), place.left, y, room)
    x, top = (place.left + room + metrics.gap, place.top) if fits else (place.left, y + page.u(20))
    for button, width in zip(leaf.top, widths, strict=True):
        place_button(sheet, page, button, Rect(x, top, width, metrics.target))
        x += width + metrics.gap
    return max(y, top + metrics.target if leaf.top else y) + page.u(28)


def _foot(page: Page, sight: Sight, place: Rect) -> tuple[int, tuple[Rect, Rect]]:
    """Undo, and when the last change was saved; answers the y above them and the places of the page buttons."""
    metrics, sheet = page.tools.metrics, page.sheet
    y = place.bottom - metrics.target
    label = Label(page.strings.text("panel.undo"))
    undo = Rect(place.left, y, pill_width(page.tools, label), metrics.target)
    pill(sheet, page.tools, "panel:undo", label, undo, QUIET if sight.undoable else FAINT)
    pager = page.pair(undo.right + metrics.gap, y)
    words, colour = _said(page, sight)
    if words:
        style, left = replace(_FOOT, colour=colour), pager[1].right + page.u(36)
        block = sheet.set(words, style, place.right - left, align="end")
        if metrics.tall or block.height > metrics.target:  # a line of its own, over the buttons
            block = sheet.set(words, style, place.width)
            y -= block.height + page.u(20)
            sheet.place(block, place.left, y, place.width)
        else:
            sheet.place(block, left, undo.centery - block.height // 2, place.right - left, "end")
    return y - page.u(28), pager


def _said(page: Page, sight: Sight) -> tuple[Wording | None, str]:
    """The line at the foot, and its colour: what went wrong, or when the last change was saved."""
    if sight.trouble:
        return wording(page, sight.trouble), "problem"
    if sight.saved_at is None:
        return None, ""
    same_day = sight.saved_at.date() == page.view.local(page.view.now).date()
    when = page.strings.time_of_day(sight.saved_at) if same_day else page.strings.moment(sight.saved_at)
    return page.strings.text("panel.saved", time=when.text), "ink_soft"
