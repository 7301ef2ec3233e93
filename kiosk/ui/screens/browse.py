"""The cards of all films."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from pygame import Rect, Surface

from kiosk.ui.metrics import Metrics
from kiosk.ui.scene import Scene, ScrollArea
from kiosk.ui.screens.keys import lengths
from kiosk.ui.screens.page import Page
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.card import ABOVE_TEXT_U, GLOW_U, Card, blank_card, card, card_text
from kiosk.ui.widgets.cards import Grid, beginning_with
from kiosk.ui.widgets.longest import longest
from kiosk.ui.widgets.sheet import Sheet

_FLATTEST, _SHAPE = 2.35, 16 / 9
_WIDEST_CARD_U = 900
_PEEK_U = 64
"""How much of the next row is seen where there is one, so that visitors know of it."""
_FIRST = 24
"""Cards whose stills are prepared at once: those of two screens."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a screen of cards is divided. ``paged``: places of the page buttons, None where all cards fit."""

    header: "Header"
    area: Rect
    grid: Grid
    paged: tuple[Rect, Rect] | None


def _plan(page: Page, language: Rect) -> Plan:
    films = len(page.view.exhibition.playlist.films)
    header = _header(page, (language,))
    area = _area(page, language, header.bottom)
    grid = _grid(page, area.height, peek=0)
    if grid.length(films) <= area.height:
        if films <= grid.columns:
            area.top += (area.height - grid.length(films)) // 3  # a single row stands a little above the middle
        return Plan(header, area, grid, None)
    paged = _page_places(page, language)
    header = _header(page, (language, *paged))
    area = _area(page, language, header.bottom, moves=True)
    return Plan(header, area, _grid(page, area.height, peek=page.u(_PEEK_U)), paged)


def build(view: View, tools: Tools) -> Scene:
    """Six cards to a screen; more scroll, and can be paged."""
    page = Page.of(view, tools)
    films = view.exhibition.playlist.films
    plan = _plan(page, page.language_button())
    area, grid, moves = plan.area, plan.grid, plan.paged is not None
    plan.header.place(page.sheet)
    limits = view.limits
    cards = {
        film.id: card(page, film, grid.place(number), grid.still_height, lengths(view, film, limits))
        for number, film in enumerate(films)
    }
    for film in films[:_FIRST]:
        tools.stills.prefetch(film.still, (grid.card[0], grid.still_height))
    scroll = ScrollArea(
        area,
        grid.length(len(films)) + (page.u(24) if moves else 0),
        buttons=page.page_buttons(plan.paged) if plan.paged else (),
        snaps=grid.snaps(len(films)) if moves else (),
        fade=page.u(40) if moves else 0,
        blank=blank_card(page, grid.card, grid.still_height) if moves else None,
    )
    return beginning_with(None, _scene(page, scroll), cards, partial(_anew, tools, grid))


def _anew(tools: Tools, grid: Grid, view: View, cards: Mapping[str, Card]) -> dict[str, Card]:
    """The cards that say something else in this view: lengths that are known by now, and what there is time for."""
    page, limits = Page.of(view, tools), view.limits
    fresh: dict[str, Card] = {}
    for number, film in enumerate(view.exhibition.playlist.films):
        before, says = cards[film.id], lengths(view, film, limits)
        if says != before.says:
            made = card(page, film, grid.place(number), grid.still_height, says)
            fresh[film.id] = replace(made, tile=made.tile.following(before.tile))
    return fresh


def _scene(page: Page, scroll: ScrollArea) -> Scene:
    ground = Surface(page.tools.size, 0, 32)
    ground.fill(page.tools.theme.ground[:3])
    return Scene(
        "browse",
        ground=ground,
        layers=tuple(page.sheet.layers),
        targets=tuple(page.sheet.targets),
        texts=tuple(page.sheet.texts),
        scroll=scroll,
    )


@dataclass(frozen=True, slots=True)
class Header:
    """The exhibition's title, how many films there are, and its notice."""

    blocks: tuple[TextBlock, ...]
    left: int
    room: int
    y: int

    @property
    def bottom(self) -> int:
        return self.y + sum(each.height for each in self.blocks)

    def place(self, sheet: Sheet) -> None:
        y = self.y
        for block in self.blocks:
            sheet.place(block, self.left, y, self.room)
            y += block.height


def _header(page: Page, taken: tuple[Rect, ...]) -> Header:
    """Set the header beside the buttons that take their place on the same line of a wide screen."""
    sheet, metrics, exhibition = page.sheet, page.tools.metrics, page.view.exhibition
    left, right = metrics.margin, sheet.width - metrics.margin
    buttons = [] if metrics.tall else [each for each in taken if each.width]
    left = max([each.right + page.u(40) for each in buttons if each.centerx < sheet.width / 2], default=left)
    right = min([each.left - page.u(40) for each in buttons if each.centerx > sheet.width / 2], default=right)
    room = right - left
    title = sheet.title(page.first(exhibition.title), (Style("heading", "light"), Style("lead", "light")), room)
    count = page.strings.count("films", len(exhibition.playlist.films))
    notice = page.first(exhibition.notice) if exhibition.notice else None
    facts = sheet.set(page.strings.joined([count, notice]), Style("facts", "regular", "ink_soft"), room)
    height = title.height + facts.height
    y = page.u(100) if metrics.tall else max(page.u(30), taken[0].centery - height // 2)
    return Header((title, facts), left, room, y)


def _area(page: Page, language: Rect, below: int, *, moves: bool = False) -> Rect:
    """The place for the cards: what the header leaves."""
    metrics = page.tools.metrics
    if not metrics.tall:
        below = max(below, language.bottom)
    top = below + page.u(44 if metrics.tall else 30) - page.u(GLOW_U)
    bottom = metrics.height - (0 if moves else page.u(20))
    if metrics.tall:
        bottom = language.top - page.u(32)
    top = max(top, metrics.reach_top - page.u(GLOW_U))
    return Rect(0, top, metrics.width, max(1, bottom - top))


def _grid(page: Page, height: int, *, peek: int) -> Grid:
    """Columns for the shape of the screen; stills as high as the rows allow once the words have their place."""
    metrics, films = page.tools.metrics, page.view.exhibition.playlist.films
    columns, rows = _columns(metrics, len(films))
    gap = page.u(28 if metrics.tall else 36)
    inner = metrics.width - 2 * metrics.margin
    width = min((inner - (columns - 1) * gap) // columns, page.u(_WIDEST_CARD_U))
    words = max((card_text(page, film, width).height for film in longest(page, films)), default=0)
    above = page.u(ABOVE_TEXT_U)
    head = page.u(GLOW_U)
    rows = min(rows, math.ceil(len(films) / columns)) or 1
    space = page.u(36)
    row = (height - 2 * head - (rows - 1) * space - peek) // rows
    still = round(min(max(row - words - above, width / _FLATTEST), width / _SHAPE))
    card_height = still + above + words
    left = metrics.margin + (inner - columns * width - (columns - 1) * gap) // 2
    return Grid(left, head, columns, (width, card_height), still, width + gap, card_height + space)


def _columns(metrics: Metrics, films: int) -> tuple[int, int]:
    """Columns, and rows that shall be seen at once."""
    if metrics.tall:
        return (2, 3) if films > 1 else (1, 1)
    wide = 4 if metrics.width / metrics.height > 2.1 else 3
    return max(1, min(wide, films)), 2


def _page_places(page: Page, language: Rect) -> tuple[Rect, Rect]:
    """Where the page buttons are: beside the language button, or at the other end of a tall screen's lower edge."""
    metrics, width = page.tools.metrics, page.sheet.width
    target, gap = metrics.target, metrics.gap
    if metrics.tall:
        at_end = language.centerx < width / 2
        left = width - metrics.margin - 2 * target - gap if at_end else metrics.margin
    elif language.width and language.centerx > width / 2:
        left = language.left - page.u(36) - 2 * target - gap
    else:
        left = width - metrics.margin - 2 * target - gap
    return Rect(left, language.top, target, target), Rect(left + target + gap, language.top, target, target)
