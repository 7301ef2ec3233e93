"""How regularly the frames of a film came onto the screen. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_LATE: Final = 1.5
"""Intervals after the one before: from then on an eye sees it."""
_USUAL_INTERVAL: Final = 0.04


@dataclass(frozen=True, slots=True)
class Shown:
    """A frame of a film came onto the screen ``at`` a moment (monotonic seconds). ``number``: its place in the film."""

    at: float
    number: int
    take: int = 0
    film: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """``shown`` frames; ``dropped``: frames that never came; ``late``: that came more than 1.5 intervals after the one
    before them; ``longest``: seconds for which one frame stood."""

    shown: int = 0
    dropped: int = 0
    late: int = 0
    longest: float = 0.0

    @property
    def due(self) -> int:
        """How many frames there should have been."""
        return self.shown + self.dropped

    @property
    def smooth(self) -> bool:
        """Whether nobody sees a difference: a frame in a hundred may be dropped or late, and two in any case."""
        return self.dropped + self.late <= max(2, self.due // 100)


NOT_WATCHED = Count()


def count(frames: Sequence[Shown], interval: float | None, until: float) -> Count:
    """Of one take, up to the moment ``until`` to which it was watched, or at which it ended.

    ``interval``: seconds from frame to frame, None where the film has no constant rate; then every frame's number is
    the one after that before it, and only late ones can be told.
    """
    if not frames:
        return NOT_WATCHED
    step = interval or _USUAL_INTERVAL
    gaps = [(later.at - before.at, later.number - before.number) for before, later in pairwise(frames)]
    rest = until - frames[-1].at
    overdue = max(0, int(rest / step) - 2) if interval else 0  # what the end itself takes is no frame's fault
    return Count(
        shown=len(frames),
        dropped=sum(max(0, numbers - 1) for _, numbers in gaps) + overdue,
        late=sum(numbers == 1 and seconds > _LATE * step for seconds, numbers in gaps),
        longest=max([seconds for seconds, _ in gaps] + ([rest] if overdue else []), default=0.0),
    )


def changeovers(frames: Sequence[Shown]) -> list[tuple[str, float]]:
    """From each film to the next: which one came, and the seconds from the last frame of the one before to its first.

    It is named as the screen names it some frames later: the first frame comes onto the screen a moment earlier.
    """
    found = []
    for index, (before, first) in enumerate(pairwise(frames), 1):
        if first.take != before.take or first.number < before.number:
            name = next((each.film for each in frames[index + 1 : index + 3] if each.film), None)
            if name:
                found.append((name, first.at - before.at))
    return found
