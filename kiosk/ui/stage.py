"""What is on the glass: the scene of the moment, what moves in it, and what a finger does to it."""

from typing import Any

from pygame import Surface

from kiosk.exhibition.exhibition import Exhibition
from kiosk.ui.gestures import Hit, TouchLimits
from kiosk.ui.glass import Glass
from kiosk.ui.motion import PAGE_SECONDS
from kiosk.ui.overlay import Overlay
from kiosk.ui.painting import PaintFilm
from kiosk.ui.scene import Point, Scene
from kiosk.ui.scenery import Scenery
from kiosk.ui.sequence import Sequence
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.captions import Captions
from kiosk.ui.widgets.placing import Beam, LeavingFilm
from kiosk.ui.widgets.press import Press
from kiosk.ui.widgets.scrub import Scrub
from kiosk.ui.widgets.scrubber import scrubbed_to

_FRAME = 1 / 60
_SLOP_MM = 4


class Stage:
    """Shows views on a surface of one size and answers what is where.

    All moments (``now``) are monotonic seconds, all points pixels of that surface. Nothing is painted but in
    ``draw``, and that only where ``needs_frame`` says so or a film goes on below.
    """

    def __init__(self, size: tuple[int, int], exhibition: Exhibition, tools: Tools | None = None) -> None:
        self._tools = tools or Tools.for_screen(size, exhibition)
        self._view: View | None = None
        self.captions = Captions(self._tools)
        self._glass = Glass(Scenery.of(Scene("closed")), Overlay(self._tools), Press(self._tools), self.captions)
        self._scrub = Scrub()
        self._sequence = Sequence(self._tools)
        self._beam = Beam(self._tools.metrics)
        self._dirty, self._quiet, self._lent = True, False, False

    def successor(self, exhibition: Exhibition, now: float, size: tuple[int, int] | None = None) -> "Stage":
        """A stage for what the exhibition is now, where visitors find their place again. Where the tools of this one
        serve for it, words that were set stay set; with ``size``, all is made anew for a surface of that size."""
        self._lent = size is None and self._tools.suit(exhibition)
        if self._lent:
            self._tools.stills.forget()
        after = Stage(size or self._tools.size, exhibition, self._tools if self._lent else None)
        after._sequence.go_on_from(self._sequence, self._glass.scenery, now)
        return after

    # What is shown

    def show(self, view: View, now: float) -> None:
        """Show ``view`` from now on. Cheap while only the film's position changes."""
        before, self._view, self._quiet = self._view, view, False
        self.captions.show(view)
        if self._sequence.follow(before, view, self._glass, now):
            self._scrub.forget()
            self._disturb()
        overlay = self._glass.overlay
        if overlay.show(view, now):
            self._glass.press.release(now)
            self._disturb()
        elif before is not None and overlay.scene is not None and before.position != view.position:
            self._disturb()
        if self._scrub.follow(view.position, now):
            self._disturb()

    def start_over(self) -> None:
        """A new visit: scroll positions go back."""
        self._sequence.start_over()
        self._glass.scenery.scroller.jump(0.0)
        self._disturb()

    def repaint(self) -> None:
        """The surface has lost what was painted on it."""
        self._glass.transition = None
        self._disturb()

    def close(self, *, wait: bool = True) -> None:
        """End what works in the background, and ``wait`` for what it has begun."""
        self._sequence.close(wait=wait)
        if not self._lent:
            self._tools.close(wait=wait)

    # Painting

    def draw(
        self,
        surface: Surface,
        now: float,
        film: PaintFilm | None = None,
        film_size: tuple[int, int] | None = None,
        leaving: LeavingFilm | None = None,
    ) -> bool:
        """Paint the frame of this moment; answers whether anything was painted.

        ``film`` paints the current frame of what is playing into the surface it is given. ``film_size``: the size of
        that frame in pixels; where it is known, a tall screen shows a wide film in its upper half. ``leaving``: what a
        crossfade shows below it.
        """
        view, scenery = self._view, self._glass.scenery
        if view is None:
            return False
        film = film if self._glass.shows_film else None
        if film is None and self.at_rest(now) and not self._glass.is_live_due(view, now):
            scenery.paint_ahead(now)
            return False
        film = film and self._beam.cast(film, film_size, leaving)
        self._glass.paint(surface, self._scrub.seen(view), now, film, film_size)
        self._dirty = False
        return True

    # When to paint

    def needs_frame(self, now: float) -> bool:
        """Whether there is something to paint at ``now``, the film's own frames apart."""
        due = self.next_frame_at(now)
        return due is not None and due <= now

    def next_frame_at(self, now: float) -> float | None:
        """When to call ``draw`` again, the film's own frames apart; None while nothing changes by itself."""
        if self._view is None or self._quiet:
            return None
        if self._dirty:
            return now
        if not self._glass.at_rest(now):
            return self._glass.painted_at + _FRAME
        if not self._glass.scenery.is_ready(now):
            return now
        live = self._glass.live_at(self._view)
        self._quiet = live is None  # asked for every frame of a film: found out once, until somebody disturbs it
        return live

    def at_rest(self, now: float) -> bool:
        """Whether the scene has come to rest after a change, apart from what pulses or counts by itself."""
        return not self._dirty and self._glass.at_rest(now)

    def _disturb(self) -> None:
        """Something is to be painted, and may move or live from now on."""
        self._dirty, self._quiet = True, False

    # Under the finger

    @property
    def touch_limits(self) -> TouchLimits:
        """How far a finger may tremble on this screen, and the rest of the touch contract."""
        return TouchLimits(slop=float(self._tools.metrics.mm(_SLOP_MM)))

    def hit(self, point: Point) -> Hit | None:
        """What a finger would find at a point."""
        return self._glass.hit(point)

    def describe(self) -> dict[str, Any]:
        """What can be seen and tapped, as plain data: ``screen``, ``targets``, ``texts``."""
        return self._glass.describe(self._tools.metrics)

    def press(self, name: str | None, now: float) -> None:
        """A finger is on the target ``name`` and it lights up; None: it was lifted or meant something else."""
        self._glass.seen_at = now
        self._glass.scenery.touch(name, now)
        if name is None:
            self._glass.press.release(now)
        elif (target := self._glass.target(name)) is not None:
            self._glass.press.press(target, now)
            self._sequence.expect_tap(self._view, name)
        self._disturb()

    def scroll_by(self, dy: float, now: float) -> None:
        """The finger pulled the content by ``dy`` pixels (down is positive, and shows what is above)."""
        self._glass.seen_at = now
        self._glass.scenery.scroller.drag(dy, now)
        self._disturb()

    def fling(self, vy: float, now: float) -> None:
        """The finger let go of the content at ``vy`` pixels a second; 0 if it had come to rest."""
        self._glass.scenery.scroller.fling(vy, now)
        self._disturb()

    def page(self, target: str, now: float) -> bool:
        """Turn the page if ``target`` is one of the page buttons; answers whether it is."""
        turns = self._glass.scenery.page(target, now, 0.0 if self._tools.reduce_motion else PAGE_SECONDS)
        if turns:
            self._disturb()
        return turns

    def scrub(self, point: Point, now: float) -> float:
        """The finger holds the scrubber at ``point``: the thumb follows. Answers the seconds of the excerpt there."""
        way = self._glass.target("scrubber")
        if self._view is None or way is None:
            return self._view.position if self._view else 0.0
        self._disturb()
        return self._scrub.hold(scrubbed_to(way.rect, point[0]) * self._view.length, now)
