"""The ear of the crossfade benchmark hears what it shall: holes, dips and clicks that were put into a sound."""

import numpy as np
import pytest

from tests.bench.crossing_sound import TONES, Crossings, judge_crossings
from tests.bench.ear import Samples
from tests.bench.listening import RATE
from tests.bench.seam_clips import TONE_LEVEL

QUARTER = RATE // TONES[1] // 4
"""Samples from a zero of the second tone to where a hole cuts it off at its height."""
SECONDS, BEGINS, OVER = 4.0, 1.5, 0.8
AT = np.arange(round(SECONDS * RATE)) / RATE
SHARE = np.clip((AT - BEGINS) / OVER, 0.0, 1.0)


def crossing(going: Samples, coming: Samples) -> Samples:
    """Two tones, the first with one course of its volume (0 to 1), the second with another."""
    one, two = (np.sin(2 * np.pi * tone * AT) for tone in TONES)
    sound: Samples = TONE_LEVEL * (going * one + coming * two)
    return sound


def even() -> Samples:
    return crossing(np.cos(SHARE * np.pi / 2), np.sin(SHARE * np.pi / 2))


def judged(samples: Samples) -> Crossings:
    return judge_crossings(samples, TONES)


def test_even_power_is_as_loud_as_one_alone() -> None:
    found = judged(even())
    assert abs(found.together).max() < 0.2
    assert found.seconds == [pytest.approx(0.70, abs=0.03)]
    assert (found.silences, found.clicks) == ([], [])


def test_straight_lines_dip_by_three_decibels() -> None:
    assert judged(crossing(1 - SHARE, SHARE)).together.min() == pytest.approx(-3.0, abs=0.2)


def test_both_at_once_are_three_decibels_too_loud() -> None:
    meanwhile = (SHARE > 0) & (SHARE < 1)
    found = judged(crossing((SHARE < 1) * 1.0, (meanwhile | (SHARE == 1)) * 1.0))
    assert found.together.max() == pytest.approx(3.0, abs=0.2)


def test_a_hole_is_a_silence_and_its_edges_click() -> None:
    sound = even()
    first, last = round(2.9 * RATE) + QUARTER, round(2.95 * RATE) + QUARTER
    sound[first:last] = 0.0
    found = judged(sound)
    assert found.silences == [pytest.approx(0.05, abs=0.004)]
    assert found.together.min() == -60.0
    assert found.clicks
    assert found.clicks[0] == pytest.approx(2.9, abs=0.005)


@pytest.mark.parametrize("last", [190_001, 190_017, 190_050])
def test_the_ends_of_a_recording_do_not_click(last: int) -> None:
    assert judged(even()[31:last]).clicks == []
