"""The section Hours. The moment is Friday 4 December 2026, 14:02 in Dubai."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.clock import FakeClock
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.when import parse_span
from kiosk.panel.controls import Row
from kiosk.panel.effects import Drop, Put, Write
from kiosk.panel.events import Kept
from kiosk.panel.words import Both, Day, Said, Say
from tests.panel.builders import NOWHERE, Walk

NOW = datetime(2026, 12, 4, 10, 2, 30, tzinfo=UTC)
TODAY = ("hours", "special", "2026-12-04")


def spans(*texts: str) -> tuple:
    return tuple(parse_span(each) for each in texts)


HOURS = Hours(
    weekly=dict.fromkeys(range(7), spans("10:00-20:00")),
    special={date(2026, 12, 2): (), date(2026, 12, 31): spans("10:00-16:00")},
    zone=ZoneInfo("Asia/Dubai"),
)


def hours(found: Hours = HOURS, now: datetime = NOW) -> Walk:
    return Walk(FakeClock(now), replace(NOWHERE, hours=found)).inside("hours")


def rows(walk: Walk) -> Iterator[Row]:
    assert walk.sight.leaf is not None
    return (each for each in walk.sight.leaf.blocks if isinstance(each, Row))


def days(walk: Walk) -> list[Said]:
    """The special days that are listed."""
    return [each.title for each in rows(walk)][1:]


def test_today_as_it_is() -> None:
    today = next(rows(hours()))
    assert today.title == Say("panel.hours.today", {"day": Day(date(2026, 12, 4))})
    assert isinstance(today.end, Both)
    assert today.end.parts[0] == Say("panel.hours.open")
    assert days(hours()) == [Day(date(2026, 12, 31))]  # what is over is not listed


def test_close_now_until_the_next_opening() -> None:
    walk = hours().tap("do:close-now")
    assert walk.done == [Write((Drop(("hours", "special", "2026-12-02")), Put(TODAY, "10:00-14:02")))]
    today = next(rows(walk))  # at once, before the exhibition was read anew
    assert isinstance(today.end, Both)
    assert today.end.parts[0] == Say("panel.hours.closed")
    assert walk.tap("do:close-now").done[1:] == []


def test_as_usual_takes_back_what_the_panel_wrote() -> None:
    walk = hours().tap("do:close-now", "do:as-usual")
    assert walk.done[1:] == [Write((Drop(TODAY),))]
    assert days(walk) == [Day(date(2026, 12, 31))]


def test_after_midnight_the_hours_of_the_evening_are_closed() -> None:
    late = Hours(weekly={4: spans("20:00-02:00")}, zone=ZoneInfo("Asia/Dubai"))
    walk = hours(late, datetime(2026, 12, 4, 21, 30, tzinfo=UTC)).tap("do:close-now")
    assert walk.done == [Write((Put(TODAY, "20:00-01:30"),))]


def test_an_exhibition_that_never_closes_can_be_closed() -> None:
    walk = hours(Hours(zone=ZoneInfo("Asia/Dubai"))).tap("do:stay-open", "do:close-now")
    assert walk.done == [Write((Put(TODAY, "00:00-14:02"),))]


@pytest.mark.parametrize(
    ("taps", "expected"),
    [([], "10:00-20:15"), (["more", "more"], "10:00-20:45"), (["more", "less", "less", "less"], "10:00-20:15")],
)
def test_stay_open_until(taps: list[str], expected: str) -> None:
    walk = hours().tap("do:stay-open", *(f"step:until:{each}" for each in taps), "do:save")
    assert walk.done == [Write((Drop(("hours", "special", "2026-12-02")), Put(TODAY, expected)))]


def test_once_closed_it_can_open_again() -> None:
    walk = hours().tap("do:close-now", "do:stay-open", "do:save")
    assert walk.done[-1] == Write((Put(TODAY, "10:00-14:15"),))


def test_a_day_is_added() -> None:
    walk = hours().tap("do:add-day", "step:day:more", "step:start:more", "step:end:less", "step:end:less")
    assert walk.done == []
    walk.tap("do:save")
    saved = Put(("hours", "special", "2026-12-06"), "10:15-19:30")
    assert walk.done == [Write((Drop(("hours", "special", "2026-12-02")), saved))]
    assert days(walk) == [Day(date(2026, 12, 6)), Day(date(2026, 12, 31))]


def test_a_day_is_closed() -> None:
    walk = hours().tap("do:add-day", "do:closed", "do:save")
    assert walk.done[0] == Write(
        (Drop(("hours", "special", "2026-12-02")), Put(("hours", "special", "2026-12-05"), "closed"))
    )


def test_a_day_that_is_left_without_saving_stays_as_it_was() -> None:
    walk = hours().tap("do:day:2026-12-31", "step:end:more", "do:back")
    assert walk.done == []
    assert days(walk) == [Day(date(2026, 12, 31))]


def test_a_day_that_is_moved_is_not_there_twice() -> None:
    walk = hours().happen(Kept(1, None, frozenset({("hours", "special", "2026-12-31")})))
    walk.tap("do:day:2026-12-31", "step:day:less", "do:save")
    assert walk.done == [
        Write(
            (
                Drop(("hours", "special", "2026-12-02")),
                Drop(("hours", "special", "2026-12-31")),
                Put(("hours", "special", "2026-12-30"), "10:00-16:00"),
            )
        )
    ]


def test_a_day_of_the_installers_file_is_written_over() -> None:
    walk = hours().tap("do:remove:2026-12-31")
    assert walk.done == [Write((Put(("hours", "special", "2026-12-31"), "10:00-20:00"),))]
    assert days(walk) == []


def test_a_day_of_the_panel_goes() -> None:
    way = ("hours", "special", "2026-12-31")
    assert hours().happen(Kept(1, None, frozenset({way}))).tap("do:remove:2026-12-31").done == [Write((Drop(way),))]
