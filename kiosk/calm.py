"""The moment for long work between two frames of a film."""

from typing import Final

from kiosk.clock import Clock

_ROOM: Final = 0.025
"""Seconds. A thousand films are put on the stage in about that time."""
_PATIENCE: Final = 0.2


class CalmMoment:
    """Finds the moment for what may take as long as a frame is seen: right after one, so that the next is not late.

    Where there is no such moment, because 50 or more frames a second are shown or the machine is too slow, it comes
    after 0.2 s.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since: float | None = None

    def has_come(self, seconds: float) -> bool:
        """To be asked again and again while something waits for it. ``seconds``: until the next frame."""
        now = self._clock.monotonic()
        if self._since is None:
            self._since = now
        if seconds < _ROOM and now - self._since < _PATIENCE:
            return False
        self._since = None
        return True
