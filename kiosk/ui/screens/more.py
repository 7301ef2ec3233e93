"""Read more: the long text, the director's note, awards, screenings and the other excerpts, to read in peace."""

from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.exhibition.text import Wording
from kiosk.ui.scene import Scene
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.column import Column, reading_width
from kiosk.ui.widgets.excerpts import excerpt_rows
from kiosk.ui.widgets.remarks import screening_line

HEADING = Style("lead", "medium")
_SIDE_SHARE = 0.36


def build(view: View, tools: Tools) -> Scene:
    """The text page of ``view.film``."""
    film = view.film
    assert film is not None
    page = Page.of(view, tools)
    language = page.language_button()
    back = page.back_button(language)
    lay_out = _tall if tools.metrics.tall else _wide
    column, top, bottom, pager = lay_out(page, film, back, language)
    _text(column, film)
    area = column.area(top, bottom, page.page_buttons(pager))
    return Scene(
        "more",
        ground=mood(page, film),
        layers=tuple(page.sheet.layers),
        targets=tuple(page.sheet.targets),
        texts=tuple(page.sheet.texts),
        scroll=area,
    )


def _wide(page: Page, film: Film, back: Rect, language: Rect) -> tuple[Column, int, int, tuple[Rect, Rect]]:
    """Titles beside the text, page buttons under them."""
    metrics = page.tools.metrics
    side = round(page.inner * _SIDE_SHARE) - page.u(72)
    left = metrics.margin + round(page.inner * _SIDE_SHARE)
    width = min(reading_width(page), page.sheet.width - metrics.margin - left)
    below = _titles(page, film, metrics.margin, back.bottom + page.u(44), side)
    pager = page.pair(metrics.margin, page.bottom - metrics.target)
    _small_still(page, film, Rect(metrics.margin, below + page.u(36), side, pager[0].top - below - page.u(80)))
    return Column(page, left, width), language.bottom + page.u(44), page.bottom, pager


def _tall(page: Page, film: Film, back: Rect, language: Rect) -> tuple[Column, int, int, tuple[Rect, Rect]]:
    """Titles over the text."""
    metrics = page.tools.metrics
    below = _titles(page, film, metrics.margin, page.u(96), page.inner)
    pager = page.pair(back.right + page.u(36), back.top)
    return Column(page, metrics.margin, reading_width(page)), below + page.u(44), language.top - page.u(44), pager


def _small_still(page: Page, film: Film, room: Rect) -> None:
    """The still in what the titles leave free, if that is enough to see something."""
    width = min(room.width, page.u(480))
    height = min(round(width * 9 / 16), room.height)
    if film.still is None or height < page.u(150):
        return
    still = page.tools.stills.cover(film.still, (width, height))
    if still is not None:
        rect = Rect(room.left, room.top, width, height)
        page.sheet.picture(page.tools.shapes.round_corners(still, page.u(6)), rect)


def _titles(page: Page, film: Film, x: int, y: int, width: int) -> int:
    """Both titles and the facts, small; answers the y below."""
    sheet = page.sheet
    facts = Style("small", "regular", "ink_soft")
    y = sheet.write(page.first(film.title), Style("heading", "light"), x, y, width, max_lines=4, shrink_to=0.7)
    if other := page.second(film.title):
        y = sheet.write(other, Style("prompt", "light", "ink_soft"), x, y + page.u(4), width, max_lines=3)
    y += page.u(20)
    parts = (page.first(film.director), page.when(film, short=False), page.first(film.countries))
    for part in parts:
        if part:
            y = sheet.write(part, facts, x, y, width, max_lines=3)
    return y


def _text(column: Column, film: Film) -> None:
    """Everything there is to read, under headings; the first text needs none."""
    page, strings = column.page, column.page.strings
    body = Style("body")
    column.write(page.first(film.more or film.synopsis), body)
    for key, text in (("film.director_note", film.director_note), ("film.awards", film.awards)):
        if text:
            _heading(column, strings.text(key))
            column.write(page.first(text), body)
    if upcoming := page.view.upcoming(film):
        _heading(column, strings.text("film.screenings"))
        for screening in upcoming:
            column.write(screening_line(page, screening), body)
    others = page.view.playable(film)[1:]
    if others:
        _heading(column, strings.text("film.more_excerpts"))
        column.space(12)
        excerpt_rows(column, film, others)
    column.space(40)


def _heading(column: Column, words: Wording) -> None:
    column.space(44)
    column.write(words, HEADING)
    column.space(8)


def mood(page: Page, film: Film) -> Surface:
    """The still, so soft and dark that it is only a mood."""
    tools = page.tools
    blurred = tools.stills.picture(film.still, tools.size, "blurred")
    if blurred is not None:
        return blurred
    ground = Surface(tools.size, 0, 32)
    ground.fill(tools.theme.ground[:3])
    return ground
