"""The slow way of a film's sound into silence."""

from itertools import pairwise

from kiosk.projection.fading import FadeOut


def heard(fade: FadeOut, until: float, step: float) -> list[tuple[float, int]]:
    """What is applied when, if it is asked every ``step`` seconds."""
    found = []
    for number in range(round((until - 100.0) / step) + 1):
        now = round(100.0 + number * step, 3)
        if (volume := fade.step(now)) is not None:
            found.append((now, volume))
    return found


def test_it_falls_evenly_and_ends_in_silence() -> None:
    fade = FadeOut(70, 100.0, 2.5)
    found = heard(fade, 103.0, 0.02)
    volumes = [volume for _, volume in found]
    assert volumes == sorted(volumes, reverse=True)
    assert volumes[0] >= 66
    assert volumes[-1] == 0
    assert max(one - other for one, other in pairwise(volumes)) <= 5
    assert next(now for now, volume in found if volume == 0) <= 102.5
    assert fade.next_moment() is None


def test_it_is_asked_for_only_when_something_is_due() -> None:
    fade = FadeOut(70, 100.0, 2.5)
    assert fade.next_moment() == 100.0
    assert fade.step(100.0) == 67
    assert fade.next_moment() == 100.12
    assert fade.step(100.05) is None


def test_a_screen_that_comes_late_is_silent_at_once() -> None:
    fade = FadeOut(70, 100.0, 2.5)
    assert fade.step(102.6) == 0
