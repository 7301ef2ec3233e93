"""A film's QR code on a light card, with a word of what it leads to."""

import re
from dataclasses import dataclass

from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.exhibition.text import Wording
from kiosk.ui.metrics import Metrics
from kiosk.ui.qr import QUIET, CodeTooLongError, code_modules
from kiosk.ui.screens.page import Page
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style, Theme
from kiosk.ui.tile import TextRecord
from kiosk.ui.widgets.sheet import Sheet

CODE_MM = 30.0
"""Least edge of a code without its quiet zone: about a tenth of the distance from which a phone reads it."""

_CODE_U, _LEAST_WORDS_U = 132, 208
_CORNER_U, _SPACE_U, _BESIDE_U = 6, 10, 28
_ZERO_WIDTH_SPACE = "\u200b"


@dataclass(frozen=True, slots=True)
class Code:
    """A card and its words, below it or ``beside`` it. ``width`` and ``height``: pixels of both together."""

    link: str
    card: Surface
    words: tuple[TextBlock, ...]
    beside: bool
    width: int
    height: int


def film_code(page: Page, film: Film, *, beside: bool) -> Code | None:
    """The code of the film's link; None where there is no link, or it is too long for a code."""
    if film.link is None:
        return None
    try:
        modules = code_modules(film.link)
    except CodeTooLongError:
        return None
    metrics = page.tools.metrics
    card = _card(modules, module_size(metrics, len(modules)), page.tools.theme)
    card = page.tools.shapes.round_corners(card, page.u(_CORNER_U))
    edge = card.get_width()
    room = page.inner - edge - page.u(_BESIDE_U) if beside else max(edge, page.u(_LEAST_WORDS_U))
    host = Wording(_host(film.link), "en")
    words = (
        page.sheet.set(page.strings.text("code.caption"), Style("small", "medium"), room),
        page.sheet.set(host, Style("small", "regular", "ink_soft"), room),
    )
    widest, high = max(each.width for each in words), sum(each.height for each in words)
    if beside:
        return Code(film.link, card, words, True, edge + page.u(_BESIDE_U) + widest, max(edge, high))
    return Code(film.link, card, words, False, max(edge, widest), edge + page.u(_SPACE_U) + high)


def place_code(page: Page, sheet: Sheet, code: Code, x: int, y: int) -> int:
    """Place a card and its words from ``x`` (counted from the starting side) and ``y`` on; answers the y below."""
    edge = code.card.get_width()
    at = Rect(x, y, edge, edge)
    sheet.picture(code.card, at)
    sheet.texts.append(TextRecord(code.link, "", sheet.physical(at)))
    high = sum(each.height for each in code.words)
    left = at.right + page.u(_BESIDE_U) if code.beside else x
    down = at.top + (edge - high) // 2 if code.beside else at.bottom + page.u(_SPACE_U)
    for words in code.words:
        sheet.place(words, left, down, code.width - (left - x))
        down += words.height
    return y + code.height


def module_size(metrics: Metrics, modules: int) -> int:
    """Whole pixels of a module's edge, so that every one is sharp and as large as the others."""
    edge = max(metrics.mm(CODE_MM), metrics.u(_CODE_U))
    return -(-edge // modules)


def _card(modules: tuple[tuple[bool, ...], ...], size: int, theme: Theme) -> Surface:
    """Dark modules on a light ground with the quiet zone around them."""
    edge = (len(modules) + 2 * QUIET) * size
    card = Surface((edge, edge), 0, 32)
    card.fill(theme.disc[:3])
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                card.fill(theme.on_disc[:3], ((column + QUIET) * size, (row + QUIET) * size, size, size))
    return card


def _host(link: str) -> str:
    """Whose page it is; a long name may go on in the next line after a dot."""
    host = re.split("[/?#]", link.partition("://")[2])[0].rpartition("@")[2].removeprefix("www.")
    return host.replace(".", f".{_ZERO_WIDTH_SPACE}")
