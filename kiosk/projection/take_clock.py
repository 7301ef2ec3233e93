"""The time of one take on the screen: from its first frame, without the pauses."""


class TakeClock:
    """Seconds since a take's first frame was due. Moments are monotonic seconds."""

    def __init__(self) -> None:
        self._start: float | None = None
        self._held_at: float | None = None
        self.running_since = 0.0
        """Since when it has run without a pause."""

    @property
    def begun(self) -> bool:
        return self._start is not None

    @property
    def start(self) -> float:
        """When the first frame was due, moved on by every pause; 0 before that is known."""
        return self._start or 0.0

    @property
    def running(self) -> bool:
        """Whether it has begun and does not stand still."""
        return self._start is not None and self._held_at is None

    def begin(self, at: float) -> None:
        self._start = self.running_since = at

    def hold(self, now: float) -> None:
        if self._held_at is None:
            self._held_at = now

    def go_on(self, now: float) -> None:
        if self._held_at is None:
            return
        if self._start is not None:
            self._start += max(0.0, now - max(self._held_at, self._start))
        self._held_at = None
        self.running_since = max(now, self.running_since)

    def elapsed(self, now: float) -> float:
        """Negative before the first frame is due, and before that is known."""
        if self._start is None:
            return -1.0
        return (now if self._held_at is None else self._held_at) - self._start

    def moment(self, seconds: float) -> float | None:
        """When so many seconds will have passed; None while that is not known."""
        return self._start + seconds if self._start is not None and self._held_at is None else None
