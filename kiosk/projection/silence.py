"""How long nothing was heard from a projector."""

from typing import Final

SILENCE_SECONDS: Final = 2.0
"""A projector speaks twice a second; one that is silent for so long has stopped."""

START_SECONDS: Final = 15.0
"""How long a new process may be silent: loading libvlc takes long on a cold and busy machine."""

_STEP_SECONDS: Final = 0.6
"""A kiosk that looks less often than that was suspended itself, and must not take that for the projector's silence."""


class Silence:
    """Adds up the time without a word."""

    def __init__(self, now: float) -> None:
        self._last = now
        self._seconds = 0.0
        self._limit = START_SECONDS

    def ready(self) -> None:
        """From now on it speaks twice a second."""
        self._limit = SILENCE_SECONDS

    def too_long(self, now: float, *, heard: bool) -> bool:
        """Whether it has been silent for too long; ``heard``: there was a word since the last call."""
        self._seconds = 0.0 if heard else self._seconds + min(now - self._last, _STEP_SECONDS)
        self._last = now
        return self._seconds > self._limit
