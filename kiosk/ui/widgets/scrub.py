"""The scrubber's thumb while a finger holds it, and until the film has followed."""

from dataclasses import replace

from kiosk.ui.view import View

_NEAR_SECONDS = 0.5
_PATIENCE_SECONDS = 2.5


class Scrub:
    """Where the thumb is shown: with the finger, then at the place that was chosen until the film is there."""

    def __init__(self) -> None:
        self._held: float | None = None
        self._touched_at = 0.0

    def hold(self, seconds: float, now: float) -> float:
        """The finger is, or was last, at ``seconds`` of the excerpt; answers these."""
        self._held, self._touched_at = seconds, now
        return seconds

    def forget(self) -> None:
        """Another excerpt, or none."""
        self._held = None

    def follow(self, position: float, now: float) -> bool:
        """The film is at ``position``: near enough, or after too long, the thumb is the film's again; answers whether
        it just became so. While a finger goes on dragging, ``hold`` takes it back at once."""
        if self._held is None:
            return False
        if abs(position - self._held) > _NEAR_SECONDS and now - self._touched_at < _PATIENCE_SECONDS:
            return False
        self._held = None
        return True

    def seen(self, view: View) -> View:
        """The view with the position that is to be seen."""
        return view if self._held is None else replace(view, position=self._held)
