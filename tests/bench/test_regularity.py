"""Counting late and lost frames."""

from tests.bench.regularity import count
from tests.bench.watching import Watched


def watched(*frames: tuple[float, int]) -> Watched:
    return Watched(list(frames), looks=700, seconds=1.0, longest_blink=0.002)


def test_a_regular_film_has_nothing_late_or_lost() -> None:
    found = count(watched((1.00, 7), (1.04, 8), (1.09, 9), (1.12, 10)))
    assert (found.frames, found.late, found.lost) == (4, 0, 0)


def test_a_frame_after_more_than_60_ms_is_late() -> None:
    assert count(watched((1.0, 7), (1.061, 8))).late == 1
    assert count(watched((1.0, 7), (1.059, 8))).late == 0


def test_a_missing_number_is_lost_and_its_successor_not_late() -> None:
    found = count(watched((1.0, 7), (1.08, 9), (1.20, 12)))
    assert (found.late, found.lost) == (0, 3)
