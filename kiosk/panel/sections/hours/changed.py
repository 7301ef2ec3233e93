"""The opening hours as the panel changes them: what it reads, what it writes, and how it says them."""

from datetime import date, datetime, timedelta
from typing import Final

from kiosk.exhibition.hours import Hours
from kiosk.exhibition.opening import all_day
from kiosk.exhibition.when import Span, parse_span
from kiosk.panel.effects import Change, Drop, Put, Write
from kiosk.panel.section import Seen
from kiosk.panel.words import Both, Moment, Said, Say, TimeOfDay

SPECIAL: Final = ("hours", "special")
QUARTER: Final = timedelta(minutes=15)
"""Times are stepped by that much."""


def hours_of(seen: Seen) -> Hours:
    """The opening hours with what was changed a moment ago."""
    hours = seen.exhibition.hours
    special = dict(hours.special)
    for way, change in seen.written.items():
        if way[:2] == SPECIAL and len(way) == 3:
            day = date.fromisoformat(way[2])
            if isinstance(change, Put):
                special[day] = spans_of(str(change.value))
            else:
                special.pop(day, None)
    return Hours(hours.weekly, special, hours.zone)


def written(spans: tuple[Span, ...]) -> str:
    """As in ``kiosk.yaml``: ``10:00-20:00``, or ``closed``."""
    return ", ".join(f"{each.start:%H:%M}-{each.end:%H:%M}" for each in spans) or "closed"


def put_hours(hours: Hours, day: date, spans: tuple[Span, ...]) -> Write:
    return Write((*outdated(hours, day), Put((*SPECIAL, str(day)), written(spans))))


def without(seen: Seen, day: date) -> Write:
    return Write((taken_out(seen, day),))


def taken_out(seen: Seen, day: date) -> Change:
    """The day is like others again: what the panel wrote goes; what ``kiosk.yaml`` says is written over."""
    way = (*SPECIAL, str(day))
    is_ours = way in seen.kept or isinstance(seen.written.get(way), Put)
    return Drop(way) if is_ours else Put(way, written(hours_of(seen).usual(day)))


def outdated(hours: Hours, today: date) -> tuple[Change, ...]:
    """Days that are long over are of no use in the file."""
    return tuple(Drop((*SPECIAL, str(day))) for day in sorted(hours.special) if (today - day).days > 1)


def said(spans: tuple[Span, ...]) -> Said:
    if not spans:
        return Say("panel.hours.closed")
    if all_day(spans):
        return Say("panel.hours.all_day")
    return Both(
        tuple(Say("panel.hours.span", {"from": TimeOfDay(each.start), "to": TimeOfDay(each.end)}) for each in spans)
    )


def moment(turn: datetime, now: datetime) -> Said:
    """Only the time of day where that says enough."""
    return TimeOfDay(turn.time()) if turn.date() == now.date() else Moment(turn)


def spans_of(text: str) -> tuple[Span, ...]:
    """What ``written`` has written."""
    return () if text == "closed" else tuple(parse_span(each) for each in text.split(","))
