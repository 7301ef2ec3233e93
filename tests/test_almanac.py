"""When the calendar turns, on clocks that only the test moves."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.almanac import Almanac
from kiosk.clock import FakeClock, SystemClock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt, Film, Playlist, Screening
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.screenings import ScreeningHere
from kiosk.exhibition.text import Text
from kiosk.exhibition.when import parse_span

NINE = datetime(2026, 12, 4, 9, 0, tzinfo=UTC)
FOLDER = Path("/exhibition")


class WallClock(FakeClock):
    """A fake clock whose wall clock can be put right, apart from the monotonic one."""

    def put(self, now: datetime) -> None:
        self._now = now


def exhibition() -> Exhibition:
    film = Film(
        "homs",
        Text({"": "Homs"}),
        running_time=timedelta(minutes=90),
        screenings=(Screening(NINE + timedelta(hours=6)),),
        excerpts=(Excerpt("whole", FOLDER / "homs.mp4", kind="film"),),
    )
    hours = Hours(dict.fromkeys(range(7), (parse_span("10:00-20:00"),)), zone=UTC)
    return Exhibition(FOLDER, Text({}), FOLDER, playlist=Playlist(films=(film,)), hours=hours)


def test_a_day_takes_as_many_looks_as_it_has_turns() -> None:
    clock, shown = WallClock(NINE), exhibition()
    almanac = Almanac(shown, clock)
    turns = []
    while clock.now() < NINE + timedelta(hours=15):
        assert not almanac.turned(shown, {})
        clock.advance(almanac.next_moment() - clock.monotonic())
        assert almanac.turned(shown, {})
        turns.append(f"{clock.now():%H:%M}")
    assert turns == [
        *("10:00", "14:50", "14:55", "14:59", "15:00", "16:30", "19:50", "20:00", "20:05", "00:00"),
    ]


@pytest.mark.parametrize("hours", [-2.0, -0.001, 0.001, 2.0, 12.0, -9000.0])
def test_a_clock_that_is_put_right_is_noticed_at_once(hours: float) -> None:
    clock, shown = WallClock(NINE + timedelta(hours=1.5)), exhibition()
    almanac = Almanac(shown, clock)
    clock.advance(60.0)
    clock.put(clock.now() + timedelta(hours=hours))
    assert almanac.turned(shown, {})
    assert almanac.standing.open is (10 <= clock.now().hour < 20)
    assert abs(almanac.epoch + timedelta(seconds=clock.monotonic()) - clock.now()) < timedelta(milliseconds=1)
    assert not almanac.turned(shown, {})


def test_a_screening_that_was_shown_is_over_even_if_the_clock_is_put_back() -> None:
    clock, shown = WallClock(NINE + timedelta(hours=5, minutes=57)), exhibition()
    almanac = Almanac(shown, clock)
    screening = almanac.standing.screening
    assert isinstance(screening, ScreeningHere)
    almanac.is_over(screening)
    assert almanac.turned(shown, {})
    assert almanac.standing.screening is None
    clock.put(clock.now() - timedelta(minutes=2))
    assert almanac.turned(shown, {})
    assert almanac.standing.screening is None


def test_a_saved_change_is_looked_at_once() -> None:
    clock, shown = WallClock(NINE), exhibition()
    almanac = Almanac(shown, clock)
    longer = replace(shown, hours=Hours(zone=UTC))
    assert almanac.turned(longer, {})
    assert almanac.standing.open
    assert not almanac.turned(longer, {})


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Sets the time zone of this process, and puts it back."""
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


def test_a_machine_that_is_given_another_time_zone(zone: pytest.MonkeyPatch) -> None:
    offsets = []
    for name in ("<dubai>-4", "<tokyo>-9"):
        zone.setenv("TZ", name)
        offsets.append(SystemClock().now().utcoffset())
    assert offsets == [timedelta(hours=4), timedelta(hours=9)]


def test_a_clock_that_is_shifted() -> None:
    shifted = SystemClock(timedelta(days=3)).now()
    assert abs(shifted - datetime.now(UTC) - timedelta(days=3)) < timedelta(seconds=30)
