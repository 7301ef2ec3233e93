"""The envelope of a film's sound, step by step."""

from itertools import pairwise
from typing import Any

import pytest

from kiosk.clock import FakeClock
from kiosk.projection.fading import Fader, even_amplitude, even_power


class Room:
    """Hears what a fader does, at the moments that it asks for."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.heard: list[int] = []
        self.fader = Fader(self.heard.append)

    def run(self, seconds: float) -> list[int]:
        """The volumes that were applied within so long."""
        before, end = len(self.heard), self.clock.monotonic() + seconds
        while (wait := self.fader.seconds_to_next_step(self.clock.monotonic())) is not None:
            if self.clock.monotonic() + wait > end:
                break
            self.clock.advance(wait)
            self.fader.step(self.clock.monotonic())
        self.clock.advance(end - self.clock.monotonic())
        return self.heard[before:]

    def fade(self, volume: int, **how: Any) -> None:
        self.fader.fade(volume, self.clock.monotonic(), **how)


@pytest.fixture
def room() -> Room:
    return Room()


def test_a_sound_comes_within_a_quarter_of_a_second(room: Room) -> None:
    room.fade(100)
    assert room.run(0.24) == [8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 88, 96]
    assert room.run(0.02) == [100]
    assert room.fader.seconds_to_next_step(room.clock.monotonic()) is None


def test_and_goes_as_it_came(room: Room) -> None:
    room.fade(50)
    room.run(0.3)
    room.fade(0)
    assert room.run(0.3) == [46, 42, 38, 34, 30, 26, 22, 18, 14, 10, 6, 2, 0]


@pytest.mark.parametrize("volume", [10, 70, 100])
def test_no_step_is_larger_than_the_envelopes(room: Room, volume: int) -> None:
    room.fade(volume)
    room.run(0.1)
    room.fade(0)
    room.run(0.13)
    room.fade(volume)
    room.run(1.0)
    room.fade(0, seconds=0.06)
    room.run(1.0)
    steps = [abs(after - before) for before, after in pairwise([0, *room.heard])]
    assert room.heard[-1] == 0
    assert max(steps[:-3]) <= max(1, volume * 0.08 + 1)
    assert max(steps) <= max(1, volume * 0.34 + 1)  # a short fade takes three steps


def test_a_fade_that_is_turned_round_goes_on_from_where_it_was(room: Room) -> None:
    room.fade(100)
    assert room.run(0.1) == [8, 16, 24, 32, 40]
    room.fade(0)
    assert room.run(0.06) == [37, 34, 30]


def test_a_sound_that_is_late_is_waited_for(room: Room) -> None:
    room.fade(100, wait=0.18)
    assert room.run(0.18) == []
    assert room.run(0.03) == [8]


def test_what_stands_still_is_cut_and_rises_from_nothing(room: Room) -> None:
    room.fade(60)
    room.run(1.0)
    room.fader.cut()
    assert room.heard[-1] == 0
    room.fade(60)
    assert room.run(0.02) == [5]


def test_two_sounds_that_cross_stay_as_loud_together(room: Room) -> None:
    comes, goes = Room(), room
    goes.fade(100, seconds=0.0)
    goes.run(0.1)
    comes.fade(100, seconds=1.2, curve=even_power)
    goes.fade(0, seconds=1.2, curve=even_power)
    for _ in range(59):
        comes.run(0.02)
        goes.run(0.02)
        # libvlc makes a factor of its volume's third power; sounds add by the square of that
        power = (comes.fader.volume / 100) ** 6 + (goes.fader.volume / 100) ** 6
        assert power == pytest.approx(1.0, abs=0.06)
    comes.run(0.1)
    goes.run(0.1)
    assert (comes.fader.volume, goes.fader.volume) == (100, 0)


def test_a_sound_that_crosses_rises_in_small_steps(room: Room) -> None:
    room.fade(70, seconds=1.0, curve=even_power)
    steps = room.run(1.1)
    amplitudes = [(each / 100) ** 3 for each in (0, *steps)]
    assert max(after - before for before, after in pairwise(amplitudes)) < 0.02


@pytest.mark.parametrize(("before", "after"), [(0, 100), (100, 0), (0, 40)])
def test_within_a_moment_no_step_is_larger_than_another(room: Room, before: int, after: int) -> None:
    room.fade(before, seconds=0.0)
    room.run(0.1)
    room.fade(after, seconds=0.04, curve=even_amplitude)
    steps = room.run(0.05)
    amplitudes = [(each / 100) ** 3 for each in (before, *steps)]
    assert steps[-1] == after
    largest = max(abs(later - earlier) for earlier, later in pairwise(amplitudes))
    assert largest < 0.14 * abs(amplitudes[-1] - amplitudes[0])
