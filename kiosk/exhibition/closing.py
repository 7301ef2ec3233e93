"""What becomes of the screen outside the opening hours."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from kiosk.exhibition.loop import NO_LOOP, Loop

LAST_FILM = timedelta(minutes=5)
"""A film that ends so soon after closing is played out."""


@dataclass(frozen=True, slots=True)
class Closing:
    """How the exhibition closes.

    ``notice``: so long before closing visitors are told. ``screen``: ``loop`` shows ``loop``, and nobody can touch it.
    ``on_close`` and ``on_open``: a command and its arguments, empty for none.
    """

    notice: timedelta = timedelta(minutes=10)
    screen: Literal["black", "off", "loop"] = "black"
    loop: Loop = NO_LOOP
    on_close: tuple[str, ...] = ()
    on_open: tuple[str, ...] = ()


AS_USUAL = Closing()
