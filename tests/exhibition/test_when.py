"""Days, dates and hours at which an item of a loop takes part."""

from datetime import datetime

import pytest

from kiosk.exhibition.when import parse_when

FRIDAY = "2026-12-04"


@pytest.mark.parametrize(
    ("written", "moment", "takes_part"),
    [
        ("fri", f"{FRIDAY} 00:00", True),
        ("Friday", f"{FRIDAY} 23:59", True),
        ("fri", "2026-12-05 00:00", False),
        ("thu-sat", f"{FRIDAY} 12:00", True),
        ("sat-mon", f"{FRIDAY} 12:00", False),
        ("sat-mon", "2026-12-07 12:00", True),
        ("mon, fri", f"{FRIDAY} 12:00", True),
        (FRIDAY, f"{FRIDAY} 12:00", True),
        (FRIDAY, "2026-12-11 12:00", False),
        ("18:00-22:00", f"{FRIDAY} 18:00", True),
        ("18:00-22:00", f"{FRIDAY} 22:00", False),
        ("18:00 – 22:00", f"{FRIDAY} 21:59", True),
        ("fri 18:00-22:00", f"{FRIDAY} 17:59", False),
        ("fri 18:00-22:00", "2026-12-03 19:00", False),
        ("22:00-02:00", f"{FRIDAY} 01:59", True),
        ("22:00-02:00", f"{FRIDAY} 02:00", False),
        ("fri 22:00-02:00", "2026-12-05 01:00", True),
        ("fri 22:00-02:00", f"{FRIDAY} 01:00", False),
        ("20:00-24:00", f"{FRIDAY} 23:59", True),
        ("20:00-24:00", "2026-12-05 00:00", False),
        ("sat, 2026-12-04, 10:00-12:00, 18:00-22:00", f"{FRIDAY} 11:00", True),
        ("sat, 2026-12-04, 10:00-12:00, 18:00-22:00", f"{FRIDAY} 13:00", False),
    ],
)
def test_takes_part(written: str, moment: str, takes_part: bool) -> None:
    assert parse_when(written).includes(datetime.fromisoformat(moment)) is takes_part


@pytest.mark.parametrize(
    "written", ["", "never", "fri-", "mon-never", "25:00-26:00", "18:00", "2026-13-01", "18-22", "1:2-3:4"]
)
def test_not_a_time(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_when(written)
