"""A quiet screen where there is nothing to show."""

from collections.abc import Sequence

from pygame import Surface

from kiosk.ui.scene import Scene
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View


def build(view: View, tools: Tools) -> Scene:
    """The exhibition's title and a kind word, in both languages."""
    return quiet(view, tools, "closed", ("closed.resting", "closed.back_soon"))


def quiet(view: View, tools: Tools, name: str, keys: Sequence[str]) -> Scene:
    """The exhibition's title and a few sentences of the interface, in both languages, on the plain ground."""
    page = Page.of(view, tools)
    sheet, metrics, title = page.sheet, tools.metrics, view.exhibition.title
    ground = Surface(tools.size, 0, 32)
    ground.fill(tools.theme.ground[:3])
    languages = [view.language, *([view.second_language] if view.second_language else [])]
    words = [(each, Style("heading", "light"), 8) for each in (page.first(title), page.second(title)) if each]
    for language in languages:
        strings = tools.strings[language]
        said = strings.joined([strings.text(key) for key in keys], " ")
        words.append((said, Style("lead", "regular", "ink_soft"), 4))
    blocks = [(sheet.set(each, style, page.inner, align="center"), after) for each, style, after in words]
    y = (metrics.height - sum(block.height + page.u(after) for block, after in blocks)) // 2 - page.u(20)
    for number, (block, after) in enumerate(blocks):
        if number == len(blocks) - len(languages):
            y += page.u(40)
        sheet.place(block, metrics.margin, y, page.inner, "center")
        y += block.height + page.u(after)
    return Scene(name, ground=ground, layers=tuple(sheet.layers), texts=tuple(sheet.texts))
