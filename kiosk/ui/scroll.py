"""Scrolling with momentum. Pure: every position is a closed formula of the moment, so frames may come when they like.

Positions are pixels of content above the upper edge of the view: 0 shows the beginning, ``limit`` the end.
Beyond both ends the content follows the finger more and more reluctantly and springs back when let go.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

FRICTION = 3.2
"""Exponential decay of a fling, per second."""
SPRING = 14.0
"""Stiffness of the way back from beyond an end, per second (critically damped)."""
REACH = 0.22
"""How far the content can be pulled beyond an end, as a share of the view."""
SLOWEST_FLING = 60.0
"""Pixels per second below which a let-go finger meant to stop."""
REST = 0.5
"""Pixels from its goal at which a movement counts as ended."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement by itself: ``at`` gives the position ``t`` seconds after ``since``; it has ended after ``seconds``."""

    since: float
    seconds: float
    goal: float
    at: Callable[[float], float]


def decay(start: float, velocity: float, since: float) -> Movement:
    """Gliding to a stop from ``start`` at ``velocity`` px/s."""
    goal = start + velocity / FRICTION
    seconds = math.log(max(1.0, abs(goal - start) / REST)) / FRICTION
    return Movement(since, seconds, goal, lambda t: goal - (goal - start) * math.exp(-FRICTION * t))


def spring(start: float, velocity: float, goal: float, since: float) -> Movement:
    """Back to ``goal`` without swinging over it more than ``velocity`` makes it (critically damped)."""
    away = start - goal
    push = velocity + SPRING * away
    seconds = math.log(max(math.e, (abs(away) + abs(push) / SPRING) / REST)) / SPRING * 1.6
    return Movement(since, seconds, goal, lambda t: goal + (away + push * t) * math.exp(-SPRING * t))


def ease(start: float, goal: float, since: float, seconds: float) -> Movement:
    """Decelerating to ``goal`` in ``seconds``, for page buttons."""
    return Movement(since, seconds, goal, lambda t: goal - (goal - start) * (1.0 - t / seconds) ** 3)


class Scroller:
    """A scrolling area: ``content`` px long, seen through ``view`` px. ``snaps``: where it likes to rest."""

    def __init__(self, content: float, view: float, snaps: Sequence[float] = ()) -> None:
        self.view = view
        self.limit = max(0.0, content - view)
        self._snaps = tuple(each for each in snaps if each <= self.limit)
        self._pulled = 0.0
        self._movement: Movement | None = None

    @property
    def movable(self) -> bool:
        """Whether there is anything to scroll."""
        return self.limit > REST

    def at(self, now: float) -> float:
        """The position that is shown at ``now``; may lie a little beyond the ends."""
        if self._movement is None:
            return self._shown(self._pulled)
        passed = now - self._movement.since
        if passed < self._movement.seconds:
            return self._movement.at(max(0.0, passed))
        self.jump(self._movement.goal)
        return self._pulled

    def at_rest(self, now: float) -> bool:
        """Whether it stays where it is unless somebody touches it."""
        self.at(now)
        return self._movement is None

    def jump(self, position: float) -> None:
        """Be at ``position`` at once, kept within the ends."""
        self._movement = None
        self._pulled = min(self.limit, max(0.0, position))

    def drag(self, dy: float, now: float) -> None:
        """The finger moved ``dy`` px (down is positive, and shows what is above); catches any movement."""
        self._catch(now)
        self._pulled -= dy

    def fling(self, velocity: float, now: float) -> None:
        """The finger left at ``velocity`` px/s (down is positive). Also called with 0 when it just let go."""
        self._catch(now)
        start = self._shown(self._pulled)
        if not 0.0 <= start <= self.limit:
            self._movement = spring(start, 0.0, min(self.limit, max(0.0, start)), now)
            return
        speed = 0.0 if abs(velocity) < SLOWEST_FLING else -velocity
        goal = self._resting_place(start + speed / FRICTION, start, speed)
        if abs(goal - start) <= REST:
            self.jump(goal)
            return
        self._movement = self._bounded(decay(start, (goal - start) * FRICTION, now), start, now)

    def glide_to(self, position: float, now: float, seconds: float) -> None:
        """Go to ``position`` by itself; at once where ``seconds`` is 0."""
        goal = min(self.limit, max(0.0, position))
        start = self.at(now)
        if seconds <= 0.0 or abs(goal - start) <= REST:
            self.jump(goal)
        else:
            self._movement = ease(start, goal, now, seconds)

    def goal(self, now: float) -> float:
        """Where it is going, or where it rests."""
        here = self.at(now)
        return self._movement.goal if self._movement else here

    def page(self, step: int, now: float, seconds: float) -> None:
        """One view on (``step`` 1) or back (−1), to a snap where there is one, with a little overlap where not."""
        here = self.goal(now)
        if not self._snaps:
            self.glide_to(here + step * self.view * 0.85, now, seconds)
            return
        wanted = here + step * self.view
        if step > 0:
            within = [each for each in self._snaps if here + REST < each <= wanted + REST]
            after = [each for each in self._snaps if each > here + REST]
            goal = within[-1] if within else (after[0] if after else self.limit)
        else:
            within = [each for each in self._snaps if wanted - REST <= each < here - REST]
            before = [each for each in self._snaps if each < here - REST]
            goal = within[0] if within else (before[-1] if before else 0.0)
        self.glide_to(goal, now, seconds)

    def _catch(self, now: float) -> None:
        """A finger stops whatever moves; what is shown stays where it is."""
        if self._movement is not None:
            shown = self.at(now)
            self._movement = None
            self._pulled = self._unshown(shown)

    def _resting_place(self, goal: float, start: float, speed: float) -> float:
        """Where a movement that would end at ``goal`` shall end: on the nearest snap, not against its direction."""
        ends = (*self._snaps, self.limit) if self._snaps else ()
        if not ends or not 0.0 <= goal <= self.limit:
            return goal
        ahead = [each for each in ends if speed == 0.0 or (each - start) * speed >= 0.0]
        return min(ahead or ends, key=lambda each: abs(each - goal))

    def _bounded(self, movement: Movement, start: float, now: float) -> Movement:
        """The same, but where it would run over an end the end catches it like a spring."""
        edge = min(self.limit, max(0.0, movement.goal))
        if edge == movement.goal:
            return movement
        crossing = math.log((movement.goal - start) / (movement.goal - edge)) / FRICTION
        speed = (movement.goal - edge) * FRICTION
        furthest = REACH * self.view * SPRING * math.e  # a critically damped spring swings out v / (k·e)
        back = spring(edge, max(-furthest, min(furthest, speed)), edge, 0.0)
        return Movement(
            now,
            crossing + back.seconds,
            edge,
            lambda t: movement.at(t) if t < crossing else back.at(t - crossing),
        )

    def _shown(self, pulled: float) -> float:
        """What a finger's way makes of the position: beyond an end it counts less and less."""
        room = REACH * self.view
        if pulled < 0.0:
            return room * (1.0 / (1.0 - pulled / room) - 1.0)
        if pulled > self.limit:
            return self.limit + room * (1.0 - 1.0 / (1.0 + (pulled - self.limit) / room))
        return pulled

    def _unshown(self, shown: float) -> float:
        """The other way round: the finger's way that shows ``shown``."""
        room = REACH * self.view
        if shown < 0.0:
            part = max(-0.99, shown / room)
            return room - room / (1.0 + part)
        if shown > self.limit:
            part = min(0.99, (shown - self.limit) / room)
            return self.limit + room / (1.0 - part) - room
        return shown
