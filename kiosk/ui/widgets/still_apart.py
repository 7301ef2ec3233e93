"""A still beside or above the words rather than behind them, for visitors who asked for high contrast."""

from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.ui.scene import Layer
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets.title_card import title_card

_SHAPE = 16 / 9
_LEAST_U = 180


def plain_ground(page: Page) -> Surface:
    """The ground alone."""
    ground = Surface(page.tools.size, 0, 32)
    ground.fill(page.tools.theme.ground[:3])
    return ground


def still_beside(page: Page, film: Film, ground: Surface, room: Rect) -> Rect:
    """Put the still on ``ground`` into ``room`` (counted from the starting side), above the words that stand there.

    Answers its place on the glass, empty if there is no room for it.
    """
    glass = page.sheet.physical(room)
    for text in page.sheet.texts:
        if text.rect.colliderect(glass):
            glass.height = max(0, text.rect.top - page.u(36) - glass.top)
    return _put(page, film, ground, glass)


def still_above(page: Page, film: Film, ground: Surface, bottom: int) -> Rect:
    """Put the still on ``ground`` over the full width, down to ``bottom``; answers its place on the glass."""
    return _put(page, film, ground, Rect(0, 0, page.tools.metrics.width, bottom))


def bands(page: Page) -> tuple[Layer, Layer]:
    """The ground behind everything that lies over a film, at the head and at the foot of the screen."""
    metrics = page.tools.metrics
    rects = [*(each.rect for each in page.sheet.targets), *(each.rect for each in page.sheet.texts)]
    middle, air = metrics.height // 2, page.u(24)
    head = max((each.bottom for each in rects if each.centery < middle), default=0) + air
    foot = min((each.top for each in rects if each.centery >= middle), default=metrics.height) - air
    ground = page.tools.theme.ground
    above = page.tools.shapes.rounded(metrics.width, head, 0, ground)
    below = page.tools.shapes.rounded(metrics.width, metrics.height - foot, 0, ground)
    return Layer(above, (0, 0)), Layer(below, (0, foot))


def _put(page: Page, film: Film, ground: Surface, room: Rect) -> Rect:
    width = min(room.width, round(room.height * _SHAPE)) if room.left else room.width
    place = Rect(0, 0, width, min(room.height, round(room.width / _SHAPE)))
    if place.height < page.u(_LEAST_U):
        return Rect(0, 0, 0, 0)
    place.midtop = room.midtop
    still = page.tools.stills.cover(film.still, place.size) or title_card(page, film, place.size)
    ground.blit(still, place)
    return place
