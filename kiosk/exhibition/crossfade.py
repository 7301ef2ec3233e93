"""From one item of a loop to the next over a stretch of time in which both are seen and heard."""

from dataclasses import dataclass
from typing import Final

SHORTEST_SECONDS: Final = 0.2
"""Less is not seen as a crossfade; it is a cut then."""


@dataclass(frozen=True, slots=True)
class Crossfade:
    """One that is under way. ``begins``: monotonic seconds; ``seconds``: its length, 0 for a cut."""

    begins: float
    seconds: float

    @property
    def ends(self) -> float:
        """Monotonic seconds."""
        return self.begins + self.seconds

    def share(self, now: float) -> float:
        """How much of what comes is seen at ``now``, 0…1; the rest is what leaves."""
        if self.seconds <= 0.0:
            return 1.0
        return min(1.0, max(0.0, (now - self.begins) / self.seconds))


CUT: Final = Crossfade(0.0, 0.0)


def length(over: float, *items: float) -> float:
    """Seconds that a crossfade between ``items`` (their seconds) takes where ``over`` are wished for.

    At most half of the shorter one, so that each is once seen alone; 0 where too little is left. An item whose length
    is not known, 0, is taken to be long enough.
    """
    seconds = min(over, *(item / 2 for item in items if item > 0.0), float("inf"))
    return seconds if seconds >= SHORTEST_SECONDS else 0.0
