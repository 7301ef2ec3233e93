"""Where a finger has been in the last moments, and so how fast it is."""

from collections import deque

WINDOW = 0.080
"""Seconds that count. Longer, and a finger that has stopped would still fling; shorter, and one sample decides."""


class Trail:
    """The last positions of a finger."""

    def __init__(self) -> None:
        self._samples: deque[tuple[float, float, float]] = deque()

    def add(self, at: float, point: tuple[float, float]) -> None:
        """It was at ``point`` (pixels) at the moment ``at`` (seconds)."""
        self._samples.append((at, *point))
        while self._samples[0][0] < at - WINDOW:
            self._samples.popleft()

    def velocity(self) -> tuple[float, float]:
        """Pixels a second over the moments before the last position; 0 if it stood still or too little is known."""
        if not self._samples:
            return 0.0, 0.0
        (first, x, y), (last, end_x, end_y) = self._samples[0], self._samples[-1]
        if last <= first:
            return 0.0, 0.0
        return (end_x - x) / (last - first), (end_y - y) / (last - first)
