"""The button to the other languages: each name in its own language, so that those who need it can read it."""

from collections.abc import Sequence

from pygame import Rect

from kiosk.exhibition.text import Wording
from kiosk.ui.scene import Target
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import Label, line_width, pill, pill_width
from kiosk.ui.widgets.sheet import Sheet

NAME = Style("label", "medium")
_DOT = Style("label", colour="ink_soft")
_PADDING_U, _SPACE_U, _ICON_U = 40, 16, 34
_WIDE_SHARE, _TALL_SHARE = 0.3, 0.5
"""Of the screen's width: what the names on the button may take. Those that do not fit are in the menu all the same."""


def language_name(tools: Tools, language: str) -> Wording:
    """What a language calls itself."""
    return tools.strings[language].language_name(language)


def language_button_width(tools: Tools, view: View) -> int:
    """Pixels; 0 where there is one language only. The same in every language: it does not jump under the finger."""
    languages = view.exhibition.languages
    if not view.other_languages:
        return 0
    if view.next_language is not None:
        return max(pill_width(tools, Label(language_name(tools, each))) for each in languages)
    named = _named(tools, languages)
    return max(_width(tools, _others(languages, each)[:named], more=named < len(languages) - 1) for each in languages)


def place_language_button(sheet: Sheet, tools: Tools, view: View, rect: Rect) -> None:
    """The other language's name; where there are several, a globe and as many names as fit."""
    if view.next_language is not None:
        pill(sheet, tools, "language", Label(language_name(tools, view.next_language)), rect)
        return
    theme, metrics = tools.theme, tools.metrics
    sheet.picture(tools.shapes.pill(*rect.size, theme.pill, theme.line, line_width(tools)), rect)
    sheet.target(Target("language", rect, radius=rect.height // 2))
    shown = view.other_languages[: _named(tools, view.exhibition.languages)]
    more = len(shown) < len(view.other_languages)
    icon, space = metrics.u(_ICON_U), metrics.u(_SPACE_U)
    x = rect.left + (rect.width - _width(tools, shown, more=more)) // 2 + metrics.u(_PADDING_U)
    picture = tools.icons.icon("globe", icon, theme.ink)
    sheet.picture(picture, Rect(x, rect.centery - icon // 2, icon, icon))
    x += icon + space
    for number, language in enumerate(shown):
        if number:
            x = _ornament(sheet, "·", x + space // 2, rect) + space // 2
        block = sheet.set(language_name(tools, language), NAME)
        sheet.place(block, x, rect.centery - block.height // 2)
        x += block.width
    if more:
        _ornament(sheet, "…", x + space // 2, rect)


def _others(languages: Sequence[str], language: str) -> list[str]:
    return [each for each in languages if each != language]


def _named(tools: Tools, languages: Sequence[str]) -> int:
    """How many names fit on the button, whichever of the languages is being read."""
    metrics = tools.metrics
    room = metrics.width * (_TALL_SHARE if metrics.tall else _WIDE_SHARE)
    for number in range(len(languages) - 1, 1, -1):
        more = number < len(languages) - 1
        if all(_width(tools, _others(languages, each)[:number], more=more) <= room for each in languages):
            return number
    return 1


def _width(tools: Tools, languages: Sequence[str], *, more: bool) -> int:
    metrics, setter = tools.metrics, tools.setter
    space = metrics.u(_SPACE_U)
    dots = (len(languages) - 1) * (setter.length(Wording("·", "en"), _DOT) + 2 * (space // 2))
    rest = setter.length(Wording("…", "en"), _DOT) + space // 2 if more else 0
    names = sum(setter.length(language_name(tools, each), NAME) for each in languages)
    return 2 * metrics.u(_PADDING_U) + metrics.u(_ICON_U) + space + names + dots + rest


def _ornament(sheet: Sheet, sign: str, x: int, rect: Rect) -> int:
    """A sign between names; answers the x after it."""
    block = sheet.set(Wording(sign, "en"), _DOT)
    sheet.ornament(block, x, rect.centery - block.height // 2)
    return x + block.width
