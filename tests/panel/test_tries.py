"""The lock after wrong PINs."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.backstage.tries_file import TriesFile
from kiosk.clock import FakeClock
from kiosk.panel.tries import Tries

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wrong", "minutes"), [(0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (8, 8), (9, 16), (10, 32), (11, 60), (1000, 60)]
)
def test_the_lock_grows(wrong: int, minutes: int) -> None:
    assert Tries(wrong, NOW).locked_for(NOW) == timedelta(minutes=minutes)


def test_it_opens_by_itself() -> None:
    tries = Tries(6, NOW)
    assert tries.locked_for(NOW + timedelta(seconds=90)) == timedelta(seconds=30)
    assert tries.locked_for(NOW + timedelta(minutes=2)) == timedelta(0)


def test_a_clock_that_was_put_back_does_not_lock_for_years() -> None:
    assert Tries(5, NOW).locked_for(NOW - timedelta(days=9000)) == timedelta(minutes=1)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def test_a_restart_does_not_clear_it(tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "state" / "panel-tries.json"
    tries = TriesFile(path, clock)
    for _ in range(4):
        tries.failed()
    assert tries.locked_seconds == 0
    tries.failed()
    assert tries.locked_seconds == 60
    clock.advance(20)
    again = TriesFile(path, clock)
    assert again.locked_seconds == 40
    clock.advance(40)
    assert again.locked_seconds == 0
    again.failed()
    assert TriesFile(path, clock).locked_seconds == 120


def test_the_right_pin_clears_it(tmp_path: Path, clock: FakeClock) -> None:
    tries = TriesFile(tmp_path / "tries.json", clock)
    for _ in range(5):
        tries.failed()
    tries.passed()
    assert tries.locked_seconds == 0
    assert TriesFile(tmp_path / "tries.json", clock).locked_seconds == 0


@pytest.mark.parametrize("content", ["", "{", "[]", '{"v": 2}', '{"v": 1, "wrong": "x", "last": 1}'])
def test_a_damaged_file_counts_as_just_locked(content: str, tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "tries.json").write_text(content, "utf-8")
    tries = TriesFile(tmp_path / "tries.json", clock)
    assert tries.locked_seconds == 60
    clock.advance(61)
    assert tries.locked_seconds == 0
    tries.passed()
    assert TriesFile(tmp_path / "tries.json", clock).locked_seconds == 0


def test_a_disk_that_cannot_be_written_keeps_nobody_out(tmp_path: Path, clock: FakeClock) -> None:
    tries = TriesFile(tmp_path / "state" / "tries.json", clock)
    (tmp_path / "state").write_text("a file where the folder should be", "utf-8")
    for _ in range(5):
        tries.failed()
    assert tries.locked_seconds == 60
