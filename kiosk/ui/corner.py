"""The corner that an installer holds to open the panel: a contact that begins in it waits there. Pure.

Visitors do not notice: nothing shows the corner, nothing that is tapped lies in it, and a finger that is lifted or
leaves before its time is passed on as if it had not waited.
"""

from dataclasses import dataclass, field
from typing import Final

from pygame import Rect

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.text import language_direction
from kiosk.ui.gestures import Contact
from kiosk.ui.metrics import Metrics

HOLD_SECONDS: Final = 3.0


def service_corner(size: tuple[int, int], exhibition: Exhibition) -> Rect:
    """The upper corner away from the language button, as far as nothing that is tapped lies in it.

    ``size``: of the screen in pixels. The margin that every screen keeps: 5 % of a wide one, 26 mm at 24 inches.
    """
    edge = Metrics(*size, exhibition.screen.inches).margin
    on_the_right = language_direction(exhibition.languages[0]) == "rtl"
    return Rect(size[0] - edge if on_the_right else 0, 0, edge, edge)


@dataclass(slots=True)
class Corner:
    """``place``: the corner on the glass; None for none."""

    place: Rect | None
    _waiting: list[Contact] = field(default_factory=list)

    def let_through(self, contact: Contact) -> list[Contact]:
        """The contacts that mean something else, in their order."""
        if self._waiting:
            same = contact.finger == self._waiting[0].finger
            if contact.kind == "move" and same and self._holds(contact):
                return []
            return [*self._release(), contact]
        if contact.kind == "down" and self._holds(contact):
            self._waiting = [contact]
            return []
        return [contact]

    @property
    def held_at(self) -> float | None:
        """Monotonic seconds at which it will have been held for long enough; None while nobody holds it."""
        return self._waiting[0].at + HOLD_SECONDS if self._waiting else None

    def is_held(self, now: float) -> bool:
        """Whether it was held long enough by ``now``; true once for each time, and what was held goes nowhere."""
        if self.held_at is None or now < self.held_at:
            return False
        self._waiting = []
        return True

    def _holds(self, contact: Contact) -> bool:
        return self.place is not None and self.place.collidepoint(contact.point)

    def _release(self) -> list[Contact]:
        waiting, self._waiting = self._waiting, []
        return waiting
