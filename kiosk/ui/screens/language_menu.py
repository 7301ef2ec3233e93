"""The menu of languages, over whatever was on the screen. It opens out of the language button's corner."""

from collections.abc import Sequence

from pygame import Rect

from kiosk.ui.scene import Scene, Target
from kiosk.ui.screens.page import Page
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import line_width
from kiosk.ui.widgets.language_button import NAME, language_name

_PADDING_U, _INNER_U, _MARK_U = 28, 40, 34
_LEAST_ROW_U = 300


def build(view: View, tools: Tools) -> Scene:
    """Every language's own name in its own script, a row each, the one that is read marked. Beside it: close."""
    page = Page.of(view, tools)
    sheet, metrics = page.sheet, tools.metrics
    languages = view.exhibition.languages
    whole = Rect(0, 0, metrics.width, metrics.height)
    sheet.target(Target("language-close", whole, shape=Rect(0, 0, 0, 0)))
    panel, rows = _places(page, languages)
    radius = metrics.target // 2 + page.u(_PADDING_U)
    line, theme = line_width(tools), tools.theme
    sheet.picture(tools.shapes.rounded(*panel.size, radius, theme.raised, theme.line, line), panel)
    sheet.target(Target("language-panel", panel, shape=Rect(0, 0, 0, 0)))
    for language, row in zip(languages, rows, strict=True):
        _row(page, language, row)
    return Scene(
        "languages",
        layers=tuple(sheet.layers),
        targets=tuple(sheet.targets),
        texts=tuple(sheet.texts),
        dims=True,
    )


def _places(page: Page, languages: Sequence[str]) -> tuple[Rect, list[Rect]]:
    """The panel and its rows; in as many columns as it takes for all of them to be on the glass."""
    metrics, button = page.tools.metrics, page.corner_places()[0]
    padding, pitch = page.u(_PADDING_U), metrics.target + metrics.gap
    room = metrics.height - 2 * page.top - 2 * padding + metrics.gap
    most = max(1, room // pitch)
    columns = -(-len(languages) // most)
    deep = -(-len(languages) // columns)
    widest = max(page.tools.setter.length(language_name(page.tools, each), NAME) for each in languages)
    mark = page.u(_MARK_U) + page.u(_INNER_U)
    width = max(page.u(_LEAST_ROW_U), button.width - 2 * padding, widest + 2 * page.u(_INNER_U) + mark)
    size = (
        columns * width + (columns - 1) * metrics.gap + 2 * padding,
        deep * pitch - metrics.gap + 2 * padding,
    )
    panel = Rect((0, 0), size)
    panel.left = button.left if button.left <= metrics.margin else button.right - panel.width
    panel.top = button.bottom - panel.height if metrics.tall else button.top
    rows = [
        Rect(
            panel.left + padding + (number // deep) * (width + metrics.gap),
            panel.top + padding + (number % deep) * pitch,
            width,
            metrics.target,
        )
        for number in range(len(languages))
    ]
    return panel, rows


def _row(page: Page, language: str, row: Rect) -> None:
    tools, sheet = page.tools, page.sheet
    chosen = language == page.view.language
    theme, inner, mark = tools.theme, page.u(_INNER_U), page.u(_MARK_U)
    if chosen:
        sheet.picture(tools.shapes.pill(*row.size, theme.pressed), row)
        icon = tools.icons.icon("check", mark, theme.accent_ink)
        sheet.picture(icon, Rect(row.right - inner - mark, row.centery - mark // 2, mark, mark))
    sheet.target(Target(f"language:{language}", row, radius=row.height // 2))
    block = sheet.set(language_name(tools, language), NAME, max_lines=1)
    sheet.place(block, row.left + inner, row.centery - block.height // 2)
