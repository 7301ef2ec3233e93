"""What the calendar says at a moment, and when it says something else next.

Everything here follows from the moment alone: a clock that is put right, forwards or backwards, leaves nothing to be
mended.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from kiosk.exhibition.closing import LAST_FILM
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.screenings import ScreeningHere, screenings_here

ANNOUNCED = timedelta(minutes=10)
"""So long before a screening visitors of this screen are told."""
FOYER = timedelta(minutes=5)
"""So long before it the countdown begins, if nobody is there; a touch still leads to the films."""
LAST_MINUTE = timedelta(minutes=1)
"""So long before it the screen is given over to it."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)

Phase = Literal["announced", "foyer", "last minute", "running"]
"""How near a screening on this screen is."""

Seconds = Mapping[tuple[str, str], float]
"""How long excerpts are, by (film id, excerpt id), as far as that is known."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds at a moment.

    ``closes``: when the exhibition closes, from the closing notice on. ``screening`` on this screen and its ``phase``,
    from its announcement to its end. ``films_until``: until when a visitor's film has to be over; None where it may
    take its time. All moments are in UTC.
    """

    open: bool = True
    closes: datetime | None = None
    screening: ScreeningHere | None = None
    phase: Phase | None = None
    films_until: datetime | None = None

    @property
    def welcomes(self) -> bool:
        """Whether visitors may use the screen."""
        return self.open and self.phase not in ("last minute", "running")

    def after_screening(self) -> "Standing":
        """The same without the screening."""
        return replace(self, screening=None, phase=None)


OPEN = Standing()


def standing(
    exhibition: Exhibition, now: datetime, seconds: Seconds | None = None, over: Container[ScreeningHere] = ()
) -> Standing:
    """What holds at ``now`` (aware). ``over``: screenings that were shown, whatever the clock says."""
    hours, now = exhibition.hours, now.astimezone(UTC)
    is_open = hours.is_open(now)
    closing = _utc(hours.closing(now)) if is_open else None
    screening = next((each for each in _screenings(exhibition, seconds or {}, over) if _is_near(each, now)), None)
    phase = _phase(screening, now) if screening else None
    limits = []
    if not is_open:
        closed = _utc(hours.closed_at(now))
        limits.append(closed + LAST_FILM if closed else _LONG_AGO)
    if screening and phase in ("last minute", "running"):
        limits.append(screening.begins)
    return Standing(
        open=is_open,
        closes=closing if closing and now >= closing - exhibition.closing.notice else None,
        screening=screening,
        phase=phase,
        films_until=min(limits, default=None),
    )


def at_hour(exhibition: Exhibition, *, after_hours: bool) -> Exhibition:
    """The exhibition with the loop that plays at that time: the one of its opening hours, or the other one."""
    return replace(exhibition, loop=exhibition.closing.loop) if after_hours else exhibition


def next_change(
    exhibition: Exhibition, now: datetime, seconds: Seconds | None = None, over: Container[ScreeningHere] = ()
) -> datetime:
    """The next moment after ``now`` at which ``standing`` can be another, or a new day begins; in UTC."""
    now = now.astimezone(UTC)
    return min(each for each in _moments(exhibition, now, seconds or {}, over) if each > now)


def _moments(
    exhibition: Exhibition, now: datetime, seconds: Seconds, over: Container[ScreeningHere]
) -> Iterator[datetime]:
    hours = exhibition.hours
    yield hours.midnight(now).astimezone(UTC)
    if (turn := _utc(hours.next_turn(now))) is not None:
        yield turn
        if hours.is_open(now):
            yield turn - exhibition.closing.notice
    if (closed := _utc(hours.closed_at(now))) is not None:
        yield closed + LAST_FILM
    for each in _screenings(exhibition, seconds, over):
        yield each.begins - ANNOUNCED
        yield each.begins - FOYER
        yield each.begins - LAST_MINUTE
        yield each.begins
        yield each.ends


def _screenings(exhibition: Exhibition, seconds: Seconds, over: Container[ScreeningHere]) -> Iterator[ScreeningHere]:
    return (each for each in screenings_here(exhibition.playlist, seconds) if each not in over)


def _is_near(screening: ScreeningHere, now: datetime) -> bool:
    return screening.begins - ANNOUNCED <= now < screening.ends


def _phase(screening: ScreeningHere, now: datetime) -> Phase:
    left = screening.begins - now
    if left <= timedelta(0):
        return "running"
    return "last minute" if left <= LAST_MINUTE else "foyer" if left <= FOYER else "announced"


def _utc(moment: datetime | None) -> datetime | None:
    """Where moments can be added to and compared: Python takes those of one time zone by the hands of the clock."""
    return moment.astimezone(UTC) if moment is not None else None
