"""From one item of the loop to the next on the attract screen: its picture, and the words over it.

Pictures change at once or cross over each other, as the loop file says. Words leave before others come, so that
titles never stand in each other's way; what both have in common, such as the invitation to touch, does not move.
"""

from pygame import Surface

from kiosk.exhibition.crossfade import Crossfade
from kiosk.ui.motion import Change, ease_in_out, manner
from kiosk.ui.painting import PaintFilm, blit_faded, paint_ground
from kiosk.ui.scene import Layer, Moment, Scene
from kiosk.ui.view import View


class Exchange:
    """An exchange under way. All moments are monotonic seconds."""

    def __init__(self, before: View, scenes: tuple[Scene, Scene], crossfade: Crossfade, *, reduce_motion: bool) -> None:
        """``scenes``: what leaves and what comes. ``crossfade``: of their pictures. It is no motion: where that is to
        be reduced, it takes as long as the loop file says all the same."""
        self.before = before
        self._old, self._new = scenes
        self._pictures = crossfade
        self._seconds = crossfade.seconds or manner(Change.ATTRACT, reduce_motion).seconds
        self._begun: float | None = crossfade.begins if crossfade.seconds > 0.0 else None
        old, new = self._old.layers, self._new.layers
        self._staying = {index for index, layer in enumerate(new) if any(_same(layer, each) for each in old)}
        self._leaving = [layer for layer in old if not any(_same(layer, each) for each in new)]

    def begin(self, surface: Surface, now: float) -> None:  # noqa: ARG002
        """Where pictures change at once, words take their time from the first frame on."""
        if self._begun is None:
            self._begun = now

    def over(self, now: float) -> bool:
        return self._share(now) >= 1.0

    def shows_more_of_the_old(self, now: float) -> bool:
        """Whether more is seen of what leaves: its picture, and its words are the ones that can be read."""
        return self._pictures.share(now) < 0.5

    def shift(self, now: float) -> int:  # noqa: ARG002
        """Nothing slides."""
        return 0

    def paint(self, surface: Surface, view: View, now: float, film: PaintFilm | None) -> None:
        """Paint all of the attract screen."""
        share = self._pictures.share(now)
        self._paint_pictures(surface, film, share)
        words = ease_in_out(self._share(now))
        for layer in self._leaving:
            blit_faded(surface, layer.surface, layer.at, max(0.0, 1.0 - 2.0 * words))
        for index, layer in enumerate(self._new.layers):
            opacity = 1.0 if index in self._staying else max(0.0, 2.0 * words - 1.0)
            blit_faded(surface, layer.surface, layer.at, opacity)
        for live in self._new.live:
            live.draw(surface, Moment(view, now))

    def paint_over(self, surface: Surface, now: float) -> None:
        """Nothing: all of it was painted."""

    def _paint_pictures(self, surface: Surface, film: PaintFilm | None, share: float) -> None:
        """A film goes on below a still or a card that comes, and above one that leaves; two films are mixed already."""
        old, new = self._old.ground, self._new.ground
        if old is None and new is not None:
            paint_ground(surface, self._old, film)
            blit_faded(surface, new, (0, 0), share)
            return
        paint_ground(surface, self._new, film)
        if old is not None:
            blit_faded(surface, old, (0, 0), 1.0 - share)

    def _share(self, now: float) -> float:
        return 0.0 if self._begun is None else Crossfade(self._begun, self._seconds).share(now)


def exchange(before: View, view: View, scenes: tuple[Scene, Scene], *, reduce_motion: bool) -> Exchange | None:
    """From one item to the next; None where all of it changes at once: a still or a card comes or goes by a cut."""
    old, new = scenes
    if view.crossfade.seconds <= 0.0 and (old.ground is not None or new.ground is not None):
        return None
    return Exchange(before, scenes, view.crossfade, reduce_motion=reduce_motion)


def _same(one: Layer, other: Layer) -> bool:
    """Whether two layers are the same to the eye, although they may have been made one after the other."""
    if one.at != other.at or one.surface.get_size() != other.surface.get_size():
        return False
    return one.surface is other.surface or one.surface.get_buffer().raw == other.surface.get_buffer().raw
