"""The panel of the captions: off, each language that is offered, two at once, and three sizes."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from kiosk.exhibition.text import Wording
from kiosk.ui.metrics import Role
from kiosk.ui.scene import Target
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import faded
from kiosk.ui.widgets.buttons import LIGHT, QUIET, Label, Look, line_width, pill, pill_width
from kiosk.visit.captions import CAPTION_SIZES, CaptionSize

PANEL = "captions-panel"
"""Between its buttons the panel takes taps and does nothing: a finger that misses one does not close it."""

_LETTER_ROLES: dict[CaptionSize, Role] = {"small": "facts", "medium": "prompt", "large": "title_other"}
_PAD_U, _APART_U, _RADIUS_U = 22, 40, 28
_SOLID = 0.92


@dataclass(frozen=True, slots=True)
class _Button:
    name: str
    label: Label
    width: int
    chosen: bool

    @property
    def look(self) -> Look:
        return LIGHT if self.chosen else QUIET


def place_caption_panel(page: Page, bottom: int) -> None:
    """Place the panel at the end of the line, its lower edge at ``bottom``."""
    metrics, sheet = page.tools.metrics, page.sheet
    pad, gap, height = page.u(_PAD_U), metrics.gap, metrics.secondary
    rows = _rows(page, page.inner - 2 * pad)
    width = max(_width(page, row) for row in rows) + 2 * pad
    whole = Rect(0, 0, width, len(rows) * (height + gap) - gap + 2 * pad)
    whole.bottomright = sheet.width - metrics.margin, bottom
    theme, line = page.tools.theme, line_width(page.tools)
    ground = page.tools.shapes.rounded(*whole.size, page.u(_RADIUS_U), faded(theme.raised, _SOLID), theme.line, line)
    sheet.picture(ground, whole)
    sheet.target(Target(PANEL, whole, shape=Rect(0, 0, 0, 0)))
    y = whole.top + pad
    for row in rows:
        x = whole.left + pad
        for group in row:
            for button in group:
                rect = Rect(x, y, button.width, height)
                pill(sheet, page.tools, button.name, button.label, rect, button.look)
                x = rect.right + gap
            x += page.u(_APART_U) - gap
        y += height + gap


_Row = list[list[_Button]]
"""Groups of buttons on one line, a little apart from each other."""


def _rows(page: Page, room: int) -> list[_Row]:
    """All on one line if there is room; else the sizes below the languages, and these on as many as they take."""
    languages, sizes = _languages(page), _sizes(page)
    together = [languages, sizes]
    if _width(page, together) <= room:
        return [together]
    lines: list[list[_Button]] = [[]]
    for button in languages:
        if lines[-1] and _width(page, [[*lines[-1], button]]) > room:
            lines.append([])
        lines[-1].append(button)
    return [*([line] for line in lines), [sizes]]


def _width(page: Page, row: _Row) -> int:
    gap, apart = page.tools.metrics.gap, page.u(_APART_U)
    groups = [sum(button.width for button in group) + gap * (len(group) - 1) for group in row]
    return sum(groups) + apart * (len(groups) - 1)


def _languages(page: Page) -> list[_Button]:
    """Off, each language under its own name, and both."""
    strings, choice, shown = page.strings, page.view.visit.captions, page.view.caption_languages
    buttons = [_button(page, "captions-off", strings.text("captions.off"), chosen=not choice.on)]
    for each in page.view.tracks:
        name = strings.language_name(each)
        buttons.append(_button(page, f"captions:{each}", name, chosen=shown == (each,)))
    if len(page.view.tracks) > 1:
        buttons.append(_button(page, "captions-both", strings.text("captions.both"), chosen=len(shown) > 1))
    return buttons


def _sizes(page: Page) -> list[_Button]:
    letter, now = page.strings.text("captions.letter"), page.view.visit.captions.size
    roles: Sequence[tuple[CaptionSize, Role]] = [(size, _LETTER_ROLES[size]) for size in CAPTION_SIZES]
    edge = page.tools.metrics.secondary
    return [_Button(f"caption-size:{size}", Label(letter, role=role), edge, size == now) for size, role in roles]


def _button(page: Page, name: str, words: Wording, *, chosen: bool) -> _Button:
    label = Label(words)
    return _Button(name, label, pill_width(page.tools, label), chosen)


def caption_label(page: Page) -> Label | None:
    """What the captions are now, for the button that opens the panel; None for a film that offers none."""
    strings, shown = page.strings, page.view.caption_languages
    if not page.view.tracks:
        return None
    if not shown:
        return Label(strings.text("captions.chosen", language=strings.text("captions.off").text))
    name = strings.text("captions.both") if len(shown) > 1 else strings.language_name(shown[0])
    return Label(strings.text("captions.chosen", language=strings.within(name)))
