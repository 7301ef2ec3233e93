"""Easings, manners of change and numbers on their way."""

import pytest

from kiosk.ui.motion import Change, Glide, decelerate, ease_in_out, linear, manner


@pytest.mark.parametrize("easing", [linear, decelerate, ease_in_out])
def test_an_easing_begins_at_0_ends_at_1_and_never_turns_back(easing):
    values = [easing(step / 50) for step in range(51)]
    assert values[0] == 0.0
    assert values[-1] == 1.0
    assert values == sorted(values)


def test_deceleration_covers_more_than_half_the_way_in_the_first_quarter():
    assert decelerate(0.25) == pytest.approx(0.578, abs=0.001)


def test_durations_are_those_that_visitors_were_promised():
    assert 0.35 <= manner(Change.OPEN).seconds <= 0.45
    assert manner(Change.BACK).seconds == 0.25
    assert manner(Change.LANGUAGE).seconds == 0.20
    assert 1.2 <= manner(Change.ATTRACT).seconds <= 1.6


@pytest.mark.parametrize("change", list(Change))
def test_reduced_motion_never_moves_and_never_takes_long(change):
    reduced = manner(change, reduce_motion=True)
    assert reduced.seconds <= 0.15
    assert reduced.slide == 0.0
    assert not reduced.grows


def test_a_glide_goes_from_start_to_goal():
    glide = Glide(10.0, 20.0, since=100.0, seconds=1.0, easing=linear)
    assert glide.at(99.0) == 10.0
    assert glide.at(100.5) == 15.0
    assert glide.at(101.0) == 20.0
    assert not glide.at_rest(100.9)
    assert glide.at_rest(101.0)


def test_a_glide_can_be_turned_round_on_its_way_without_a_jump():
    there = Glide(0.0, 1.0, since=0.0, seconds=1.0, easing=linear)
    back = there.towards(0.0, now=0.25, seconds=0.5)
    assert back.at(0.25) == 0.25
    assert back.at(0.5) == 0.125
    assert back.at(0.75) == 0.0


def test_a_glide_that_already_goes_there_is_left_alone():
    glide = Glide(0.0, 1.0, since=0.0, seconds=1.0)
    assert glide.towards(1.0, now=0.9, seconds=1.0) is glide


def test_a_resting_value_is_at_rest():
    glide = Glide.resting(0.4)
    assert glide.at(123.0) == 0.4
    assert glide.at_rest(123.0)
