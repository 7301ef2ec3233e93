"""Long work between two frames."""

from kiosk.calm import CalmMoment
from kiosk.clock import FakeClock


def test_the_moment_right_after_a_frame_is_waited_for() -> None:
    clock = FakeClock()
    moment = CalmMoment(clock)
    assert not moment.has_come(0.010)
    clock.advance(0.012)
    assert moment.has_come(0.036)
    assert not moment.has_come(0.010)  # the next change has to wait for its own


def test_where_frames_follow_too_fast_it_comes_all_the_same() -> None:
    clock = FakeClock()
    moment = CalmMoment(clock)
    found = []
    for _ in range(15):
        found.append(moment.has_come(0.015))
        clock.advance(0.016)
    assert found == [False] * 13 + [True] + [False]
