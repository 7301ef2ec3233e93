"""Pills and discs that can be tapped."""

from dataclasses import dataclass

from pygame import Rect

from kiosk.exhibition.text import Wording
from kiosk.ui.icons import Icon
from kiosk.ui.metrics import Role
from kiosk.ui.scene import Target
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Look:
    """Names of the theme's colours that a button wears; ``soft`` is for the second part of its label. ``dead``: it can
    not be tapped."""

    fill: str
    line: str | None
    ink: str
    soft: str
    dead: bool = False


QUIET = Look("pill", "line", "ink", "ink_soft")
ACCENT = Look("accent", None, "on_accent", "on_accent_soft")
LIGHT = Look("disc", None, "on_disc", "on_disc")

_PADDING_U, _SPACE_U, _ICON_U = 44, 18, 30


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on a pill: a sign, words, and quieter words after them."""

    words: Wording
    icon: Icon | None = None
    after: Wording | None = None
    role: Role = "label"


def line_width(tools: Tools) -> int:
    """Of outlines, in pixels."""
    return tools.metrics.line


def pill_width(tools: Tools, label: Label) -> int:
    """How wide a pill has to be for its label, in pixels."""
    metrics = tools.metrics
    width = 2 * metrics.u(_PADDING_U) + tools.setter.length(label.words, Style(label.role, "medium"))
    if label.icon:
        width += metrics.u(_ICON_U + _SPACE_U)
    if label.after:
        width += metrics.u(_SPACE_U) + tools.setter.length(label.after, Style(label.role))
    return max(width, metrics.target)


def pill(sheet: Sheet, tools: Tools, name: str, label: Label, rect: Rect, look: Look = QUIET) -> None:
    """A pill that fills ``rect`` (counted from the starting side), its label in the middle."""
    theme, metrics = tools.theme, tools.metrics
    line = theme.colour(look.line) if look.line else None
    sheet.picture(tools.shapes.pill(*rect.size, theme.colour(look.fill), line, line_width(tools)), rect)
    if not look.dead:
        sheet.target(Target(name, rect, radius=rect.height // 2))
    words = sheet.set(label.words, Style(label.role, "medium", look.ink), max_lines=1)
    after = sheet.set(label.after, Style(label.role, "regular", look.soft), max_lines=1) if label.after else None
    icon, space = metrics.u(_ICON_U), metrics.u(_SPACE_U)
    width = words.width + (icon + space if label.icon else 0) + (space + after.width if after else 0)
    x = rect.left + (rect.width - width) // 2
    if label.icon:
        picture = tools.icons.icon(label.icon, icon, theme.colour(look.ink), sheet.direction)
        sheet.picture(picture, Rect(x, rect.centery - icon // 2, icon, icon))
        x += icon + space
    sheet.place(words, x, rect.centery - words.height // 2)
    if after:
        sheet.place(after, x + words.width + space, rect.centery - after.height // 2)


def disc(
    sheet: Sheet, tools: Tools, name: str, icon: Icon, rect: Rect, look: Look = QUIET, *, share: float = 0.42
) -> None:
    """A round button with a sign in the middle of ``rect`` (counted from the starting side), ``share`` as large."""
    theme = tools.theme
    line = theme.colour(look.line) if look.line else None
    sheet.picture(tools.shapes.disc(rect.width, theme.colour(look.fill), line, line_width(tools)), rect)
    if not look.dead:
        sheet.target(Target(name, rect, radius=rect.height // 2))
    size = round(rect.height * share)
    picture = tools.icons.icon(icon, size, theme.colour(look.ink), sheet.direction)
    sheet.picture(picture, Rect(rect.centerx - size // 2, rect.centery - size // 2, size, size))
