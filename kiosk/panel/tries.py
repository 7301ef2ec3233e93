"""How often a wrong PIN was tried, and how long the panel stays locked for it. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

FREE_TRIES: Final = 5
FIRST_LOCK: Final = timedelta(minutes=1)
LONGEST_LOCK: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Tries:
    """``wrong``: tries since the last right one. ``last``: when the last of them was, on the wall clock."""

    wrong: int = 0
    last: datetime | None = None

    def failed(self, now: datetime) -> "Tries":
        """After one more wrong try."""
        return replace(self, wrong=self.wrong + 1, last=now)

    @property
    def lock(self) -> timedelta:
        """How long the lock is: nothing for the first tries, then a minute, doubled by every further one."""
        beyond = self.wrong - FREE_TRIES
        if beyond < 0:
            return timedelta(0)
        return min(FIRST_LOCK * (1 << min(beyond, 16)), LONGEST_LOCK)

    def locked_for(self, now: datetime) -> timedelta:
        """How long it stays locked from ``now`` on. A clock that was put back does not make it longer than it is."""
        if self.last is None:
            return timedelta(0)
        return max(timedelta(0), self.lock - max(timedelta(0), now - self.last))
