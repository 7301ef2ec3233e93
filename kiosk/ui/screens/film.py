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
from kiosk.ui.widgets.foot import LEAST_REMARKS_U, Foot, foot_in_column, place_foot, set_foot
from kiosk.ui.widgets.remarks import apology, place_remarks, set_remarks
from kiosk.ui.widgets.still_apart import plain_ground, still_above, still_beside
from kiosk.ui.widgets.title_card import toned_ground
from kiosk.visit.places import FilmPage

_TIGHT = 0.4
STILL_TALL = 0.5
"""Height of the still on a tall screen, as a share of the screen."""
_TONE_TALL = 0.72
"""How much of that height a title may take that stands there instead of a still."""
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
        return (tools.metrics.width, round(tools.metrics.height * STILL_TALL)), "text-bottom"
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
    row = actions
    if room < page.u(LEAST_REMARKS_U):  # over the buttons, then, if there is room beside the words
        room = actions.right - (metrics.margin + reading_width(page)) - page.u(48)
        row = Rect(actions.left, actions.top, actions.width, first - page.u(36) - actions.top)
    foot = _foot(page, film, room, row.bottom - language.bottom)
    said = _apology_beside(page, back, language)
    top, bottom = back.bottom + page.u(20), first - page.u(20)
    column = _words(page, film, apology=not said, remarks=foot is None)
    if column.height > bottom - top:
        # A little closer, so that a text that is a line too long need not be scrolled.
        column = _words(page, film, apology=not said, remarks=foot is None, air=_TIGHT)
        top, bottom = top - page.u(12), bottom + page.u(10)
    free = Rect(metrics.margin + reading_width(page) + page.u(48), language.bottom + page.u(28), 0, 0)
    lowest = row.bottom - (foot.height + page.u(36) if foot is not None and foot.height else 0)
    free.size = max(0, actions.right - free.left), max(0, lowest - free.top)
    ground = _ground(page, film, Rect(*free.topleft, free.width, (row.bottom - free.top) // 2))
    if foot is not None:
        ground = place_foot(page, foot, row, ground)
    apart = tools.comfort.high_contrast
    place = still_beside(page, film, ground, free) if apart else Rect((0, 0), tools.size)
    area = column.area(top, bottom, page.page_buttons(pager))
    return _scene(page, film, ground, area, place)


def _ground(page: Page, film: Film, room: Rect) -> Surface:
    """The still, or the film's tone with a title in ``room``; black where it shall not be behind words."""
    if page.tools.comfort.high_contrast:
        return plain_ground(page)
    size, look = ground_picture(page.view, page.tools)
    return page.tools.stills.picture(film.still, size, look) or toned_ground(page, film, size, look, room)


def _foot(page: Page, film: Film, width: int, height: int) -> Foot | None:
    """What stands beside the words, None where there is no room for it."""
    if width < page.u(LEAST_REMARKS_U):
        return None
    foot = set_foot(page, film, width)
    return foot if foot.height <= height - page.u(36) else None


def _words(page: Page, film: Film, *, apology: bool, remarks: bool, air: float = 1.0) -> Column:
    """The column of words on a wide screen. ``air``: share of the usual space between its parts."""
    column = Column(page, page.tools.metrics.margin, reading_width(page), air)
    if apology:
        _apology(column)
    _titles(column, film)
    _synopsis(column, film)
    if remarks:
        foot_in_column(column, film, column.width)
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
    foot_in_column(column, film, page.inner)
    size, _ = ground_picture(page.view, tools)
    bottom = first - page.u(36)
    top = max(metrics.margin, min(round(size[1] * _TITLE_OVER_STILL), bottom - column.height))
    area = column.area(top, bottom, page.page_buttons(page.pair(back.right + page.u(36), back.top)))
    # Where the words need more room the still moves up rather than being cut anew: it stays ready.
    place = Rect((0, min(0, round(top - size[1] * _TITLE_OVER_STILL))), size)
    ground = plain_ground(page)
    if tools.comfort.high_contrast:
        place = still_above(page, film, ground, top - page.u(28))
    else:
        ground.blit(_ground(page, film, Rect(metrics.margin, 0, page.inner, round(size[1] * _TONE_TALL))), place)
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
    dark = page.tools.metrics.margin + reading_width(page) + page.u(96)  # so far the still is no more than felt
    room = min(edge, dark) - back.right - page.u(96)
    block = set_remarks(page, [apology(page)], max(1, room))
    if room < page.u(400) or block.height > back.height:
        return False
    place_remarks(page, page.sheet, block, back.right + page.u(40), back.centery - block.height // 2)
    return True
