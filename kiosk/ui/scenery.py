"""The scene that stands on the stage, with its scroll position: what is where on the glass."""

from dataclasses import dataclass

from pygame import Rect, Surface

from kiosk.ui.painting import Edges, PaintFilm, paint_scene
from kiosk.ui.scene import Hero, Moment, Point, Scene, Target
from kiosk.ui.scroll import Scroller
from kiosk.ui.tile import TextRecord, Tile
from kiosk.ui.view import View

_PAGES = {"page-next": 1, "page-previous": -1}
_NEAR_VIEWS, _KEPT_VIEWS = 1, 3
_LEAST_VISIBLE = 0.5
"""Share of a scrolled target that must be seen for it to be touched."""


@dataclass(slots=True)
class Scenery:
    """A scene and what belongs to it for as long as it stands. ``blanks``: pieces seen that are still to be painted."""

    scene: Scene
    scroller: Scroller
    edges: Edges
    caught: bool = False
    blanks: int = 0

    @staticmethod
    def of(scene: Scene, position: float = 0.0) -> "Scenery":
        """Put up a scene, scrolled to ``position``."""
        area = scene.scroll
        scroller = Scroller(area.length, area.rect.height, area.snaps) if area else Scroller(0, 1)
        scroller.jump(position)
        scenery = Scenery(scene, scroller, Edges(scene))
        for tile in scenery._within(0.0, 0):
            tile.surface()  # what is seen at once is not left to the first frame
        scenery._order(0.0)
        return scenery

    def renew(self, scene: Scene, now: float) -> None:
        """The same scene where some of its content says something else; it scrolls on, and waits for none of it."""
        self.scene = scene
        self.blanks = max(1, self.blanks)
        self._order(now)

    def at_rest(self, now: float) -> bool:
        """Whether its content stays where it is, and all that is seen of it is painted."""
        return self.scroller.at_rest(now) and not self.blanks

    def paint(self, surface: Surface, view: View, now: float, shift: tuple[int, int], film: PaintFilm | None) -> None:
        """Paint it as it is at ``now``."""
        position, moves = self.scroller.at(now), not self.at_rest(now)
        if moves:
            self._order(now)
        self.blanks = paint_scene(
            surface, self.scene, view, now, position=position, shift=shift, film=film, edges=self.edges, moves=moves
        )

    def targets(self, now: float) -> list[Target]:
        """What can be tapped, where it is on the glass."""
        area = self.scene.scroll
        if area is None:
            return list(self.scene.targets)
        position = self.scroller.at(now)
        down = area.offset(position)
        lower = position + area.rect.height
        near = (each for each in area.targets if each.rect.bottom > position and each.rect.top < lower)
        inside = [each.moved(0, down) for each in near]
        visible = [_clipped(each, area.rect) for each in inside if _is_seen(each.rect, area.rect)]
        buttons = [each.target for each in area.buttons if area.turns(each, position)]
        return [*visible, *self.scene.targets, *buttons]

    def texts(self, now: float) -> list[TextRecord]:
        """The words that can be read, where they are on the glass."""
        area = self.scene.scroll
        if area is None:
            return list(self.scene.texts)
        down = area.offset(self.scroller.at(now))
        seen = (text for tile in self._within(now, 0) for text in tile.texts)
        inside = [each.moved(0, down) for each in (*area.own_texts, *seen)]
        return [*(each for each in inside if each.rect.colliderect(area.rect)), *self.scene.texts]

    def can_scroll(self, point: Point) -> bool:
        """Whether a finger at this point can move the content."""
        area = self.scene.scroll
        return area is not None and self.scroller.movable and area.rect.collidepoint(point)

    def touch(self, name: str | None, now: float) -> None:
        """A finger on something in moving content stops it; lifted again (None), the content comes to rest."""
        area = self.scene.scroll
        inside = area is not None and any(each.name == name for each in area.targets)
        if inside and not self.scroller.at_rest(now):
            self.scroller.drag(0.0, now)
            self.caught = True
        elif name is None and self.caught:
            self.scroller.fling(0.0, now)
            self.caught = False

    def page(self, target: str, now: float, seconds: float) -> bool:
        """Turn the page if ``target`` is one of the page buttons; answers whether it is."""
        step = _PAGES.get(target)
        if step is not None:
            self.scroller.page(step, now, seconds)
        return step is not None

    def hero(self, film: str, now: float) -> Hero | None:
        """A film's still, where it is on the glass."""
        found = self.scene.heroes.get(film)
        if found is None or not found.scrolled or self.scene.scroll is None:
            return found
        return Hero(found.picture, found.rect.move(0, self.scene.scroll.offset(self.scroller.at(now))))

    def heights(self, now: float) -> dict[str, float]:
        """Of every film with a card in what scrolls: pixels from the area's upper edge to the card's."""
        position = self.scroller.at(now)
        return {film: each.rect.top - position for film, each in self.scene.heroes.items() if each.scrolled}

    def wait(self, view: View, now: float) -> float | None:
        """How long until something in it changes by itself."""
        waits = [wait for live in self.scene.live if (wait := live.wait(Moment(view, now))) is not None]
        return min(waits, default=None)

    def paint_ahead(self, now: float) -> None:
        """Paint one piece of content that is just outside the view, so that scrolling finds it ready; drop far ones."""
        if waiting := [tile for tile in self._waiting(now) if tile.later is None]:
            waiting[0].surface()
            self._drop_far(now)

    def _order(self, now: float) -> None:
        """Have painted beside the frame loop what is near, what is seen first of all."""
        for tile in (*self._waiting(now), *(each for each in self._within(now, 0) if not each.is_painted)):
            if tile.later is not None:
                tile.later(tile)
        self._drop_far(now)

    def _drop_far(self, now: float) -> None:
        for tile in self._within(now, _KEPT_VIEWS, inside=False):
            tile.drop()

    def is_ready(self, now: float) -> bool:
        """Whether all content near the view is painted, or on its way beside the frame loop."""
        return all(tile.later is not None for tile in self._waiting(now))

    def _waiting(self, now: float) -> list[Tile]:
        return [tile for tile in self._within(now, _NEAR_VIEWS) if not tile.is_painted]

    def _within(self, now: float, views: int, *, inside: bool = True) -> list[Tile]:
        """Pieces of content that are, or are not, within so many views above and below what is seen."""
        area = self.scene.scroll
        if area is None:
            return []
        more = views * area.rect.height
        top = self.scroller.at(now) - more
        bottom = top + area.rect.height + 2 * more
        return [tile for tile in area.tiles if tile.lies_in(top, bottom) is inside]


def _is_seen(rect: Rect, area: Rect) -> bool:
    seen = rect.clip(area)
    return seen.height >= _LEAST_VISIBLE * rect.height


def _clipped(target: Target, area: Rect) -> Target:
    """Only the part inside the area can be touched."""
    shape = target.lit.clip(area)
    return Target(target.name, target.rect.clip(area), target.kind, shape, target.radius)
