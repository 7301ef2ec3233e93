"""Counting frames: what came, what never came, what came late."""

from kiosk.bench.frames import Count, Shown, changeovers, count


def regular(numbers: list[int], step: float = 0.04, start: float = 10.0, take: int = 1) -> list[Shown]:
    return [Shown(start + number * step, number, take) for number in numbers]


def test_all_frames_in_time() -> None:
    found = count(regular(list(range(50))), 0.04, 12.0)
    assert (found.shown, found.dropped, found.late, found.due) == (50, 0, 0, 50)
    assert found.smooth


def test_numbers_that_never_came_were_dropped() -> None:
    found = count(regular([0, 1, 5, 6, 7, 9]), 0.04, 10.4)
    assert (found.shown, found.dropped, found.late, found.due) == (6, 4, 0, 10)
    assert not found.smooth
    assert round(found.longest, 3) == 0.16


def test_a_frame_that_came_after_more_than_one_and_a_half_intervals_is_late() -> None:
    frames = [Shown(10.0, 0), Shown(10.05, 1), Shown(10.12, 2)]
    assert count(frames, 0.04, 10.15).late == 1


def test_a_picture_that_stands_still_to_the_end_has_dropped_the_rest() -> None:
    found = count(regular([0, 1]), 0.04, 12.0)
    assert (found.shown, found.dropped) == (2, 47)
    assert round(found.longest, 2) == 1.96


def test_without_a_rate_only_late_frames_are_told() -> None:
    frames = [Shown(10.0, 0), Shown(10.04, 1), Shown(10.2, 2)]
    found = count(frames, None, 12.0)
    assert (found.shown, found.dropped, found.late) == (3, 0, 1)


def test_nothing_came() -> None:
    assert count([], 0.04, 12.0) == Count(0, 0, 0, 0.0)


def test_two_bad_frames_or_one_in_a_hundred_are_not_seen() -> None:
    assert Count(shown=50, dropped=1, late=1).smooth
    assert not Count(shown=50, dropped=2, late=1).smooth
    assert Count(shown=997, dropped=3, late=7).smooth
    assert not Count(shown=997, dropped=3, late=8).smooth


def test_changeovers_are_named_by_the_film_that_comes() -> None:
    first = [Shown(1.0, 0, 7, "a"), Shown(1.04, 1, 7, "a")]
    second = [Shown(1.08, 0, 8, "a"), Shown(1.12, 1, 8, "b"), Shown(1.16, 2, 8, "b")]
    again = [Shown(1.3, 0, 8, "b"), Shown(1.34, 1, 8, "c")]
    assert [(name, round(seconds, 3)) for name, seconds in changeovers([*first, *second, *again])] == [
        ("b", 0.04),
        ("c", 0.14),
    ]
