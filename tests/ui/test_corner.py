"""The corner that an installer holds."""

from dataclasses import replace

import pytest
from pygame import Rect

from kiosk.exhibition.exhibition import Exhibition
from kiosk.ui.corner import Corner, service_corner
from kiosk.ui.gestures import Contact
from tests.ui.screenplay import sample


def contact(kind: str, x: float, y: float, at: float, finger: int = 0) -> Contact:
    return Contact(kind, finger, x, y, at)  # type: ignore[arg-type]


@pytest.fixture
def corner() -> Corner:
    return Corner(Rect(0, 0, 96, 96))


def test_a_finger_that_stays_opens_it_and_goes_nowhere(corner: Corner) -> None:
    assert corner.let_through(contact("down", 20, 20, 10.0)) == []
    assert corner.held_at == 13.0
    assert corner.let_through(contact("move", 60, 40, 11.0)) == []
    assert not corner.is_held(12.9)
    assert corner.is_held(13.0)
    assert not corner.is_held(13.1)
    assert corner.held_at is None
    up = contact("up", 60, 40, 14.0)
    assert corner.let_through(up) == [up]  # of a finger that never came down: whoever hears it ignores it


def test_one_that_is_lifted_before_was_a_touch_like_any_other(corner: Corner) -> None:
    down, up = contact("down", 20, 20, 10.0), contact("up", 20, 20, 12.5)
    assert corner.let_through(down) == []
    assert corner.let_through(up) == [down, up]
    assert not corner.is_held(20.0)


def test_one_that_leaves_the_corner_was_meant_for_the_screen(corner: Corner) -> None:
    down, out, up = contact("down", 90, 90, 10.0), contact("move", 120, 90, 10.2), contact("up", 300, 90, 10.4)
    assert corner.let_through(down) == []
    assert corner.let_through(out) == [down, out]
    assert corner.let_through(up) == [up]
    assert corner.held_at is None


def test_a_second_finger_is_no_installer(corner: Corner) -> None:
    down, second = contact("down", 20, 20, 10.0), contact("down", 500, 500, 11.0, finger=1)
    corner.let_through(down)
    assert corner.let_through(second) == [down, second]
    assert not corner.is_held(20.0)


def test_elsewhere_and_without_a_corner_everything_passes(corner: Corner) -> None:
    for each in (corner, Corner(None)):
        down = contact("down", 500, 20, 10.0)
        assert each.let_through(down) == [down]
        assert not each.is_held(100.0)
    down = contact("down", 5, 5, 10.0)
    assert Corner(None).let_through(down) == [down]


def with_languages(*languages: str) -> Exhibition:
    return replace(sample(), languages=languages)


@pytest.mark.parametrize(
    ("languages", "size", "expected"),
    [
        (("en", "ar"), (1920, 1080), Rect(0, 0, 96, 96)),
        (("ar", "en"), (1920, 1080), Rect(1824, 0, 96, 96)),
        (("en", "ar"), (1080, 1920), Rect(0, 0, 64, 64)),
    ],
)
def test_it_is_the_upper_one_away_from_the_language_button(
    languages: tuple[str, ...], size: tuple[int, int], expected: Rect
) -> None:
    assert service_corner(size, with_languages(*languages)) == expected
