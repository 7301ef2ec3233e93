"""A film's page: its titles and facts, what it is about, and the way to its excerpt."""

from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.ui.scene import Hero, Scene, ScrollArea
from kiosk.ui.screens.page import Page
from kiosk.ui.stills import Look
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.actions import place_actions
from kiosk.ui.widgets.column import Column, reading_width
from kiosk.ui.widgets.remarks import apology, place_remarks, remarks, set_remarks
from kiosk.ui.widgets.shade import corner_shade
from kiosk.visit.places import FilmPage

_REMARKS_U, _LEAST_REMARKS_U = 620, 400
_TIGHT = 0.4
_STILL_TALL = 0.5
"""Height of the still on a tall screen, as a share of the screen."""
_TITLE_OVER_STILL = 0.84
"""Where the words begin on a tall screen, as a share of the still's height: there it has sunk into the ground."""


def build(view: View, tools: Tools) -> Scene:
    """The page of ``view.film``."""
    film = view.film
    assert film is not None
    page = Page.of(view, tools)
    return _tall(page, film) if tools.metrics.tall else _wide(page, film)


def ground_picture(view: View, tools: Tools) -> tuple[tuple[int, int], Look]:
    """Size and look of a still behind its page: beside the words, or above them on a tall screen."""
    if tools.metrics.tall:
        return (tools.metrics.width, round(tools.metrics.height * _STILL_TALL)), "text-bottom"
    return tools.size, "text-left" if view.direction == "ltr" else "text-right"


def _wide(page: Page, film: Film) -> Scene:
    """Words on the starting side, the still on the other, remarks at its foot."""
    metrics, tools = page.tools.metrics, page.tools
    language = page.language_button()
    back = page.back_button(language)
    actions = Rect(metrics.margin, page.bottom - metrics.target, page.inner, metrics.target)
    end, first = place_actions(page, film, actions, stretch=False)
    pager = page.pair(end + metrics.gap, actions.top)
    room = actions.right - max(pager[1].right, metrics.margin + reading_width(page)) - page.u(48)
    remarks_end = actions.bottom
    if room < page.u(_LEAST_REMARKS_U):  # over the buttons, then, if there is room beside the words
        room = actions.right - (metrics.margin + reading_width(page)) - page.u(48)
        remarks_end = first - page.u(36)
    beside = room >= page.u(_LEAST_REMARKS_U)
    said = _apology_beside(page, back, language)
    top, bottom = back.bottom + page.u(20), first - page.u(20)
    column = _words(page, film, apology=not said, remarks=not beside)
    if column.height > bottom - top:
        # A little closer, so that a text that is a line too long need not be scrolled.
        column = _words(page, film, apology=not said, remarks=not beside, air=_TIGHT)
        top, bottom = top - page.u(12), bottom + page.u(10)
    still = tools.stills.picture(film.still, *ground_picture(page.view, tools))
    ground = still or tools.stills.plain(film.id, tools.size)
    if beside:
        corner = actions.right, remarks_end
        ground = _remarks_at_end(page, film, min(room, page.u(_REMARKS_U)), corner, ground)
    area = column.area(top, bottom, page.page_buttons(pager))
    return _scene(page, film, ground, area, Rect((0, 0), tools.size))


def _words(page: Page, film: Film, *, apology: bool, remarks: bool, air: float = 1.0) -> Column:
    """The column of words on a wide screen. ``air``: share of the usual space between its parts."""
    column = Column(page, page.tools.metrics.margin, reading_width(page), air)
    if apology:
        _apology(column)
    _titles(column, film)
    _synopsis(column, film)
    if remarks:
        _remarks(column, film)
    return column


def _tall(page: Page, film: Film) -> Scene:
    """The still over the full width above, words and everything that is tapped below."""
    metrics, tools = page.tools.metrics, page.tools
    language = page.language_button()
    back = page.back_button(language)
    actions = Rect(metrics.margin, language.top - page.u(32) - metrics.target, page.inner, metrics.target)
    _, first = place_actions(page, film, actions, stretch=True)
    column = Column(page, metrics.margin, page.inner)
    _apology(column)
    _titles(column, film)
    column.narrow(reading_width(page))
    _synopsis(column, film)
    _remarks(column, film)
    size, look = ground_picture(page.view, tools)
    bottom = first - page.u(36)
    top = max(metrics.margin, min(round(size[1] * _TITLE_OVER_STILL), bottom - column.height))
    area = column.area(top, bottom, page.page_buttons(page.pair(back.right + page.u(36), back.top)))
    # Where the words need more room the still moves up rather than being cut anew: it stays ready.
    place = Rect((0, min(0, round(top - size[1] * _TITLE_OVER_STILL))), size)
    ground = Surface(tools.size, 0, 32)
    ground.fill(tools.theme.ground[:3])
    ground.blit(tools.stills.picture(film.still, size, look) or tools.stills.plain(film.id, size), place)
    return _scene(page, film, ground, area, place)


def _scene(page: Page, film: Film, ground: Surface, area: ScrollArea, still: Rect) -> Scene:
    return Scene(
        "film",
        ground=ground,
        layers=tuple(page.sheet.layers),
        targets=tuple(page.sheet.targets),
        texts=tuple(page.sheet.texts),
        scroll=area,
        heroes={film.id: Hero(None, still)} if film.still else {},
    )


def _titles(column: Column, film: Film) -> None:
    """Titles in both scripts, then the facts."""
    page = column.page
    column.title(page.first(film.title), (Style("title", "light"), Style("heading", "light")))
    soft = "ink_soft"
    column.title(page.second(film.title), (Style("title_other", "light", soft), Style("prompt", "light", soft)))
    column.space(18)
    facts = Style("facts", "regular", "ink_soft")
    for block in page.fact_blocks(film, facts, column.width, short=False):
        column.put(block)
    parts = [page.first(each) for each in (film.medium, film.language) if each]
    column.write(page.strings.joined(parts), facts)


def _synopsis(column: Column, film: Film) -> None:
    column.space(22)
    column.write(column.page.first(film.synopsis), Style("body"))


def _remarks(column: Column, film: Film) -> None:
    """Remarks below the text, where there is no room beside it."""
    block = set_remarks(column.page, remarks(column.page, film), column.width)
    if block.rows:
        column.space(26)
        column.y = place_remarks(column.page, column.sheet, block, column.left, column.y)


def _remarks_at_end(page: Page, film: Film, width: int, corner: tuple[int, int], ground: Surface) -> Surface:
    """Remarks at the foot of the still, which end at ``corner``; answers the ground with a shade for them."""
    block = set_remarks(page, remarks(page, film), width)
    if not block.rows:
        return ground
    at = Rect(corner[0] - block.width, corner[1] - block.height, block.width, block.height)
    place_remarks(page, page.sheet, block, at.left, at.top)
    shade = corner_shade(page, ground, page.sheet.physical(at))
    if shade is None:
        return ground
    shaded = ground.copy()
    shaded.set_alpha(None)  # the ground may just be fading on another thread
    shaded.blit(shade.surface, shade.at)
    return shaded


def _apology(column: Column) -> None:
    """At the top of the words, where it was not said beside the back button."""
    page = column.page
    if isinstance(page.view.visit.place, FilmPage) and page.view.visit.place.apology:
        block = set_remarks(page, [apology(page)], column.width)
        column.y = place_remarks(page, column.sheet, block, column.left, column.y)
        column.space(24)


def _apology_beside(page: Page, back: Rect, language: Rect) -> bool:
    """Between the back button and the language button; answers whether there was room, or no need."""
    place = page.view.visit.place
    if not (isinstance(place, FilmPage) and place.apology):
        return True
    edge = language.left if language.left > back.right else page.sheet.width - page.tools.metrics.margin
    room = edge - back.right - page.u(96)
    block = set_remarks(page, [apology(page)], max(1, room))
    if room < page.u(400) or block.height > back.height:
        return False
    place_remarks(page, page.sheet, block, back.right + page.u(40), back.centery - block.height // 2)
    return True
