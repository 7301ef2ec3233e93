"""What is seen: the scenery and what lies over it, as the last frame showed them. Answers what a finger would find."""

from dataclasses import dataclass
from typing import Any

from kiosk.ui.description import describe
from kiosk.ui.gestures import Hit
from kiosk.ui.metrics import Metrics
from kiosk.ui.overlay import Overlay
from kiosk.ui.scene import Point, Target, TextRecord
from kiosk.ui.scenery import Scenery


@dataclass(slots=True)
class Glass:
    """``seen_at``: the moment (monotonic seconds) of the last frame or touch, to which all answers belong."""

    scenery: Scenery
    overlay: Overlay
    seen_at: float = 0.0

    @property
    def _veiled(self) -> bool:
        """Whether nothing below the overlay can be touched."""
        over = self.overlay.scene
        return over is not None and over.dims

    def targets(self) -> list[Target]:
        """Everything that can be touched, the topmost last."""
        over = self.overlay.scene
        below = [] if self._veiled else self.scenery.targets(self.seen_at)
        return [*below, *over.targets] if over else below

    def texts(self) -> list[TextRecord]:
        """Everything that can be read."""
        over = self.overlay.scene
        below = [] if self._veiled else self.scenery.texts(self.seen_at)
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
