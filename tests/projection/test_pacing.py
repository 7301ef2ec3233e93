"""When frames are due, with times as libvlc gives them."""

import itertools

import pytest

from kiosk.projection.grid import Arrival
from kiosk.projection.pacing import Pacing

INTERVAL = 0.04


def feed(pacing: Pacing, *times: float, first: int = 1, paused: float = 0.0) -> None:
    for number, displayed in enumerate(times):
        pacing.add(Arrival(first + number, displayed, paused))


def shown(pacing: Pacing, *moments: float) -> list[int | None]:
    """The sequence numbers that are due at these moments."""
    frames = [pacing.due(moment) for moment in moments]
    return [frame.sequence if frame else None for frame in frames]


def held(*times: float) -> Pacing:
    """A take whose first frames are in memory, as after a held load."""
    pacing = Pacing(INTERVAL)
    feed(pacing, *times)
    return pacing


def test_nothing_is_due_before_the_take_begins() -> None:
    pacing = held(10.0, 10.07, 10.11)

    assert shown(pacing, 20.0) == [None]
    assert pacing.next_at() is None
    assert pacing.settled


def test_the_first_frame_is_due_at_once_and_the_others_on_a_grid() -> None:
    pacing = held(10.0, 10.07, 10.11)
    pacing.clock.begin(20.0)

    assert shown(pacing, 20.0, 20.039, 20.04, 20.079, 20.08) == [1, 1, 2, 2, 3]


def test_an_early_first_frame_does_not_disturb_the_grid() -> None:
    """libvlc shows it as soon as it is decoded, up to 120 ms before its time."""
    pacing = held(10.0, 10.12, 10.16)
    pacing.clock.begin(20.0)

    assert [pacing.due(20.0 + moment).index for moment in (0.0, 0.04, 0.08)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("times", "lacks"),
    [
        ((10.0,), False),  # nothing is known yet
        ((10.0, 10.046, 10.086), False),  # shown as soon as it was there
        ((10.0, 10.12, 10.16), False),
        ((10.0, 10.04, 10.08), True),  # at its time, as no first frame is
        ((10.0, 10.038, 10.078), True),
        ((10.0, 10.07, 10.083), False),  # the second one was late
    ],
)
def test_whether_the_first_frame_was_left_out(times: tuple[float, ...], lacks: bool) -> None:
    assert held(*times).lacks_first is lacks


def test_a_frame_at_an_in_point_is_found_in_another_way() -> None:
    pacing = Pacing(INTERVAL, leading=True)
    feed(pacing, 10.0, 10.001, 10.041)

    assert not pacing.lacks_first


def test_with_a_reserve_a_late_frame_is_in_time() -> None:
    pacing = held(10.0, 10.07, 10.11)
    pacing.clock.begin(20.0)
    # libvlc goes on when the take is released: 0.08 s of the film are in memory already.
    feed(pacing, 20.04, 20.08, 20.17, 20.171, 20.20, first=4, paused=9.89)

    moments = [20.0 + 0.04 * number + 0.001 for number in range(8)]
    assert shown(pacing, *moments) == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize("first", [20.0, 20.04, 20.11], ids=["early", "in time", "late"])
def test_no_place_is_left_out_after_a_pause(first: float) -> None:
    pacing = held(10.0, 10.07, 10.11)
    pacing.clock.begin(20.0)
    feed(pacing, first, 20.12, 20.16, first=4, paused=9.89)

    indexes = []
    for millisecond in range(600):
        frame = pacing.due(20.0 + millisecond / 1000)
        if frame and frame.index not in indexes:
            indexes.append(frame.index)
    assert indexes == [0, 1, 2, 3, 4, 5]


def test_without_a_reserve_one_is_built_by_showing_each_frame_a_little_longer() -> None:
    pacing = Pacing(INTERVAL)
    pacing.add(Arrival(1, 10.0, 0.0))
    pacing.clock.begin(10.0)
    feed(pacing, *(10.0 + 0.04 * number for number in range(1, 30)), first=2)

    ats = []
    for millisecond in range(1400):
        frame = pacing.due(10.0 + millisecond / 1000)
        if frame and frame.at not in ats:
            ats.append(frame.at)
    steps = [after - before for before, after in itertools.pairwise(ats)]
    assert max(steps) == pytest.approx(0.04 * 7 / 6, abs=0.0001)
    assert steps[-1] == pytest.approx(0.04, abs=0.0001)
    assert pacing.stretched == pytest.approx(0.08, abs=0.001)


def test_a_frame_that_libvlc_left_out_leaves_no_shift() -> None:
    pacing = held(10.0, 10.07, 10.11)
    pacing.clock.begin(10.0)
    feed(pacing, 10.15, 10.23, 10.27, first=4)

    indexes = [pacing.due(11.0 + 0.0).index]
    assert indexes == [6]


def test_two_late_frames_fill_the_gap_that_they_left() -> None:
    pacing = held(10.0, 10.04, 10.08)
    pacing.clock.begin(10.0)
    feed(pacing, 10.21, 10.212, 10.214, 10.24, first=4)  # 3 and 4 late, 5 and 6 in time

    found = []
    for millisecond in range(400):
        frame = pacing.due(10.0 + millisecond / 1000)
        if frame is not None and frame.index not in found:
            found.append(frame.index)
    assert found == [0, 1, 2, 3, 4, 5, 6]


def test_a_pause_stops_time() -> None:
    pacing = held(10.0, 10.07, 10.11, 10.15)
    pacing.clock.begin(20.0)
    assert shown(pacing, 20.05) == [2]
    pacing.clock.hold(20.05)

    assert shown(pacing, 25.0) == [2]
    assert pacing.next_at() is None
    assert pacing.over_at() is None

    pacing.clock.go_on(30.0)
    assert shown(pacing, 30.02, 30.03) == [2, 3]


def test_after_a_pause_the_next_frame_has_the_next_place() -> None:
    """How long libvlc paused is only known to some milliseconds; here it is wrong by 15."""
    pacing = held(10.0, 10.07, 10.11)
    pacing.clock.begin(10.0)
    feed(pacing, 10.15, 10.19, first=4)
    feed(pacing, 15.245, 15.285, 15.325, first=6, paused=5.0)

    assert [frame.index for frame in pacing._waiting][-4:] == [4, 5, 6, 7]


def test_the_end_is_one_interval_after_the_last_frame() -> None:
    pacing = held(10.0, 10.07, 10.11)
    pacing.clock.begin(20.0)
    assert pacing.over_at() is None

    pacing.ended()

    assert pacing.over_at() == pytest.approx(20.12)


def test_the_end_is_expected_where_the_file_says() -> None:
    pacing = Pacing(INTERVAL, expected=0.12)
    feed(pacing, 10.0, 10.07)
    pacing.clock.begin(20.0)
    assert pacing.over_at() is None

    pacing.add(Arrival(3, 10.11, 0.0))
    assert pacing.over_at() == pytest.approx(20.12)

    pacing.add(Arrival(4, 10.15, 0.0))  # the file said too little
    assert pacing.over_at() == pytest.approx(20.16)


def test_frames_behind_the_out_point_are_not_shown() -> None:
    pacing = Pacing(INTERVAL, 0.12)
    feed(pacing, 10.0, 10.07, 10.11, 10.15, 10.19)
    pacing.clock.begin(20.0)

    assert shown(pacing, 20.5) == [3]
    assert pacing.over_at() == pytest.approx(20.12)


def test_a_take_with_an_out_point_is_over_even_if_frames_are_missing() -> None:
    pacing = Pacing(INTERVAL, 2.0)
    feed(pacing, 10.0, 10.07)
    pacing.clock.begin(20.0)

    assert pacing.over_at() == pytest.approx(22.0)
    assert pacing.next_at() == pytest.approx(20.0)


def test_frames_before_the_in_point_are_left() -> None:
    """Three frames at once, then the one at the in point in its time: as libvlc does it."""
    pacing = Pacing(INTERVAL, leading=True)
    feed(pacing, 10.0, 10.002, 10.007)
    assert not pacing.settled
    feed(pacing, 10.016, 10.056, first=4)

    assert pacing.settled
    pacing.clock.begin(20.0)
    assert shown(pacing, 20.0, 20.04) == [4, 5]
    assert pacing.first().index == 1


def test_at_the_end_of_a_short_take_the_in_point_is_decided_anyway() -> None:
    pacing = Pacing(INTERVAL, leading=True)
    pacing.add(Arrival(1, 10.0, 0.0))
    pacing.ended()

    assert pacing.settled


def test_a_frame_that_stays_alone_is_shown_after_a_second() -> None:
    """The film stands still there: equal frames are not handed on."""
    pacing = Pacing(INTERVAL, leading=True)
    pacing.add(Arrival(1, 10.0, 0.0))
    pacing.settle(10.9)
    assert not pacing.settled

    pacing.settle(11.1)
    assert pacing.settled


def test_the_position_is_that_of_the_frame_and_goes_on_smoothly() -> None:
    pacing = held(10.0, 10.07, 10.11)
    pacing.clock.begin(20.0)
    pacing.due(20.05)

    assert pacing.seconds(20.05) == pytest.approx(0.05)
    assert pacing.seconds(20.079) == pytest.approx(0.079)
    assert pacing.seconds(20.2) == pytest.approx(0.08)  # the next frame is late: it waits
    assert pacing.seconds(25.0) == pytest.approx(5.0)  # a picture that stands still has no frames of its own
    pacing.ended()
    pacing.due(25.0)
    assert pacing.seconds(25.0) == pytest.approx(0.12)  # the last frame, for as long as it has


def test_frames_without_a_known_rate_keep_libvlcs_times() -> None:
    pacing = Pacing(None)
    feed(pacing, 10.0, 10.1, 10.13, 10.4)
    pacing.clock.begin(20.0)

    assert shown(pacing, 20.0, 20.099, 20.1, 20.13, 20.39, 20.4) == [1, 1, 2, 3, 3, 4]


def test_a_wrong_frame_rate_is_given_up() -> None:
    """We were told 25, and it is 50: after some frames libvlc's own times count."""
    pacing = held(*(10.0 + 0.02 * number for number in range(60)))
    pacing.clock.begin(20.0)

    last = pacing._waiting[-1].at
    assert last < 1.5


def test_next_at_names_the_next_frame_or_when_one_is_expected() -> None:
    pacing = held(10.0, 10.07)
    pacing.clock.begin(20.0)
    pacing.due(20.0)
    assert pacing.next_at() == pytest.approx(20.04)

    pacing.due(20.04)
    assert pacing.next_at() == pytest.approx(20.08)
