"""What is on the glass: the scene of the moment, what moves in it, and what a finger does to it."""

from typing import Any

from pygame import Rect, Surface

from kiosk.exhibition.exhibition import Exhibition
from kiosk.ui.gestures import Hit, TouchLimits
from kiosk.ui.glass import Glass
from kiosk.ui.motion import PAGE_SECONDS
from kiosk.ui.overlay import Overlay
from kiosk.ui.painting import PaintFilm
from kiosk.ui.rehearsal import Rehearsal, after_tap, after_waking
from kiosk.ui.scene import Point, Scene, Target
from kiosk.ui.scenery import Scenery
from kiosk.ui.screens import SceneKey, scene_key
from kiosk.ui.tools import Tools
from kiosk.ui.transition import Transition, change_scenery
from kiosk.ui.view import View
from kiosk.ui.widgets.placing import CENTER_TALL
from kiosk.ui.widgets.press import Press
from kiosk.ui.widgets.scrub import Scrub
from kiosk.ui.widgets.scrubber import scrubbed_to
from kiosk.visit.places import Browse, Watching

_FRAME = 1 / 60
_SLOP_MM = 4
_PAGES = {"page-next": 1, "page-previous": -1}


class Stage:
    """Shows views on a surface of one size and answers what is where.

    All moments (``now``) are monotonic seconds, all points pixels of that surface. Nothing is painted but in
    ``draw``, and that only where ``needs_frame`` says so or a film goes on below.
    """

    def __init__(self, size: tuple[int, int], exhibition: Exhibition, tools: Tools | None = None) -> None:
        self._tools = tools or Tools.for_screen(size, exhibition)
        self._view: View | None = None
        self._key: SceneKey | None = None
        self._glass = Glass(Scenery.of(Scene("closed")), Overlay(self._tools))
        self._transition: Transition | None = None
        self._press = Press(self._tools)
        self._scrub = Scrub()
        self._rehearsal = Rehearsal(self._tools)
        self._browsed = 0.0
        self._dirty = True
        self._drawn_at = 0.0

    # What is shown

    def show(self, view: View, now: float) -> None:
        """Show ``view`` from now on. Cheap while only the film's position changes."""
        before, self._view = self._view, view
        key = scene_key(view)
        if key != self._key:
            self._put_up(before, view, key, now)
        overlay = self._glass.overlay
        if overlay.show(view, now):
            self._press.release(now)
            self._dirty = True
        elif before is not None and overlay.scene is not None and before.position != view.position:
            self._dirty = True
        if self._scrub.follow(view.position, now):
            self._dirty = True

    def start_over(self) -> None:
        """A new visit: scroll positions go back."""
        self._browsed = 0.0
        if self._view is not None and isinstance(self._view.visit.place, Browse):
            self._glass.scenery.scroller.jump(0.0)
            self._dirty = True

    def repaint(self) -> None:
        """The surface has lost what was painted on it."""
        self._transition = None
        self._dirty = True

    def close(self) -> None:
        """End what works in the background."""
        self._rehearsal.close()
        self._tools.close()

    def _put_up(self, before: View | None, view: View, key: SceneKey, now: float) -> None:
        """Replace the scene and let the change be seen."""
        old, position = self._glass.scenery, 0.0
        if before is not None and isinstance(before.visit.place, Browse):
            self._browsed = old.scroller.at(now)
        if isinstance(view.visit.place, Browse):
            position = self._browsed
        elif self._key is not None and (key.screen, key.film) == (self._key.screen, self._key.film):
            position = old.scroller.at(now)  # the same text set anew
        self._key = key
        self._glass.scenery = Scenery.of(self._rehearsal.scene(view), position)
        self._transition = change_scenery(before, view, (old, self._glass.scenery), now, self._tools)
        self._press.forget()
        self._scrub.forget()
        self._dirty = True
        self._rehearsal.prepare(after_waking(view))

    # Painting

    def draw(
        self, surface: Surface, now: float, film: PaintFilm | None = None, film_size: tuple[int, int] | None = None
    ) -> bool:
        """Paint the frame of this moment; answers whether anything was painted.

        ``film`` paints the current frame of what is playing into the surface it is given. ``film_size``: the size of
        that frame in pixels; where it is known, a tall screen shows a wide film in its upper half.
        """
        view, scenery = self._view, self._glass.scenery
        if view is None:
            return False
        if scenery.scene.ground is not None:
            film = None
        if film is None and not self._looks_different(now):
            scenery.paint_ahead(now)
            return False
        self._paint(surface, self._scrub.seen(view), now, film and self._placed(film, film_size))
        self._drawn_at = self._glass.seen_at = now
        self._dirty = False
        return True

    def _paint(self, surface: Surface, view: View, now: float, film: PaintFilm | None) -> None:
        if film is not None and isinstance(view.visit.place, Watching):
            self._transition = None  # the first picture of a film does not wait for a fade
        transition, scenery = self._transition, self._glass.scenery
        if self._glass.overlay.covers(now):
            self._transition = None
        elif transition is None:
            scenery.paint(surface, view, now, (0, 0), film)
        else:
            transition.begin(surface, now)
            scenery.paint(surface, view, now, (transition.shift(now), 0), film)
            transition.paint_over(surface, now)
            if transition.over(now):
                self._transition = None
        self._glass.overlay.paint(surface, view, now)
        self._press.paint(surface, now)

    def _placed(self, film: PaintFilm, size: tuple[int, int] | None) -> PaintFilm:
        """The film in the upper half of a tall screen, if it is not tall itself."""
        metrics = self._tools.metrics
        above = 2 * round(metrics.height * CENTER_TALL)
        if not metrics.tall or size is None or size[1] > above:
            return film

        def paint(surface: Surface) -> None:
            surface.fill((0, 0, 0), Rect(0, above, metrics.width, metrics.height - above))
            film(surface.subsurface(Rect(0, 0, metrics.width, above)))

        return paint

    # When to paint

    def needs_frame(self, now: float) -> bool:
        """Whether there is something to paint at ``now``, the film's own frames apart."""
        due = self.next_frame_at(now)
        return due is not None and due <= now

    def next_frame_at(self, now: float) -> float | None:
        """When to call ``draw`` again, the film's own frames apart; None while nothing changes by itself."""
        if self._view is None:
            return None
        if self._dirty:
            return now
        if not self._settled(now):
            return self._drawn_at + _FRAME
        if not self._glass.scenery.is_ready(now):
            return now
        wait = self._wait()
        return None if wait is None else self._drawn_at + wait

    def at_rest(self, now: float) -> bool:
        """Whether the scene has come to rest after a change, apart from what pulses or counts by itself."""
        return not self._dirty and self._settled(now)

    def _looks_different(self, now: float) -> bool:
        wait = self._wait()
        return self._dirty or not self._settled(now) or (wait is not None and now >= self._drawn_at + wait)

    def _wait(self) -> float | None:
        """Seconds from the last frame to the next one that something alive asks for."""
        assert self._view is not None
        waits = (each.wait(self._view, self._drawn_at) for each in (self._glass.scenery, self._glass.overlay))
        return min((wait for wait in waits if wait is not None), default=None)

    def _settled(self, now: float) -> bool:
        moving = (self._glass.scenery.scroller, self._glass.overlay, self._press)
        return self._transition is None and all(each.at_rest(now) for each in moving)

    # Under the finger

    @property
    def touch_limits(self) -> TouchLimits:
        """How far a finger may tremble on this screen."""
        return TouchLimits(slop=float(self._tools.metrics.mm(_SLOP_MM)))

    def hit(self, point: Point) -> Hit | None:
        """What a finger would find at a point."""
        return self._glass.hit(point)

    def target_at(self, point: Point) -> Target | None:
        """The topmost target under a point of what is seen."""
        return self._glass.target_at(point)

    def can_scroll(self, point: Point) -> bool:
        """Whether a finger at this point can move the content."""
        return self._glass.can_scroll(point)

    def describe(self) -> dict[str, Any]:
        """What can be seen and tapped, as plain data: ``screen``, ``targets``, ``texts``."""
        return self._glass.describe(self._tools.metrics)

    def press(self, name: str | None, now: float) -> None:
        """A finger is on the target ``name`` and it lights up; None: it was lifted or meant something else."""
        self._glass.seen_at = now
        if name is None:
            self._press.release(now)
        elif (target := self._glass.target(name)) is not None:
            self._press.press(target, now)
            self._rehearsal.prepare(self._view and after_tap(self._view, name))
        self._dirty = True

    def scroll_by(self, dy: float, now: float) -> None:
        """The finger pulled the content by ``dy`` pixels (down is positive, and shows what is above)."""
        self._glass.seen_at = now
        self._glass.scenery.scroller.drag(dy, now)
        self._dirty = True

    def fling(self, vy: float, now: float) -> None:
        """The finger let go of the content at ``vy`` pixels a second; 0 if it had come to rest."""
        self._glass.scenery.scroller.fling(vy, now)
        self._dirty = True

    def page(self, target: str, now: float) -> bool:
        """Turn the page if ``target`` is one of the page buttons; answers whether it is."""
        step = _PAGES.get(target)
        if step is None:
            return False
        self._glass.scenery.scroller.page(step, now, 0.0 if self._tools.reduce_motion else PAGE_SECONDS)
        self._dirty = True
        return True

    def scrub(self, point: Point, now: float) -> float:
        """The finger holds the scrubber at ``point``: the thumb follows. Answers the seconds of the excerpt there."""
        way = self._glass.target("scrubber")
        if self._view is None or way is None or self._view.length <= 0.0:
            return self._view.position if self._view else 0.0
        seconds = scrubbed_to(way.rect, point[0]) * self._view.length
        self._scrub.hold(seconds, now)
        self._dirty = True
        return seconds
