"""How things move: easings, durations and values on their way. Pure; the moment is always handed in.

Durations follow the numbers that the screens are built to: a press answers within 100 ms, a card opens
in 350–450 ms and closes in 250, a language change is a 200 ms cross-fade, the attract screen changes
over 1.2–1.6 s.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

Easing = Callable[[float], float]


def linear(t: float) -> float:
    """As it comes: 0…1 → 0…1."""
    return t


def decelerate(t: float) -> float:
    """Fast at first, then coming gently to rest (cubic)."""
    return 1.0 - (1.0 - t) ** 3


def ease_in_out(t: float) -> float:
    """Gentle at both ends (smoothstep)."""
    return t * t * (3.0 - 2.0 * t)


class Change(Enum):
    """Why the screen becomes another one; each kind moves in its own way."""

    NONE = "none"
    OPEN = "open"
    DEEPER = "deeper"
    BACK = "back"
    LANGUAGE = "language"
    ATTRACT = "attract"
    WAKE = "wake"
    FADE = "fade"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a change looks. ``slide``: how far the new content comes in, in pixels at 1080 on the short side.

    ``grows``: a still may grow from its old place to its new one.
    """

    seconds: float
    easing: Easing = linear
    slide: float = 0.0
    grows: bool = False


_MANNERS = {
    Change.NONE: Manner(0.0),
    Change.OPEN: Manner(0.42, decelerate, slide=72.0, grows=True),
    Change.DEEPER: Manner(0.30, decelerate, slide=36.0),
    Change.BACK: Manner(0.25, decelerate, slide=-36.0, grows=True),
    Change.LANGUAGE: Manner(0.20, linear),
    Change.ATTRACT: Manner(1.4, ease_in_out),
    Change.WAKE: Manner(0.40, decelerate, slide=0.0),
    Change.FADE: Manner(0.30, ease_in_out),
    Change.CLOSE: Manner(2.5, ease_in_out),
}

REDUCED_SECONDS = 0.15
PRESS_SECONDS = 0.08
RELEASE_SECONDS = 0.16
CONTROLS_IN_SECONDS = 0.15
CONTROLS_OUT_SECONDS = 0.30
PAGE_SECONDS = 0.45


def manner(change: Change, reduce_motion: bool = False) -> Manner:
    """How ``change`` looks; with ``reduce_motion`` a plain short fade, whatever it was."""
    chosen = _MANNERS[change]
    if reduce_motion and chosen.seconds > 0:
        return Manner(min(chosen.seconds, REDUCED_SECONDS))
    return chosen


@dataclass(frozen=True, slots=True)
class Glide:
    """A number on its way from ``start`` to ``goal`` since the moment ``since``, ``seconds`` long."""

    start: float
    goal: float
    since: float = 0.0
    seconds: float = 0.0
    easing: Easing = decelerate

    @staticmethod
    def resting(value: float) -> "Glide":
        """A number that stays where it is."""
        return Glide(value, value)

    def at(self, now: float) -> float:
        """Its value at ``now``."""
        passed = self.progress(now)
        return self.goal if passed >= 1.0 else self.start + (self.goal - self.start) * self.easing(passed)

    def progress(self, now: float) -> float:
        """Share of the time that has passed, 0…1."""
        if self.seconds <= 0.0:
            return 1.0
        return min(1.0, max(0.0, (now - self.since) / self.seconds))

    def at_rest(self, now: float) -> bool:
        return self.progress(now) >= 1.0

    def towards(self, goal: float, now: float, seconds: float) -> "Glide":
        """On to another goal from wherever it is now; the same glide if that is its goal already."""
        if goal == self.goal:
            return self
        return Glide(self.at(now), goal, now, seconds, self.easing)
