"""Which scene follows which: made ahead where that can be foreseen, and begun where the visitor was."""

from dataclasses import replace

from kiosk.exhibition.film import Film
from kiosk.ui.exchange import Exchange
from kiosk.ui.glass import Glass
from kiosk.ui.places import Places
from kiosk.ui.rehearsal import Rehearsal, after_tap
from kiosk.ui.scenery import Scenery
from kiosk.ui.screens import SceneKey, scene_key
from kiosk.ui.tools import Tools
from kiosk.ui.transition import change_scenery
from kiosk.ui.view import View
from kiosk.visit.places import Attract


class Sequence:
    """Puts up the scenes of one screen. The loop's next item is made ahead on a thread of its own, so that it takes
    nothing from what a finger may ask for."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._key: SceneKey | None = None
        self._places = Places()
        self._rehearsal = Rehearsal(tools)
        self._coming = Rehearsal(tools)
        self._shown: Film | None = None

    def follow(self, before: View | None, view: View, glass: Glass, now: float) -> bool:
        """Put up the scene of ``view`` if it is another one, and let the change be seen; whether it is."""
        key, shown = scene_key(view), glass.scenery.scene
        if isinstance(view.visit.place, Attract) and view.showing is not None:  # it is None while a clip is late
            self._shown = view.shown_film
        if key != self._key:
            if shown.renewed is not None and key.is_but_for_cards(self._key):
                self._key = key
                glass.scenery.renew(shown.renewed(view), now)
            else:
                self._put_up(before, view, key, glass, now)
            return True
        self._expect_next(view)
        return False

    def expect_tap(self, view: View | None, target: str) -> None:
        """A finger is on a target: begin with what it will most likely ask for."""
        self._rehearsal.prepare(view and after_tap(view, target))

    def start_over(self) -> None:
        """A new visit: scroll positions go back."""
        self._places.forget()

    def go_on_from(self, before: "Sequence", scenery: Scenery, now: float) -> None:
        """Begin where visitors were in the sequence ``before``, whose ``scenery`` stands."""
        self._places, self._shown = before._places, before._shown
        if before._key is not None:
            self._places.leave(before._key, scenery, now)

    def close(self, *, wait: bool = True) -> None:
        """End what works in the background."""
        self._rehearsal.close(wait=wait)
        self._coming.close(wait=wait)

    def _put_up(self, before: View | None, view: View, key: SceneKey, glass: Glass, now: float) -> None:
        old = glass.scenery
        if before is not None and isinstance(before.visit.place, Attract):
            self._places.invite(_leaving(glass, now) or self._shown)
        if self._key is not None:
            self._places.leave(self._key, old, now)
        self._key = key
        rehearsal = self._coming if key.screen == "attract" else self._rehearsal
        scene = rehearsal.scene(view)
        if scene.beginning_with is not None:
            scene = scene.beginning_with(self._places.first)
        glass.scenery = Scenery.of(scene, self._places.position(key, scene))
        glass.scenery.scroller.fling(0.0, now)  # what was on its way when it was made anew comes to rest on a row
        glass.transition = change_scenery(before, view, (old, glass.scenery), now, self._tools)
        glass.overlay.drop()
        glass.press.forget()
        self._rehearsal.foresee(view)
        self._expect_next(view)

    def _expect_next(self, view: View) -> None:
        """Make the attract screen of the loop's next item."""
        if not isinstance(view.visit.place, Attract) or view.coming is None:
            return
        following = replace(view, showing=view.coming, coming=None)
        if scene_key(following) != self._key:
            self._coming.prepare(following, when_calm=True)


def _leaving(glass: Glass, now: float) -> Film | None:
    """The film that gives way on the attract screen, as long as more is seen of it than of the next one."""
    change = glass.transition
    return change.before.shown_film if isinstance(change, Exchange) and change.shows_more_of_the_old(now) else None
