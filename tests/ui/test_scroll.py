"""Momentum, rubber ends, springs and pages."""

import itertools

import pytest

from kiosk.ui.scroll import Scroller, decay, spring


def positions(scroller, since, seconds=4.0, step=0.01):
    return [scroller.at(since + number * step) for number in range(int(seconds / step))]


def test_a_drag_follows_the_finger_exactly_between_the_ends():
    scroller = Scroller(content=3000, view=1000)
    scroller.drag(-120, 1.0)
    scroller.drag(-30, 1.1)
    assert scroller.at(1.1) == 150
    scroller.drag(50, 1.2)
    assert scroller.at(1.2) == 100


def test_content_that_fits_is_not_movable():
    assert not Scroller(content=800, view=1000).movable
    assert Scroller(content=1001, view=1000).movable


def test_beyond_an_end_the_content_follows_less_and_less_and_never_further_than_its_reach():
    scroller = Scroller(content=3000, view=1000)
    shown = []
    for _ in range(40):
        scroller.drag(100, 1.0)
        shown.append(scroller.at(1.0))
    steps = [before - after for before, after in itertools.pairwise(shown)]
    assert all(step > 0 for step in steps)
    assert steps == sorted(steps, reverse=True)
    assert -220 < shown[-1] < -200


def test_pulled_beyond_the_end_it_springs_back_and_rests_there():
    scroller = Scroller(content=3000, view=1000)
    scroller.drag(150, 1.0)
    scroller.fling(0.0, 1.0)
    assert not scroller.at_rest(1.05)
    assert scroller.at_rest(3.0)
    assert scroller.at(3.0) == 0.0


def test_a_fling_glides_on_and_decays():
    scroller = Scroller(content=9000, view=1000)
    scroller.jump(1000)
    scroller.fling(-2000, 5.0)
    way = positions(scroller, 5.0)
    steps = [after - before for before, after in itertools.pairwise(way)]
    assert all(step >= 0 for step in steps)
    assert steps[0] == pytest.approx(20, abs=1)
    assert way[-1] == pytest.approx(1000 + 2000 / 3.2, abs=1)


def test_a_fling_over_the_end_swings_out_a_little_and_comes_back():
    scroller = Scroller(content=2000, view=1000)
    scroller.jump(900)
    scroller.fling(-6000, 0.0)
    way = positions(scroller, 0.0)
    assert 1000 < max(way) <= 1220
    assert way[-1] == 1000
    jumps = [abs(after - before) for before, after in itertools.pairwise(way)]
    assert max(jumps) <= 61


def test_a_finger_stops_a_fling_where_it_is_seen():
    scroller = Scroller(content=9000, view=1000)
    scroller.fling(-3000, 0.0)
    seen = scroller.at(0.2)
    scroller.drag(0, 0.2)
    assert scroller.at(0.2) == seen
    assert scroller.at_rest(0.2)


def test_a_finger_can_catch_the_content_beyond_an_end_without_a_jump():
    scroller = Scroller(content=3000, view=1000)
    scroller.drag(300, 0.0)
    scroller.fling(0.0, 0.0)
    seen = scroller.at(0.05)
    assert seen < 0
    scroller.drag(0, 0.05)
    assert scroller.at(0.05) == pytest.approx(seen, abs=0.001)


def test_a_fling_ends_on_a_snap():
    scroller = Scroller(content=4000, view=1000, snaps=(0, 400, 800, 1200, 1600, 2000, 2400, 2800))
    scroller.jump(800)
    scroller.fling(-900, 0.0)
    assert scroller.at(5.0) == 1200


def test_a_let_go_finger_settles_on_the_nearest_snap():
    scroller = Scroller(content=4000, view=1000, snaps=(0, 400, 800))
    scroller.drag(-250, 0.0)
    scroller.fling(0.0, 0.0)
    assert scroller.at(5.0) == 400


def test_pages_go_to_snaps_and_stop_at_the_ends():
    scroller = Scroller(content=2000, view=800, snaps=(0, 400, 800, 1200))
    scroller.page(1, 0.0, 0.4)
    assert scroller.at(1.0) == 800
    scroller.page(1, 1.0, 0.4)
    assert scroller.at(2.0) == 1200
    scroller.page(1, 2.0, 0.4)
    assert scroller.at(3.0) == 1200
    scroller.page(-1, 3.0, 0.4)
    assert scroller.at(4.0) == 400
    scroller.page(-1, 4.0, 0.4)
    assert scroller.at(5.0) == 0


def test_pages_of_text_overlap():
    scroller = Scroller(content=3000, view=1000)
    scroller.page(1, 0.0, 0.0)
    assert scroller.at(0.0) == 850


def test_two_quick_page_taps_go_two_pages():
    scroller = Scroller(content=9000, view=1000)
    scroller.page(1, 0.0, 0.4)
    scroller.page(1, 0.1, 0.4)
    assert scroller.at(2.0) == 1700


def test_decay_and_spring_begin_where_they_are_and_end_at_their_goal():
    gliding = decay(100.0, 320.0, 0.0)
    assert gliding.at(0.0) == pytest.approx(100.0)
    assert gliding.at(gliding.seconds) == pytest.approx(200.0, abs=0.6)
    springing = spring(-80.0, 0.0, 0.0, 0.0)
    assert springing.at(0.0) == pytest.approx(-80.0)
    assert springing.at(springing.seconds) == pytest.approx(0.0, abs=0.6)
