"""When the rights in a film allow it to be shown."""

from datetime import date, timedelta
from typing import Literal

from kiosk.exhibition.film import Rights

Barred = Literal["not-yet", "over", "spent"]
"""Why a film cannot be played: before its first day, after its last, or played as often today as it may be."""


def barred(rights: Rights, today: date, plays: int) -> Barred | None:
    """Why a film cannot be played on ``today`` (of the exhibition's zone), None if it can.

    ``plays``: how often it was begun today. After the plays of its last day nothing is to come any more.
    """
    if rights.begin is not None and today < rights.begin:
        return "not-yet"
    if rights.until is not None and today > rights.until:
        return "over"
    if rights.plays_per_day is not None and plays >= rights.plays_per_day:
        return "over" if rights.until is not None and today + timedelta(days=1) > rights.until else "spent"
    return None


def left_for_loop(rights: Rights, plays: int) -> bool:
    """Whether the attract loop may play a film once more, of which ``plays`` were begun today.

    Its plays count like any others, so it leaves half of them to visitors.
    """
    return rights.plays_per_day is None or plays < rights.plays_per_day // 2
