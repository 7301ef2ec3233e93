"""Hours of a day made shorter or longer, as somebody on the spot needs them."""

from datetime import date, datetime, time, timedelta
from typing import Final

from kiosk.exhibition.hours import Hours
from kiosk.exhibition.when import Span

_DAY: Final = 24 * 60


def span_at(hours: Hours, now: datetime) -> date | None:
    """The day to which the hours belong that ``now`` (on the exhibition's clock) is in, which may be yesterday's."""
    today = now.date()
    days = (today, today - timedelta(days=1))
    return next((day for day in days if any(_holds(each, day, now) for each in hours.on(day))), None)


def closed_from(spans: tuple[Span, ...], day: date, now: datetime) -> tuple[Span, ...]:
    """The hours of ``day`` if those that ``now`` is in end now; what comes later is as it was."""
    end = now.time().replace(second=0, microsecond=0, tzinfo=None)
    shorter = (Span(each.start, end) if _holds(each, day, now) else each for each in spans)
    return tuple(each for each, before in zip(shorter, spans, strict=True) if each == before or each.start != each.end)


def longer_until(spans: tuple[Span, ...], now: datetime, until: datetime) -> tuple[Span, ...]:
    """The hours of today if it stays open, or opens, from now ``until`` then, less than a day ahead."""
    begin = now.time().replace(second=0, microsecond=0, tzinfo=None)
    return _joined((*spans, Span(begin, until.time().replace(tzinfo=None))))


def all_day(spans: tuple[Span, ...]) -> bool:
    """Whether it is open from midnight to midnight."""
    return any(each.start == each.end == time(0) for each in spans)


def _holds(span: Span, day: date, now: datetime) -> bool:
    begin, end = _minutes(span)
    at = (now.date() - day).days * _DAY + now.hour * 60 + now.minute
    return begin <= at < end


def _joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same hours, those that overlap or follow each other as one, as long as that is not more than a day."""
    found: list[tuple[int, int]] = []
    for begin, end in sorted(_minutes(each) for each in spans):
        if found and begin <= found[-1][1] and max(end, found[-1][1]) - found[-1][0] <= _DAY:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((begin, end))
    return tuple(Span(_time(begin), _time(end)) for begin, end in found)


def _minutes(span: Span) -> tuple[int, int]:
    """From the day's midnight on."""
    begin, end = (each.hour * 60 + each.minute for each in (span.start, span.end))
    return begin, end + _DAY if span.past_midnight else end


def _time(minutes: int) -> time:
    return time(minutes % _DAY // 60, minutes % 60)
