"""The question whether somebody is still there, over whatever was on the screen."""

from pygame import Rect

from kiosk.exhibition.text import Wording
from kiosk.ui.scene import Layer, Scene
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import ACCENT, Label, pill, pill_width
from kiosk.ui.widgets.countdown import Countdown
from kiosk.ui.widgets.still_apart import plain_ground

_RING_U, _LINE_U, _BUTTON_HEIGHT_U, _BUTTON_U = 208, 8, 128, 500


def build(view: View, tools: Tools) -> Scene:
    """A ring that runs out, the question in both languages, one button."""
    page = Page.of(view, tools)
    sheet, metrics = page.sheet, tools.metrics
    languages = [view.language, *([view.second_language] if view.second_language else [])]
    style = Style("question", "light")
    questions = [
        sheet.set(tools.strings[each].text("asking.question"), style, page.inner, align="center") for each in languages
    ]
    size = page.u(_RING_U)
    button_height = max(metrics.target, page.u(_BUTTON_HEIGHT_U))
    height = size + page.u(56) + sum(each.height for each in questions) + page.u(56) + button_height
    y = max(page.u(24), (metrics.height - height) // 2)
    countdown = Countdown(tools, page.strings, (metrics.width // 2, y + size // 2), size, max(3, page.u(_LINE_U)))
    y += size + page.u(56)
    for block in questions:
        sheet.place(block, metrics.margin, y, page.inner, "center")
        y += block.height
    label = Label(_both(page, languages), role="prompt")
    width = min(page.inner, max(page.u(_BUTTON_U), pill_width(tools, label) + page.u(40)))
    rect = Rect((metrics.width - width) // 2, y + page.u(56), width, button_height)
    pill(sheet, tools, "keep-going", label, rect, ACCENT)
    # Out of focus is not dark enough for a visitor who asked for high contrast.
    ground = [Layer(plain_ground(page), (0, 0))] if tools.comfort.high_contrast else []
    return Scene(
        "still-there",
        layers=(*ground, *sheet.layers),
        live=(countdown,),
        targets=tuple(sheet.targets),
        texts=tuple(sheet.texts),
        dims=True,
    )


def _both(page: Page, languages: list[str]) -> Wording:
    """ "Keep going · متابعة"."""
    return page.strings.joined([page.tools.strings[each].text("asking.stay") for each in languages])
