"""What the calendar says at a moment, and when it says something else next."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from calendar_data import BERLIN, CINEMA, DUBAI, TABLE, Clockwork, Row, exhibition, spans, whole_film

from kiosk.exhibition.hours import ALWAYS_OPEN, Hours
from kiosk.exhibition.schedule import Standing, next_change, standing
from kiosk.exhibition.screenings import ScreeningHere, screenings_here


def said(found: Standing, now: datetime, clock: Clockwork) -> str:
    """A standing in the words of the table."""
    parts = ["open" if found.open else "shut"]
    if found.closes is not None:
        parts.append(f"closes {clock.time(found.closes)}")
    if found.films_until is not None and found.films_until > now:
        parts.append(f"film→{clock.time(found.films_until)}")
    if found.screening is not None:
        parts.append(f"{found.phase} {found.screening.film}")
    return " ".join(parts)


def test_the_table_is_long_enough() -> None:
    assert len(TABLE) >= 60


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE.keys())
def test_what_holds_at_a_moment_and_when_that_changes(row: Row) -> None:
    shown, at, expected, change = row
    clock = Clockwork(shown)
    for zone in (UTC, clock.zone, timezone(timedelta(hours=-8))):
        now = clock.moment(at).astimezone(zone)
        assert said(standing(shown, now), now, clock) == expected
        assert next_change(shown, now) == clock.moment(change).astimezone(UTC)


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE.keys())
def test_nothing_changes_before_the_next_change(row: Row) -> None:
    shown, at, _, _ = row
    now = Clockwork(shown).moment(at).astimezone(UTC)
    before, change = standing(shown, now), next_change(shown, now)
    moments = [now + (change - now) * share / 16 for share in range(16)]
    assert [standing(shown, each) for each in (*moments, change - timedelta(seconds=1))] == [before] * 17


def test_without_hours_only_the_days_change() -> None:
    shown = exhibition(ALWAYS_OPEN)
    now = datetime(2026, 12, 4, 12, tzinfo=UTC)
    assert standing(shown, now) == Standing()
    # The machine's own zone is not known here: the day ends within the next 24 hours, at a full half hour.
    change = next_change(shown, now)
    assert now < change <= now + timedelta(hours=24)
    assert change.minute in (0, 30, 15, 45)


def test_a_long_holiday_ends_where_it_ends() -> None:
    days = {(datetime(2026, 12, 20) + timedelta(days=number)).date(): () for number in range(60)}
    hours = Hours(dict.fromkeys(range(7), spans("10:00-20:00")), days, DUBAI)
    now = datetime(2026, 12, 19, 21, tzinfo=DUBAI)
    assert hours.next_turn(now) == datetime(2027, 2, 18, 10, tzinfo=DUBAI)
    assert hours.next_turn(datetime(2027, 2, 18, 10, tzinfo=DUBAI)) == datetime(2027, 2, 18, 20, tzinfo=DUBAI)
    assert Hours({0: ()}, zone=DUBAI).next_turn(datetime(2026, 12, 1, 12, tzinfo=DUBAI)) == datetime(
        2026, 12, 7, tzinfo=DUBAI
    )


def test_a_clock_that_is_put_back_or_forward_leaves_nothing_to_mend() -> None:
    moments = ["19:55", "20:01", "19:59", "10:00", "23:00", "19:50", "03:00", "14:57", "14:49"]
    seen = []
    for each in moments:
        now = datetime.fromisoformat(f"2026-12-04 {each}").replace(tzinfo=DUBAI)
        seen.append(said(standing(CINEMA, now), now, Clockwork(CINEMA)))
    assert seen == [
        "open closes 20:00",
        "shut film→20:05",
        "open closes 20:00",
        "open",
        "shut",
        "open closes 20:00",
        "shut",
        "open foyer homs",
        "open",
    ]


def test_another_zone_is_another_calendar() -> None:
    now = datetime(2026, 12, 4, 16, 30, tzinfo=UTC)  # 20:30 in Dubai, 17:30 in Berlin
    hours = dict.fromkeys(range(7), spans("10:00-20:00"))
    assert [standing(exhibition(Hours(hours, zone=zone)), now).open for zone in (DUBAI, BERLIN)] == [False, True]


def test_what_was_shown_is_not_announced_again() -> None:
    homs = screenings_here(CINEMA.playlist, {})[0]
    now = datetime(2026, 12, 4, 14, 57, tzinfo=DUBAI)
    assert standing(CINEMA, now).screening == homs
    assert standing(CINEMA, now, over={homs}) == Standing()
    assert next_change(CINEMA, now, over={homs}) == datetime(2026, 12, 4, 15, 50, tzinfo=UTC)


def test_a_screening_is_as_long_as_its_file() -> None:
    begins = datetime(2026, 12, 4, 11, tzinfo=UTC)
    by_file = screenings_here(CINEMA.playlist, {("homs", "whole"): 5520.0})[0]
    assert by_file == ScreeningHere("homs", "whole", begins, begins)
    assert by_file.ends == begins + timedelta(minutes=92)
    unknown = exhibition(ALWAYS_OPEN, whole_film("homs", "2026-12-04 15:00", DUBAI, minutes=0))
    assert screenings_here(unknown.playlist, {})[0].ends == begins + timedelta(minutes=5)


@pytest.mark.parametrize(("late", "second"), [(0, 0.0), (5 * 60, 0.0), (5 * 60 + 1, 301.0), (3600, 3600.0)])
def test_a_kiosk_that_comes_late_begins_where_the_audience_is(late: int, second: float) -> None:
    homs = screenings_here(CINEMA.playlist, {})[0]
    assert homs.joined_at(homs.begins + timedelta(seconds=late)) == second
