"""Cards side by side: where each one is, and which is the first."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from pygame import Rect

from kiosk.ui.scene import Scene
from kiosk.ui.view import View
from kiosk.ui.widgets.card import Card

Anew = Callable[[View, Mapping[str, Card]], Mapping[str, Card]]
"""Of cards by their film, those that say something else in this view, made for it."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where cards go: pixels of content, x counted from the starting side. ``head``: free above the first row."""

    left: int
    head: int
    columns: int
    card: tuple[int, int]
    still_height: int
    across: int
    down: int

    def place(self, number: int) -> Rect:
        """Of the card with that number."""
        row, column = divmod(number, self.columns)
        return Rect(self.left + column * self.across, self.head + row * self.down, *self.card)

    def length(self, cards: int) -> int:
        """Pixels of content that so many cards take."""
        return self.place(cards - 1).bottom + self.head if cards else 0

    def snaps(self, cards: int) -> tuple[int, ...]:
        """Positions at which a row begins."""
        return tuple(row * self.down for row in range(math.ceil(cards / self.columns)))


def beginning_with(first: str | None, scene: Scene, cards: Mapping[str, Card], anew: Anew | None = None) -> Scene:
    """The scene with the card of the film ``first`` as its first; the others follow in their order, those before it
    after the last. What somebody has just seen on the attract screen is then the first thing in view. None, or a film
    that is not there: all in their order. ``cards``: by film, where they are then.
    """
    films = list(cards)
    start = films.index(first) if first is not None and first in cards else 0
    places = [each.target.rect for each in cards.values()]
    placed = {
        film: _at(place, cards[film]) for film, place in zip((*films[start:], *films[:start]), places, strict=True)
    }
    return _scene(scene, cards, placed, anew)


def _at(place: Rect, card: Card) -> Card:
    before = card.target.rect
    return card if place == before else card.moved(place.x - before.x, place.y - before.y)


def _scene(scene: Scene, cards: Mapping[str, Card], placed: Mapping[str, Card], anew: Anew | None) -> Scene:
    """The scene with these cards at their places. ``cards``: the same in their own order."""
    scroll = scene.scroll and replace(
        scene.scroll,
        tiles=tuple(each.tile for each in placed.values()),
        targets=tuple(each.target for each in placed.values()),
    )
    heroes = {film: each.hero for film, each in placed.items()}
    again = partial(beginning_with, scene=scene, cards=cards, anew=anew)
    renewed = None if anew is None else partial(_renewed, scene, cards, placed, anew)
    return replace(scene, scroll=scroll, heroes=heroes, beginning_with=again, renewed=renewed)


def _renewed(scene: Scene, cards: Mapping[str, Card], placed: Mapping[str, Card], anew: Anew, view: View) -> Scene:
    """Where others say something else, all stay at their places."""
    fresh = anew(view, cards)
    moved = {film: _at(placed[film].target.rect, each) for film, each in fresh.items()}
    return _scene(scene, {**cards, **fresh}, {**placed, **moved}, anew)
