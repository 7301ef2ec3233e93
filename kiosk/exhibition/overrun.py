"""What would last longer than there is time for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal


@dataclass(frozen=True, slots=True)
class Overrun:
    """What an excerpt would run into, and when that is, on the exhibition's clock."""

    into: Literal["closing", "screening"]
    at: datetime


def overrun(length: timedelta, now: datetime, closing: datetime | None, screening: datetime | None) -> Overrun | None:
    """What something that lasts so long, and begins ``now``, runs into first; None if there is time enough.

    ``closing`` and the next ``screening`` on this screen: aware moments, None where there is none.
    """
    limits = [
        each
        for each in (
            Overrun("screening", screening) if screening is not None else None,
            Overrun("closing", closing) if closing is not None else None,
        )
        if each is not None and now + length > each.at
    ]
    return min(limits, key=lambda each: each.at, default=None)
