"""Opening hours: until when the exhibition is open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from kiosk.exhibition.when import Span

ALL_DAY = (Span(time(0), time(0)),)

_DAYS_AHEAD = 2
"""Further ahead no closing is looked for: whoever stands here has gone home by then."""


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
        for begin, finish in self._stretches(self.local(now).date()):
            # In UTC, or the hours of a night on which the clocks are changed would be counted wrong.
            if begin <= (end or now.astimezone(UTC)) < finish:
                end = finish
        limit = self._moment(self.local(now).date() + timedelta(days=_DAYS_AHEAD), time(0))
        return self.local(end) if end is not None and end < limit else None

    def _stretches(self, today: date) -> Iterator[tuple[datetime, datetime]]:
        """The open hours from yesterday on, in UTC and in their order."""
        found = []
        for number in range(-1, _DAYS_AHEAD + 1):
            day = today + timedelta(days=number)
            for span in self._spans(day):
                last = day + timedelta(days=1) if span.past_midnight else day
                found.append((self._moment(day, span.start), self._moment(last, span.end)))
        return iter(sorted(found))

    def _spans(self, day: date) -> tuple[Span, ...]:
        if day in self.special:
            return self.special[day]
        if day.weekday() in self.weekly:
            return self.weekly[day.weekday()]
        return () if any(self.weekly.values()) else ALL_DAY

    def _moment(self, day: date, at: time) -> datetime:
        """A time of the exhibition's clock in UTC; of an hour that comes twice in a night, the first."""
        naive = datetime.combine(day, at)
        return (naive.replace(tzinfo=self.zone) if self.zone else naive.astimezone()).astimezone(UTC)


ALWAYS_OPEN = Hours()
