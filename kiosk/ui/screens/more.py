"""Read more: the long text, the director's note, awards, screenings and the other excerpts, to read in peace."""

from collections.abc import Callable

from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.exhibition.text import Wording
from kiosk.ui.scene import Scene
from kiosk.ui.screens.page import Page
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.column import Column, reading_width
from kiosk.ui.widgets.excerpts import excerpt_rows
from kiosk.ui.widgets.still_apart import plain_ground
from kiosk.ui.widgets.timely import when_line, where_line

HEADING = Style("lead", "medium")
_SIDE_SHARE = 0.36
_HEAD_SHARE = 0.25
"""More of a tall screen than this is not given to titles that stand still."""


def build(view: View, tools: Tools) -> Scene:
    """The text page of ``view.film``."""
    return reading_page(view, tools, "more", _text)


def reading_page(view: View, tools: Tools, name: str, write: Callable[[Column, Film], None]) -> Scene:
    """A page to read about ``view.film``: its titles, and beside or below them what ``write`` writes."""
    film = view.film
    assert film is not None
    page = Page.of(view, tools)
    language = page.language_button()
    back = page.back_button(language)
    lay_out = _tall if tools.metrics.tall else _wide
    column, top, bottom, pager = lay_out(page, film, back, language)
    write(column, film)
    area = column.area(top, bottom, page.page_buttons(pager))
    return Scene(
        name,
        ground=mood(page, film),
        layers=tuple(page.sheet.layers),
        targets=tuple(page.sheet.targets),
        texts=tuple(page.sheet.texts),
        scroll=area,
    )


def _wide(page: Page, film: Film, back: Rect, language: Rect) -> tuple[Column, int, int, tuple[Rect, Rect]]:
    """Titles and the still beside the text, page buttons under them."""
    metrics = page.tools.metrics
    side = round(page.inner * _SIDE_SHARE) - page.u(72)
    left = metrics.margin + round(page.inner * _SIDE_SHARE)
    width = min(reading_width(page), page.sheet.width - metrics.margin - left)
    column = Column(page, left, width)
    pager = page.pair(metrics.margin, page.bottom - metrics.target)
    room = Rect(metrics.margin, back.bottom + page.u(44), side, 0)
    room.height = pager[0].top - page.u(44) - room.top
    titles = _titles(page, film, side)
    if _height(titles) <= room.height:
        room.top += _place(page, titles, room) + page.u(36)
        room.height = pager[0].top - page.u(44) - room.top
        _small_still(page, film, room)
    else:
        _titles_in(column, film)
    return column, language.bottom + page.u(44), page.bottom, pager


def _tall(page: Page, film: Film, back: Rect, language: Rect) -> tuple[Column, int, int, tuple[Rect, Rect]]:
    """Titles over the text."""
    metrics = page.tools.metrics
    column = Column(page, metrics.margin, reading_width(page))
    pager = page.pair(back.right + page.u(36), back.top)
    top = page.u(96)
    titles = _titles(page, film, page.inner)
    if _height(titles) <= metrics.height * _HEAD_SHARE:
        top += _place(page, titles, Rect(metrics.margin, top, page.inner, 0)) + page.u(44)
    else:
        _titles_in(column, film)
    top = max(top, metrics.reach_top)
    return column, top, language.top - page.u(44), pager


def _titles(page: Page, film: Film, width: int) -> list[TextBlock]:
    """Both titles, then director, year and countries, each on a line of its own."""
    sheet, soft = page.sheet, "ink_soft"
    blocks = [sheet.title(page.first(film.title), (Style("heading", "light"), Style("lead", "light")), width)]
    if other := page.second(film.title):
        blocks.append(sheet.title(other, (Style("prompt", "light", soft), Style("facts", "light", soft)), width))
    for part in (page.first(film.director), page.when(film, short=False), page.first(film.countries)):
        if part:
            blocks.append(sheet.set(part, Style("small", "regular", soft), width))
    return blocks


def _height(blocks: list[TextBlock]) -> int:
    return sum(each.height for each in blocks)


def _place(page: Page, blocks: list[TextBlock], room: Rect) -> int:
    """Place blocks one below the other from the room's top on; answers the pixels that they take."""
    y = room.top
    for block in blocks:
        page.sheet.place(block, room.left, y, room.width)
        y += block.height
    return y - room.top


def _titles_in(column: Column, film: Film) -> None:
    """Titles that are too long to stand still scroll with the text."""
    for block in _titles(column.page, film, column.width):
        column.put(block)
    column.space(44)


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


def _text(column: Column, film: Film) -> None:
    """Everything there is to read, under headings; the first text needs none."""
    page, strings = column.page, column.page.strings
    body = Style("body")
    column.write(page.first(film.more or film.synopsis), body)
    for key, text in (("film.director_note", film.director_note), ("film.awards", film.awards)):
        if text:
            heading(column, strings.text(key))
            column.write(page.first(text), body)
    if upcoming := page.view.upcoming(film):
        heading(column, strings.text("film.screenings"))
        for screening in upcoming:
            column.write(when_line(page, film, screening), Style("body", "medium"))
            column.write(where_line(page, screening), Style("body", "regular", "ink_soft"))
            column.space(14)
    others = page.view.playable(film)[1:]
    if others:
        heading(column, strings.text("film.more_excerpts"))
        column.space(12)
        excerpt_rows(column, film, others)
    column.space(40)


def heading(column: Column, words: Wording) -> None:
    """Words over what follows in the column."""
    column.space(44)
    column.write(words, HEADING)
    column.space(8)


def mood(page: Page, film: Film) -> Surface:
    """The still, so soft and dark that it is only a mood; the film's tone where there is none."""
    tools = page.tools
    if tools.comfort.high_contrast:
        return plain_ground(page)
    still = tools.stills.picture(film.still, tools.size, "blurred")
    return still or tools.stills.plain(film.id, tools.size, "blurred")
