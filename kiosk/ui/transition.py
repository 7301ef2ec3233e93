"""From one screen to the next: what was on the glass dissolves over what comes; a still may grow from one to the other.

Starting from the picture on the glass, whatever that was, is what makes every change interruptible.
"""

from dataclasses import dataclass

import pygame
from pygame import Rect, Surface

from kiosk.ui.exchange import Exchange, exchange
from kiosk.ui.motion import Change, Glide, Manner, manner
from kiosk.ui.painting import blit_faded
from kiosk.ui.scenery import Scenery
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.places import AfterHours, AtPanel, Attract, Browse, Farewell, FilmPage, Foyer, Note, Place, Watching

_GROWN = 0.5
"""Share of the way that is left when the growing still has dissolved, and gone when it comes back: its largest frames
would show next to nothing."""


def change_between(before: View | None, after: View) -> Change:
    """Which kind of change leads from one view to the next."""
    if before is None or before.exhibition is not after.exhibition:
        return Change.NONE if before is None else Change.FADE
    if before.language != after.language and type(before.visit.place) is type(after.visit.place):
        return Change.LANGUAGE
    return _between_places(before.visit.place, after.visit.place)


def _between_places(before: Place, after: Place) -> Change:
    if isinstance(after, AtPanel):
        return Change.NONE if isinstance(before, AtPanel) else Change.FADE
    if isinstance(after, AfterHours):
        return Change.CLOSE
    if isinstance(after, Attract | Foyer | Farewell):
        return Change.ATTRACT
    if isinstance(before, Attract | Foyer | Farewell | AfterHours):
        return Change.WAKE
    if isinstance(before, Browse) and isinstance(after, FilmPage):
        return Change.OPEN
    depth_before, depth_after = _depth(before), _depth(after)
    if depth_after < depth_before:
        return Change.FADE if isinstance(before, Watching) else Change.BACK
    if isinstance(after, Watching) or depth_after == depth_before:
        return Change.FADE
    return Change.DEEPER


def _depth(place: Place) -> int:
    """How far into the exhibition a place is."""
    if isinstance(place, FilmPage):
        return 3 if place.reading else 2
    return {Browse: 1, Note: 3}.get(type(place), 4)


def change_scenery(
    before: View | None, view: View, scenes: tuple[Scenery, Scenery], now: float, tools: Tools
) -> "Transition | Exchange | None":
    """The transition from the old to the new of ``scenes``; None where nothing was shown before."""
    kind = change_between(before, view)
    old, new = scenes
    if before is None or kind is Change.NONE:
        return None
    how = manner(kind, tools.reduce_motion)
    if isinstance(before.visit.place, Attract) and isinstance(view.visit.place, Attract) and kind is Change.ATTRACT:
        return exchange(before, view, (old.scene, new.scene), reduce_motion=tools.reduce_motion)
    transition = Transition(how, tools.metrics.u(how.slide) * (-1 if view.direction == "rtl" else 1))
    film = view.film or before.film
    if how.grows and film is not None:
        start, goal = old.hero(film.id, now), new.hero(film.id, now)
        if start is not None and goal is not None and (picture := start.picture or goal.picture):
            transition.growing = Growing(picture(), start.rect, goal.rect, back=start.picture is None)
    return transition


@dataclass(frozen=True, slots=True)
class Growing:
    """A still that grows from ``start`` to ``goal``, both on the glass; ``back``: it shrinks into its card."""

    picture: Surface
    start: Rect
    goal: Rect
    back: bool = False


@dataclass(slots=True)
class Transition:
    """A change under way. It begins with the first frame that is painted, however long the new scene took to make.

    ``slide``: pixels, positive where the new content comes from the right. ``growing``: a still that opens the new
    scene.
    """

    manner: Manner
    slide: int = 0
    growing: Growing | None = None
    picture: Surface | None = None
    glide: Glide | None = None

    def begin(self, surface: Surface, now: float) -> None:
        """Take over what is on the glass."""
        if self.glide is None:
            self.glide = Glide(0.0, 1.0, now, self.manner.seconds, self.manner.easing)
            self.picture = surface.copy()

    def over(self, now: float) -> bool:
        return self.glide is not None and self.glide.at_rest(now)

    def arrived(self, now: float) -> float:
        """How much of the change has happened, 0…1, eased."""
        return self.glide.at(now) if self.glide else 0.0

    def shift(self, now: float) -> int:
        """How far the new content still is from its place."""
        return round(self.slide * (1.0 - self.arrived(now)))

    def paint_over(self, surface: Surface, now: float) -> None:
        """What leaves, over the new scene that was painted before."""
        remaining = 1.0 - self.arrived(now)
        if self.picture is not None:
            blit_faded(surface, self.picture, (0, 0), min(1.0, remaining))
        if self.growing is None:
            return
        near = 1.0 - remaining if self.growing.back else remaining  # how near to its card it is
        seen = (near - _GROWN) / (1.0 - _GROWN)
        if remaining > 0.0 and seen > 0.0:  # arrived, it is the new scene itself
            rect = _between(self.growing.start, self.growing.goal, 1.0 - remaining)
            picture = pygame.transform.smoothscale(self.growing.picture, rect.size)
            blit_faded(surface, picture, rect.topleft, seen)


def _between(start: Rect, goal: Rect, share: float) -> Rect:
    """A rectangle on its way to another one."""
    left, top, right, bottom = (
        round(a + (b - a) * share)
        for a, b in zip((*start.topleft, *start.bottomright), (*goal.topleft, *goal.bottomright), strict=True)
    )
    return Rect(left, top, max(1, right - left), max(1, bottom - top))
