"""Hours made shorter and longer on the spot."""

from datetime import UTC, date, datetime

import pytest

from kiosk.exhibition.hours import Hours
from kiosk.exhibition.opening import all_day, closed_from, longer_until, span_at
from kiosk.exhibition.when import Span, parse_span

DAY = date(2026, 12, 4)


def spans(text: str) -> tuple[Span, ...]:
    return tuple(parse_span(each) for each in text.split(",")) if text else ()


def said(hours: tuple[Span, ...]) -> str:
    return ", ".join(f"{each.start:%H:%M}-{each.end:%H:%M}" for each in hours)


def at(text: str, second: int = 0) -> datetime:
    """``4 14:02``: the day of December and the time."""
    day, time = text.split()
    hour, minute = time.split(":")
    return datetime(2026, 12, int(day), int(hour), int(minute), second, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "now", "expected"),
    [
        ("10:00-20:00", "4 14:02", "10:00-14:02"),
        ("10:00-12:00,14:00-20:00", "4 11:00", "10:00-11:00, 14:00-20:00"),
        ("10:00-12:00,14:00-20:00", "4 15:00", "10:00-12:00, 14:00-15:00"),
        ("10:00-20:00", "4 10:00", ""),
        ("20:00-02:00", "5 01:00", "20:00-01:00"),
        ("20:00-02:00", "5 00:00", "20:00-00:00"),
        ("00:00-24:00", "4 14:02", "00:00-14:02"),
        ("10:00-20:00", "4 21:00", "10:00-20:00"),
    ],
)
def test_closing_now_ends_the_hours_that_go_on(hours: str, now: str, expected: str) -> None:
    assert said(closed_from(spans(hours), DAY, at(now, 30))) == expected


@pytest.mark.parametrize(
    ("hours", "now", "until", "expected"),
    [
        ("10:00-20:00", "4 19:05", "4 22:30", "10:00-22:30"),
        ("10:00-20:00", "4 19:05", "5 01:00", "10:00-01:00"),
        ("10:00-20:00", "4 20:30", "4 22:00", "10:00-20:00, 20:30-22:00"),
        ("", "4 12:10", "4 13:00", "12:10-13:00"),
        ("10:00-12:00,14:00-20:00", "4 11:50", "4 15:00", "10:00-20:00"),
        ("10:00-20:00", "4 19:00", "4 19:30", "10:00-20:00"),
        ("00:00-24:00", "4 19:00", "5 01:00", "00:00-00:00, 19:00-01:00"),
    ],
)
def test_staying_open_makes_them_longer(hours: str, now: str, until: str, expected: str) -> None:
    assert said(longer_until(spans(hours), at(now, 30), at(until))) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [("4 09:59", None), ("4 10:00", DAY), ("4 23:59", DAY), ("5 01:59", DAY), ("5 02:00", None)],
)
def test_the_hours_after_midnight_are_those_of_the_day_before(now: str, expected: date | None) -> None:
    hours = Hours(weekly={4: spans("10:00-02:00"), 5: ()}, zone=UTC)
    assert span_at(hours, at(now)) == expected


def test_all_day() -> None:
    assert all_day(spans("00:00-24:00"))
    assert not all_day(spans("00:00-23:59"))
    assert not all_day(())
