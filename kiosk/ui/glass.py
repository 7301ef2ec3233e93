"""What is seen: the scenery, the change under way, what lies over them. Answers what a finger would find there."""

from dataclasses import dataclass
from typing import Any

from pygame import Surface

from kiosk.ui.description import describe
from kiosk.ui.exchange import Exchange
from kiosk.ui.gestures import Hit
from kiosk.ui.metrics import Metrics
from kiosk.ui.overlay import Overlay
from kiosk.ui.painting import PaintFilm
from kiosk.ui.scene import Point, Target
from kiosk.ui.scenery import Scenery
from kiosk.ui.tile import TextRecord
from kiosk.ui.transition import Transition
from kiosk.ui.view import View
from kiosk.ui.widgets.captions import Captions
from kiosk.ui.widgets.press import Press
from kiosk.visit.places import Watching


@dataclass(slots=True)
class Glass:
    """``seen_at``: the moment (monotonic seconds) of the last frame or touch, to which all answers belong;
    ``painted_at``: of the last frame."""

    scenery: Scenery
    overlay: Overlay
    press: Press
    captions: Captions
    transition: Transition | Exchange | None = None
    seen_at: float = 0.0
    painted_at: float = 0.0

    def paint(
        self, surface: Surface, view: View, now: float, film: PaintFilm | None, film_size: tuple[int, int] | None
    ) -> None:
        """Paint all of it as it is at ``now``. ``film_size``: of the film's frames, where it is known."""
        self.seen_at = self.painted_at = now
        if film is not None and isinstance(view.visit.place, Watching):
            self.transition = None  # the first picture of a film does not wait for a fade
        transition = self.transition
        if transition is not None:
            transition.begin(surface, now)
        if isinstance(transition, Exchange):
            transition.paint(surface, view, now, film)
        elif not self.overlay.covers(now):
            self.scenery.paint(surface, view, now, (transition.shift(now) if transition else 0, 0), film)
        if transition is not None:
            transition.paint_over(surface, now)
            self.transition = None if transition.over(now) else transition
        self.overlay.paint(surface, view, now)
        if not self._veiled:  # over the shade behind the controls, which is not to dim what is to be read
            self.captions.paint(surface, now, film_size, self.overlay.seen(now))
        self.press.paint(surface, now)

    @property
    def shows_film(self) -> bool:
        """Whether a film that goes on is seen: under the scene, or going away under the one that comes."""
        return self.scenery.scene.ground is None or isinstance(self.transition, Exchange)

    @property
    def _veiled(self) -> bool:
        """Whether nothing below the overlay can be touched."""
        over = self.overlay.scene
        return over is not None and over.dims

    def at_rest(self, now: float) -> bool:
        """Whether nothing is on its way, apart from what pulses or counts by itself."""
        moving = (self.scenery, self.overlay, self.press, self.captions)
        return self.transition is None and all(each.at_rest(now) for each in moving)

    def live_at(self, view: View) -> float | None:
        """When something alive looks different from the last frame; None for never."""
        at = self.painted_at
        captions = None if self._veiled else self.captions.wait()
        waits = (self.scenery.wait(view, at), self.overlay.wait(view, at), captions)
        wait = min((wait for wait in waits if wait is not None), default=None)
        return None if wait is None else at + wait

    def is_live_due(self, view: View, now: float) -> bool:
        """Whether something alive looks different by now."""
        live = self.live_at(view)
        return live is not None and live <= now

    def targets(self) -> list[Target]:
        """Everything that can be touched, the topmost last."""
        over = self.overlay.scene
        below = [] if self._veiled else self.scenery.targets(self.seen_at)
        return [*below, *over.targets] if over else below

    def texts(self) -> list[TextRecord]:
        """Everything that can be read."""
        over = self.overlay.scene
        below = [] if self._veiled else [*self.scenery.texts(self.seen_at), *self.captions.texts]
        return [*below, *over.texts] if over else below

    def target(self, name: str) -> Target | None:
        """The target of that name."""
        return next((each for each in reversed(self.targets()) if each.name == name), None)

    def target_at(self, point: Point) -> Target | None:
        """The topmost target under a point."""
        return next((each for each in reversed(self.targets()) if each.rect.collidepoint(point)), None)

    def can_scroll(self, point: Point) -> bool:
        """Whether a finger at this point can move the content."""
        return not self._veiled and self.scenery.can_scroll(point)

    def hit(self, point: Point) -> Hit | None:
        """What a finger would find there."""
        target, scrolls = self.target_at(point), self.can_scroll(point)
        if target is None:
            return Hit(scrolls=True) if scrolls else None
        return Hit(target.name, target.kind, scrolls and target.kind == "tap")

    def describe(self, metrics: Metrics) -> dict[str, Any]:
        """The same as plain data."""
        return describe(self.scenery.scene.name, self.targets(), self.texts(), metrics)
