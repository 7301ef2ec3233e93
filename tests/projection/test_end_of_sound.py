"""How much of a film's sound is left, by what the kiosk has told and what libvlc knows of its file."""

from dataclasses import replace

import pytest

from kiosk.projection.child.film import Film, sound_left
from kiosk.projection.messages import Load
from tests.projection.orders import LOAD

FILM = replace(LOAD, start_ms=0, picture_ms=10_000, sound_delay_ms=90)
UNKNOWN = 0


def running(load: Load) -> Film:
    """On its first frame at 100 s of the clock."""
    return Film(load, 99.0, running=True, volume=80, first_at=100.0)


@pytest.mark.parametrize(
    ("told", "length_ms", "left"),
    [
        ({"joins": True, "splice": True}, UNKNOWN, 6.09),  # libvlc has no length for a list of files
        ({"end_ms": 8000}, UNKNOWN, 4.09),
        ({"end_ms": 8000, "start_ms": 3000}, 10_000, 1.09),
        ({}, 10_000, 5.535),  # what libvlc hands over in one piece is not counted
        ({}, UNKNOWN, None),
    ],
)
def test_what_is_left_after_four_seconds(told: dict[str, object], length_ms: int, left: float | None) -> None:
    film = running(replace(FILM, **told))
    found = sound_left(film, 104.0, 0.0, length_ms)
    assert found == (None if left is None else pytest.approx(left))


def test_a_pause_leaves_as_much() -> None:
    assert sound_left(running(replace(FILM, splice=True)), 106.5, 2.5, UNKNOWN) == pytest.approx(6.09)


def test_a_film_that_stands_still_does_not_come_to_its_end() -> None:
    film = running(replace(FILM, splice=True))
    film.paused_at = 102.0
    assert sound_left(film, 104.0, 0.0, UNKNOWN) is None
