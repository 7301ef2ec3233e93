"""Where libvlc's picture thread waits while a film is paused."""

import threading
from typing import Final

_REPEAT_SECONDS: Final = 0.06
"""libvlc repeats the frame of a paused film every 80 ms; those of a film that runs come sooner."""


class Gate:
    """Lets libvlc's picture thread sleep: a paused film would else be scaled and copied twelve times a second.

    It goes to sleep when it repeats a frame, a sign that it has taken the pause in. Put to sleep before, it gives back
    no pictures; a decoder that waits for one never hears of the pause, and hurries after it is over.
    """

    most_seconds = 5.0

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self._may_close = False
        self._passed_at = 0.0

    def close_soon(self) -> None:
        """Close it with the next frame that is repeated. Only when libvlc has told that it is paused."""
        self._may_close = True

    def open(self) -> None:
        """Has to come before libvlc is told to go on or to stop, since it waits for its picture thread."""
        self._may_close = False
        self._open.set()

    def passes(self, now: float, *, repeated: bool) -> None:
        """On libvlc's picture thread, for each frame that it displays: returns when the gate is open."""
        if repeated and self._may_close and now - self._passed_at > _REPEAT_SECONDS:
            self._open.clear()
            if not self._may_close:  # it was opened at this very moment
                self._open.set()
        self._passed_at = now
        self._open.wait(self.most_seconds)
