"""Until when an exhibition is open."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from kiosk.exhibition.hours import ALWAYS_OPEN, Hours
from kiosk.exhibition.when import parse_span

DUBAI, BERLIN = ZoneInfo("Asia/Dubai"), ZoneInfo("Europe/Berlin")


def spans(*texts: str) -> tuple:
    return tuple(parse_span(each) for each in texts)


# Monday is 30 November 2026.
HOURS = Hours(
    weekly={
        **dict.fromkeys((0, 1, 2, 3), spans("10:00-20:00")),
        4: spans("10:00-12:00", "16:00-02:00"),
        5: spans("10:00-24:00"),
        6: spans("00:00-18:00"),
    },
    special={date(2026, 12, 2): (), date(2026, 12, 3): spans("10:00-16:00"), date(2026, 12, 31): spans("22:00-06:00")},
    zone=DUBAI,
)


@pytest.mark.parametrize(
    ("now", "closing"),
    [
        ("2026-11-30 09:59", None),
        ("2026-11-30 10:00", "2026-11-30 20:00"),
        ("2026-11-30 19:59", "2026-11-30 20:00"),
        ("2026-11-30 20:00", None),
        ("2026-12-02 12:00", None),  # a special day: closed
        ("2026-12-03 12:00", "2026-12-03 16:00"),  # a special day: shorter
        ("2026-12-04 11:00", "2026-12-04 12:00"),  # a midday break
        ("2026-12-04 13:00", None),
        ("2026-12-04 23:00", "2026-12-05 02:00"),
        ("2026-12-05 01:30", "2026-12-05 02:00"),  # belongs to Friday
        ("2026-12-05 03:00", None),
        ("2026-12-05 12:00", "2026-12-06 18:00"),  # to midnight, and on from there
        ("2026-12-31 12:00", None),
        ("2027-01-01 05:00", "2027-01-01 06:00"),  # after a special night
    ],
)
def test_closing(now: str, closing: str | None) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=DUBAI)
    for asked in (moment, moment.astimezone(UTC), moment.astimezone(timezone(timedelta(hours=-8)))):
        found = HOURS.closing(asked)
        assert (found.strftime("%Y-%m-%d %H:%M") if found else None) == closing
        assert found is None or found.tzinfo is DUBAI


def test_without_hours_it_never_closes() -> None:
    assert ALWAYS_OPEN.closing(datetime(2026, 12, 4, 12, tzinfo=UTC)) is None


def test_a_day_that_is_not_named_is_closed_unless_only_closed_days_are() -> None:
    tuesday = datetime(2026, 12, 1, 12, tzinfo=DUBAI)
    assert Hours({0: spans("10:00-20:00")}, zone=DUBAI).closing(tuesday) is None
    closed_on_wednesdays = Hours({2: ()}, zone=DUBAI)
    assert closed_on_wednesdays.closing(tuesday) == datetime(2026, 12, 2, tzinfo=DUBAI)
    assert closed_on_wednesdays.closing(tuesday + timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ((2026, 10, 24, 22, 0), 6.0),  # the hour from two to three comes twice
        ((2027, 3, 27, 22, 0), 4.0),  # it does not come at all
        ((2026, 11, 14, 22, 0), 5.0),
    ],
)
def test_nights_on_which_the_clocks_are_changed(now: tuple[int, int, int, int, int], left: float) -> None:
    hours = Hours({5: spans("20:00-03:00")}, zone=BERLIN)
    moment = datetime(*now, tzinfo=BERLIN).astimezone(UTC)
    closing = hours.closing(moment)
    assert closing is not None
    assert closing.time() == time(3)
    assert (closing.astimezone(UTC) - moment) / timedelta(hours=1) == left
