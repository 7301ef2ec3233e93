"""Days, dates and hours at which something takes part: ``fri``, ``2026-12-04``, ``sat-sun 18:00-22:00``."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a day; it goes past midnight where ``end`` is not after ``start``. ``end`` is not included."""

    start: time
    end: time

    @property
    def past_midnight(self) -> bool:
        return self.end <= self.start


@dataclass(frozen=True, slots=True)
class When:
    """Any of the days or dates (or every day), and any of the hours (or all day). Days count from 0, Monday."""

    days: frozenset[int] = frozenset()
    dates: frozenset[date] = frozenset()
    spans: tuple[Span, ...] = ()

    def includes(self, moment: datetime) -> bool:
        """Whether ``moment`` is in it, read on the clock of its own time zone.

        The hours after midnight belong to the day on which they began.
        """
        today, now = moment.date(), moment.time()
        if not self.spans:
            return self._on(today)
        for span in self.spans:
            if span.past_midnight and now < span.end and self._on(today - timedelta(days=1)):
                return True
            if now >= span.start and (span.past_midnight or now < span.end) and self._on(today):
                return True
        return False

    def _on(self, day: date) -> bool:
        return not (self.days or self.dates) or day.weekday() in self.days or day in self.dates


def on_clock(naive: datetime, zone: tzinfo | None) -> datetime:
    """The moment at which the clock of ``zone``, or of the machine, shows ``naive``."""
    return naive.replace(tzinfo=zone) if zone else naive.astimezone()


def parse_when(text: str) -> When:
    """``text`` with days, dates and hours between commas or spaces. Raises ValueError if a part is none of them."""
    days: set[int] = set()
    dates: set[date] = set()
    spans: list[Span] = []
    for part in re.split(r"[,\s]+", re.sub(r"\s*[-–]\s*", "-", text.strip())):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", part, re.ASCII):
            dates.add(date.fromisoformat(part))
        elif ":" in part:
            spans.append(parse_span(part))
        else:
            days.update(parse_days(part))
    return When(frozenset(days), frozenset(dates), tuple(spans))


def parse_days(text: str) -> tuple[int, ...]:
    """``fri`` or ``mon-thu`` as numbers of days, Monday 0; a range may run over Sunday. Raises ValueError."""
    first, dash, last = text.strip().lower().partition("-")
    begin = _day(first)
    end = _day(last) if dash else begin
    return tuple((begin + number) % 7 for number in range((end - begin) % 7 + 1))


def _day(name: str) -> int:
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    name = name.strip()
    for number, day in enumerate(DAYS):
        if name in (day, full[number]):
            return number
    raise ValueError(name)


def parse_span(text: str) -> Span:
    """``10:00-20:00``. Raises ValueError."""
    begin, dash, end = re.sub(r"\s*[-–]\s*", "-", text.strip()).partition("-")
    if not dash:
        raise ValueError(text)
    return Span(parse_time(begin), time(0) if end == "24:00" else parse_time(end))


def parse_time(text: str) -> time:
    """``10:00`` or ``9:30``. Raises ValueError."""
    match = re.fullmatch(r"(\d{1,2}):(\d\d)", text.strip(), re.ASCII)
    if match is None:
        raise ValueError(text)
    return time(int(match[1]), int(match[2]))
