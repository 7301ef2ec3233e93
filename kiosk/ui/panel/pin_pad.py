"""The pad on which the PIN is typed: twelve keys that stand as on a telephone, in every language."""

from dataclasses import dataclass
from typing import Final

from pygame import Rect, Surface

from kiosk.exhibition.text import Wording
from kiosk.panel.panel import Pad
from kiosk.panel.sight import Sight
from kiosk.ui.icons import Icon
from kiosk.ui.panel.looks import FAINT
from kiosk.ui.scene import Scene, Target
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import ACCENT, QUIET, Look, disc, line_width
from kiosk.ui.widgets.language_button import place_language_button
from kiosk.ui.widgets.sheet import Sheet

_KEYS: Final = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"), ("delete", "0", "done"))
_SIGNS: Final[dict[str, Icon]] = {"delete": "back", "done": "check"}
_DOT_U, _DOTS_APART_U, _GAP_U, _KEY_U = 18, 18, 28, 116
_NOTHING: Final = Sight(Pad())


def build(view: View, tools: Tools) -> Scene:
    """Nothing on it tells what is behind it."""
    page, sight = Page.of(view, tools), view.panel or _NOTHING
    ground = Surface(tools.size, 0, 32)
    ground.fill(tools.theme.ground[:3])
    _corner(page)
    keys = Sheet(tools.setter, tools.metrics.width, "ltr")
    if sight.pad is not None:
        _pad(page, keys, sight, sight.pad)
    return Scene(
        "pin-pad",
        ground=ground,
        layers=(*page.sheet.layers, *keys.layers),
        targets=(*page.sheet.targets, *keys.targets),
        texts=(*page.sheet.texts, *keys.texts),
    )


def _corner(page: Page) -> None:
    """The other language where it always is, and the way out beside it."""
    language, close = page.corner_places()
    if language.width:
        place_language_button(page.sheet, page.tools, page.view, language)
    disc(page.sheet, page.tools, "panel:close", "close", close)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where things are: ``key`` is a key's edge, ``left`` and ``top`` those of the first one."""

    key: int
    gap: int
    left: int
    top: int


def _plan(page: Page, above: int) -> _Plan:
    """Words over keys in the middle of the screen; both smaller where it is too low for them."""
    metrics = page.tools.metrics
    gap = max(metrics.gap, page.u(_GAP_U))
    room = metrics.height - above - 2 * page.u(48) - 3 * gap
    key = min(max(metrics.target, page.u(_KEY_U)), room // 4)
    height = above + 4 * key + 3 * gap
    left = (metrics.width - 3 * key - 2 * gap) // 2
    return _Plan(key, gap, left, (metrics.height - height) // 2 + above)


def _pad(page: Page, keys: Sheet, sight: Sight, pad: Pad) -> None:
    sheet, margin = page.sheet, page.tools.metrics.margin
    title = sheet.set(page.strings.text("panel.title"), Style("question", "light"), page.inner, align="center")
    words, wrong = _said(page, sight, pad)
    said = sheet.set(words, Style("facts", "regular", "problem" if wrong else "ink_soft"), page.inner, align="center")
    dots = page.u(_DOT_U)
    plan = _plan(page, title.height + said.height + dots + 2 * page.u(36))
    y = plan.top - page.u(36) - dots
    _dots(page, keys, len(pad.typed), y)
    y -= page.u(36) + said.height
    sheet.place(said, margin, y, page.inner, "center")
    sheet.place(title, margin, y - title.height, page.inner, "center")
    closed = pad.checking or bool(sight.locked)
    for row, names in enumerate(_KEYS):
        for column, name in enumerate(names):
            rect = Rect(0, 0, plan.key, plan.key)
            rect.topleft = plan.left + column * (plan.key + plan.gap), plan.top + row * (plan.key + plan.gap)
            faint = closed or (name == "done" and not sight.ready) or (name == "delete" and not pad.typed)
            _key(page, keys, name, rect, FAINT if faint else ACCENT if name == "done" else QUIET)


def _said(page: Page, sight: Sight, pad: Pad) -> tuple[Wording, bool]:
    """What is said over the keys, and whether something is wrong."""
    strings = page.strings
    if sight.locked:
        minutes = strings.count("minutes", sight.locked).text
        return strings.text("panel.pin.locked", minutes=minutes), True
    if pad.checking:
        return strings.text("panel.pin.checking"), False
    return (strings.text("panel.pin.wrong"), True) if pad.wrong else (strings.text("panel.pin.ask"), False)


def _dots(page: Page, keys: Sheet, typed: int, y: int) -> None:
    """One for every digit, so that somebody behind the installer reads nothing."""
    size, apart, theme = page.u(_DOT_U), page.u(_DOTS_APART_U), page.tools.theme
    left = (keys.width - typed * size - max(0, typed - 1) * apart) // 2
    dot = page.tools.shapes.disc(size, theme.accent_ink)
    for number in range(typed):
        keys.picture(dot, Rect(left + number * (size + apart), y, size, size))


def _key(page: Page, keys: Sheet, name: str, rect: Rect, look: Look) -> None:
    tools = page.tools
    if name in _SIGNS:
        disc(keys, tools, f"pin:{name}", _SIGNS[name], rect, look)
    else:
        fill, line = tools.theme.colour(look.fill), tools.theme.colour(look.line or "line")
        keys.picture(tools.shapes.disc(rect.width, fill, line, line_width(tools)), rect)
        if not look.dead:
            keys.target(Target(f"pin:{name}", rect, radius=rect.height // 2))
        digit = Wording(page.strings.number(int(name)), page.view.language)
        block = keys.set(digit, Style("heading", "regular", look.ink))
        keys.place(block, rect.centerx - block.width // 2, rect.centery - block.height // 2)
