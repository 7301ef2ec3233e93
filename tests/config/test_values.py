"""Single values as installers write them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.config import moments, values
from kiosk.config.models.fields import contrast_with_black
from kiosk.config.values import Wrong
from kiosk.exhibition.when import Span, When


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("90 min", 5400),
        ("90min", 5400),
        ("1:30:00", 5400),
        ("1:48", 108),
        ("12 s", 12),
        ("0:12.5", 12.5),
        ("1 h 30 min", 5400),
        ("1.5 s", 1.5),
        ("250 ms", 0.25),
        ("90:00", 5400),
        ("0 s", 0),
    ],
)
def test_durations(written: str, seconds: float) -> None:
    assert values.parse_duration(written) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "written", ["", "1:75", "1:60:00", "-1 s", "1,5 s", "٩٠ min", "1:2", "s", "1 min 2", "1e9 s", "99999999 h"]
)
def test_not_durations(written: str) -> None:
    with pytest.raises(Wrong, match="must be a duration such as 90 min"):
        values.parse_duration(written)


def test_a_duration_needs_a_unit() -> None:
    with pytest.raises(Wrong, match=r"^needs a unit: 90 min or 90 s\.$"):
        values.parse_duration("90")


def test_clock() -> None:
    assert [values.clock(timedelta(seconds=each)) for each in (0, 12, 12.5, 108, 5400)] == [
        "0:00",
        "0:12",
        "0:12.5",
        "1:48",
        "1:30:00",
    ]


def test_switches_percents_and_levels() -> None:
    assert [values.parse_flag(each) for each in ("true", "On", "yes")] == [True, True, True]
    assert [values.parse_flag(each) for each in ("false", "off", "NO")] == [False, False, False]
    assert [values.parse_percent(each) for each in ("70", "70%", "0", "100 %")] == [70, 70, 0, 100]
    assert [values.parse_loop_volume(each) for each in ("muted", "35")] == [0, 35]
    assert [values.parse_level(each) for each in ("-23 LUFS", "-16.5 lufs", "-23", "off")] == [-23, -16.5, -23, None]
    assert moments.parse_level_hours("Usual") is None
    assert moments.parse_level_hours("fri 18:00-22:00") == When(days=frozenset({4}), spans=(Span(time(18), time(22)),))
    assert [values.parse_gain(each) for each in ("-3 dB", "+1.5dB", "0")] == [-3, 1.5, 0]
    assert [values.parse_size(each) for each in ("auto", "1920x1080", "1080 × 1920")] == [
        None,
        (1920, 1080),
        (1080, 1920),
    ]


@pytest.mark.parametrize("written", ["Return-to-Homs", "a", "1917", "two--hyphens"])
def test_ids(written: str) -> None:
    assert values.parse_id(written) == written


@pytest.mark.parametrize("written", ["", "return to homs", "../x", "-x", "x-", "ماء", "a/b", "a" * 81])
def test_not_ids(written: str) -> None:
    with pytest.raises(Wrong, match="must be letters, digits and hyphens, such as return-to-homs, not"):
        values.parse_id(written)


def test_dates_and_moments() -> None:
    assert moments.parse_date("2026-12-04") == date(2026, 12, 4)
    assert moments.parse_moment("2026-12-04 19:00") == datetime(2026, 12, 4, 19, 0)
    assert moments.parse_moment("2026-12-04T19:00:30") == datetime(2026, 12, 4, 19, 0, 30)
    with pytest.raises(Wrong, match=r"^must be a date such as 2026-12-04; there is no 2026-02-30\.$"):
        moments.parse_date("2026-02-30")


def test_zones() -> None:
    assert moments.parse_zone("Asia/Dubai") == ZoneInfo("Asia/Dubai")
    assert datetime(2026, 12, 4, 19, tzinfo=moments.parse_zone("Asia/Dubai")).astimezone(UTC).hour == 15
    for wrong in ("Asia", "../etc/passwd", "Mars/Olympus", "", "\x00"):
        with pytest.raises(Wrong, match="must be a time zone such as Asia/Dubai, not"):
            moments.parse_zone(wrong)


def test_opening_hours() -> None:
    assert moments.parse_weekdays("mon-thu") == (0, 1, 2, 3)
    assert moments.parse_weekdays("sat, sun") == (5, 6)
    assert moments.parse_weekdays("fri-mon") == (4, 5, 6, 0)
    assert moments.parse_spans("10:00-20:00") == (Span(time(10), time(20)),)
    assert moments.parse_spans("10:00–13:00, 15:00 - 20:00") == (Span(time(10), time(13)), Span(time(15), time(20)))
    assert moments.parse_spans("closed") == ()
    assert moments.parse_spans("20:00-02:00")[0].past_midnight


def test_when_an_item_takes_part() -> None:
    assert moments.parse_on("fri") == "fri"
    assert moments.parse_on(["fri", "18:00-22:00"]) == "fri, 18:00-22:00"
    with pytest.raises(Wrong, match='must be days, dates or hours such as fri, 2026-12-04 or "18:00-22:00", not never'):
        moments.parse_on("never")


def test_contrast() -> None:
    assert round(contrast_with_black("ffffff"), 1) == 19.2
    assert round(contrast_with_black("e9b872"), 1) == 10.6
