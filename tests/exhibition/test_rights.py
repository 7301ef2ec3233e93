"""When a film may be shown."""

from datetime import date

import pytest

from kiosk.exhibition.film import Rights
from kiosk.exhibition.rights import barred, left_for_loop

WINTER = Rights(date(2026, 11, 1), date(2027, 3, 31), 200)


@pytest.mark.parametrize(
    ("rights", "today", "plays", "expected"),
    [
        (Rights(), date(2026, 11, 1), 10_000, None),
        (WINTER, date(2026, 10, 31), 0, "not-yet"),
        (WINTER, date(2026, 11, 1), 0, None),
        (WINTER, date(2026, 11, 1), 199, None),
        (WINTER, date(2026, 11, 1), 200, "spent"),
        (WINTER, date(2026, 11, 1), 201, "spent"),
        (WINTER, date(2027, 3, 31), 199, None),
        (WINTER, date(2027, 3, 31), 200, "over"),  # no day will come on which it can be seen again
        (WINTER, date(2027, 4, 1), 0, "over"),
        (Rights(plays_per_day=1), date(2026, 11, 1), 1, "spent"),
        (Rights(until=date(2026, 11, 1)), date(2026, 11, 1), 0, None),
    ],
)
def test_barred(rights: Rights, today: date, plays: int, expected: str | None) -> None:
    assert barred(rights, today, plays) == expected


@pytest.mark.parametrize(
    ("a_day", "plays", "left"),
    [(None, 10_000, True), (200, 99, True), (200, 100, False), (3, 0, True), (3, 1, False), (1, 0, False)],
)
def test_the_loop_leaves_half_of_the_plays_to_visitors(a_day: int | None, plays: int, left: bool) -> None:
    assert left_for_loop(Rights(plays_per_day=a_day), plays) is left
