"""Which screenings are to come, and what there is no time for any more."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.exhibition.film import Film, Playlist, Screening
from kiosk.exhibition.overrun import Overrun, overrun
from kiosk.exhibition.screenings import coming, end_of, next_here, runs
from kiosk.exhibition.text import Text

SEVEN = datetime(2026, 12, 4, 19, 0, tzinfo=UTC)
HALL = Text({"": "Hall"})


def film(*screenings: Screening, minutes: int | None = 90, film_id: str = "homs") -> Film:
    length = timedelta(minutes=minutes) if minutes else None
    return Film(film_id, Text({"": "Homs"}), running_time=length, screenings=screenings)


def test_a_screening_is_told_until_it_is_over() -> None:
    later, first = Screening(SEVEN + timedelta(days=1), HALL), Screening(SEVEN, HALL)
    shown = film(later, first)
    assert coming(shown, SEVEN - timedelta(minutes=1)) == (first, later)
    assert coming(shown, SEVEN + timedelta(minutes=89)) == (first, later)
    assert coming(shown, SEVEN + timedelta(minutes=90)) == (later,)
    assert coming(shown, SEVEN + timedelta(days=2)) == ()


@pytest.mark.parametrize(("minutes", "running"), [(-1, False), (0, True), (89, True), (90, False)])
def test_it_runs_for_its_running_time(minutes: int, running: bool) -> None:
    screening = Screening(SEVEN)
    assert runs(film(screening), screening, SEVEN + timedelta(minutes=minutes)) is running


def test_without_a_running_time_it_is_told_until_it_begins() -> None:
    screening = Screening(SEVEN)
    shown = film(screening, minutes=None)
    assert end_of(shown, screening) == SEVEN
    assert coming(shown, SEVEN - timedelta(seconds=1)) == (screening,)
    assert coming(shown, SEVEN) == ()
    assert not runs(shown, screening, SEVEN)


def test_a_screening_without_a_place_is_on_this_screen() -> None:
    here, sooner = Screening(SEVEN), Screening(SEVEN - timedelta(hours=2), HALL)
    playlist = Playlist(films=(film(sooner), film(here, film_id="cave")))
    assert next_here(playlist, SEVEN - timedelta(hours=3)) == here
    assert next_here(playlist, SEVEN) is None


CLOSING, SCREENING = Overrun("closing", SEVEN), Overrun("screening", SEVEN - timedelta(minutes=30))


@pytest.mark.parametrize(
    ("minutes_before", "length", "closing", "screening", "expected"),
    [
        (60, 59, True, False, None),
        (60, 60, True, False, None),
        (60, 61, True, False, CLOSING),
        (60, 45, True, True, SCREENING),
        (60, 90, True, True, SCREENING),  # what comes first
        (60, 29, True, True, None),
        (60, 600, False, False, None),
    ],
)
def test_what_an_excerpt_runs_into(
    minutes_before: int, length: int, closing: bool, screening: bool, expected: Overrun | None
) -> None:
    now = SEVEN - timedelta(minutes=minutes_before)
    found = overrun(
        timedelta(minutes=length), now, CLOSING.at if closing else None, SCREENING.at if screening else None
    )
    assert found == expected
