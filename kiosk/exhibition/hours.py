"""Opening hours: when the exhibition is open, and when that changes next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from kiosk.exhibition.when import Span, on_clock

ALL_DAY = (Span(time(0), time(0)),)

_DAYS_AHEAD = 2
"""Further ahead no closing is looked for: whoever stands here has gone home by then."""
_WEEK_AHEAD = 8
"""Days from now or from the last special day on: by then every kind of day has come once."""
_FURTHEST = 400
"""Days. Special days beyond it are looked at when they are nearer."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When the exhibition is open.

    ``weekly`` by day, Monday 0; ``special`` takes the place of a day's usual hours. A day without spans is closed. So
    is one that ``weekly`` does not name, unless it names only closed days: then all others are open. The hours after
    midnight belong to the day on which they began. ``zone`` None is the machine's own.
    """

    weekly: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    special: Mapping[date, tuple[Span, ...]] = field(default_factory=dict)
    zone: tzinfo | None = None

    def local(self, moment: datetime) -> datetime:
        """An aware moment on the exhibition's clock."""
        return moment.astimezone(self.zone)

    def closing(self, now: datetime) -> datetime | None:
        """When the exhibition closes that is open at ``now`` (aware), on its own clock.

        None where it is closed, or does not close today or tomorrow. Hours that follow each other without a break
        are one.
        """
        end: datetime | None = None
        for begin, finish in self._stretches(self.local(now).date(), _DAYS_AHEAD):
            # In UTC, or the hours of a night on which the clocks are changed would be counted wrong.
            if begin <= (end or now.astimezone(UTC)) < finish:
                end = finish
        limit = self._moment(self.local(now).date() + timedelta(days=_DAYS_AHEAD), time(0))
        return self.local(end) if end is not None and end < limit else None

    def is_open(self, now: datetime) -> bool:
        """Whether the exhibition is open at ``now`` (aware). The last moment of the hours is outside of them."""
        instant = now.astimezone(UTC)
        return any(begin <= instant < end for begin, end in self._stretches(self.local(now).date(), 0))

    def closed_at(self, now: datetime) -> datetime | None:
        """When the exhibition closed that is closed at ``now``, yesterday at the earliest; None for longer ago."""
        instant = now.astimezone(UTC)
        ends = [end for _, end in self._stretches(self.local(now).date(), 0) if end <= instant]
        return self.local(max(ends)) if ends and not self.is_open(now) else None

    def next_turn(self, now: datetime) -> datetime | None:
        """When the exhibition opens or closes next, after ``now``, on its own clock; None where it never does."""
        instant, today = now.astimezone(UTC), self.local(now).date()
        end: datetime | None = None
        for begin, finish in self._stretches(today, self._horizon(today)):
            if end is None and begin > instant:
                return self.local(begin)
            if begin <= (end or instant) < finish:
                end = finish
            elif end is not None and begin > end:
                return self.local(end)
        limit = self._moment(today + timedelta(days=self._horizon(today)), time(0))
        return self.local(end) if end is not None and end < limit else None

    def midnight(self, now: datetime) -> datetime:
        """When the next day begins, on the exhibition's clock."""
        return self.local(self._moment(self.local(now).date() + timedelta(days=1), time(0)))

    def _horizon(self, today: date) -> int:
        """How many days ahead have to be looked at to see all that can come."""
        last = max((day for day in self.special if (day - today).days <= _FURTHEST), default=today)
        return max(0, (last - today).days) + _WEEK_AHEAD

    def _stretches(self, today: date, days: int) -> Iterator[tuple[datetime, datetime]]:
        """The open hours from yesterday to so many ``days`` from today, in UTC and in their order."""
        found = []
        for number in range(-1, days + 1):
            day = today + timedelta(days=number)
            for span in self.on(day):
                last = day + timedelta(days=1) if span.past_midnight else day
                begin, end = self._moment(day, span.start), self._moment(last, span.end)
                if begin < end:  # of hours over which the clock is put forward nothing is left
                    found.append((begin, end))
        return iter(sorted(found))

    def on(self, day: date) -> tuple[Span, ...]:
        """The hours of a day; none where it is closed."""
        return self.special[day] if day in self.special else self.usual(day)

    def usual(self, day: date) -> tuple[Span, ...]:
        """The hours of a day if it is not a special one."""
        if day.weekday() in self.weekly:
            return self.weekly[day.weekday()]
        return () if any(self.weekly.values()) else ALL_DAY

    def _moment(self, day: date, at: time) -> datetime:
        """A time of the exhibition's clock in UTC; of an hour that comes twice in a night, the first.

        A time over which the clock is put forward, so that it never comes, is the moment at which that happens.
        """
        first, second = (self._instant(datetime.combine(day, at.replace(fold=fold))) for fold in (0, 1))
        if second >= first:
            return first
        while first - second > timedelta(seconds=1):
            middle = second + (first - second) // 2
            if self.local(middle).utcoffset() == self.local(first).utcoffset():
                first = middle
            else:
                second = middle
        return first.replace(microsecond=0)

    def _instant(self, naive: datetime) -> datetime:
        return on_clock(naive, self.zone).astimezone(UTC)


ALWAYS_OPEN = Hours()
