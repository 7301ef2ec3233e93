"""Flashes by the definition of WCAG 2.2, on pictures of 24 × 18 cells."""

from collections.abc import Callable

import pytest

from kiosk.projection.child.flashes import COLUMNS, ROWS, FlashCounter, Planes

Colour = tuple[int, int, int]
CELLS = COLUMNS * ROWS
FIELD = {row * COLUMNS + column for row in range(4, 10) for column in range(9, 17)}
"""Eight by six cells: ten degrees each way."""


def picture(colour: Colour, ground: Colour = (90, 90, 90), cells: set[int] | None = None) -> Planes:
    """``colour`` (red, green, blue) on some cells, else on all."""
    values = [colour if cells is None or cell in cells else ground for cell in range(CELLS)]
    return bytes(each[1] for each in values), bytes(each[2] for each in values), bytes(each[0] for each in values)


def run(rate: int, hertz: float, one: Planes, other: Planes, seconds: float = 4.0) -> FlashCounter:
    """``hertz`` pairs of changes a second, at ``rate`` frames a second."""
    counter = FlashCounter()
    for number in range(round(rate * seconds)):
        counter.see(other if int(number * 2 * hertz / rate + 1e-9) % 2 else one, number / rate)
    return counter


def grey(value: int) -> Colour:
    return value, value, value


DARK, BRIGHT = picture(grey(60)), picture(grey(200))


@pytest.mark.parametrize("rate", [24, 25, 30, 50, 60])
def test_three_a_second_are_allowed_and_four_are_not(rate: int) -> None:
    assert not run(rate, 3.0, DARK, BRIGHT).general.flashes
    assert run(rate, 4.0, DARK, BRIGHT).general.flashes == 4


def test_as_fast_as_frames_can_be() -> None:
    assert run(25, 12.5, DARK, BRIGHT).general.flashes == 13


@pytest.mark.parametrize(
    ("one", "other", "too_many"),
    [
        (grey(0), grey(80), False),  # 0.08 of the greatest luminance
        (grey(0), grey(95), True),  # 0.11
        (grey(232), grey(255), False),  # the darker one is above 0.80
        (grey(226), grey(255), True),  # 0.76 and 1
    ],
)
def test_how_far_light_must_change(one: Colour, other: Colour, too_many: bool) -> None:
    assert (run(25, 5, picture(one), picture(other)).general.flashes > 0) is too_many


def test_how_large_it_must_be() -> None:
    quarter = set(sorted(FIELD)[:12])
    assert run(25, 5, picture(grey(0), cells=quarter), picture(grey(255), cells=quarter)).general.flashes
    less = set(sorted(FIELD)[:11])
    assert not run(25, 5, picture(grey(0), cells=less), picture(grey(255), cells=less)).general.flashes
    scattered = set(range(0, CELLS, 9))  # a ninth of the picture, nowhere a quarter of a field
    assert not run(25, 5, picture(grey(0), cells=scattered), picture(grey(255), cells=scattered)).general.flashes


def test_a_flash_that_takes_two_frames_to_spread() -> None:
    left = {cell for cell in FIELD if cell % COLUMNS < 11}  # 12 cells, of which 6 are early
    early = {cell for cell in left if cell % COLUMNS == 9}
    counter = FlashCounter()
    for number in range(60):
        step = number % 6
        cells = early if step == 0 else left if step in (1, 2) else left - early if step == 3 else set()
        counter.see(picture(grey(255), grey(20), cells), number / 30)
    assert counter.general.flashes == 5


def test_what_only_goes_one_way_is_no_flash() -> None:
    counter = FlashCounter()
    for number in range(100):
        counter.see(picture(grey(min(255, number * 3))), number / 25)
    assert not counter.general.flashes


@pytest.mark.parametrize(
    ("one", "other", "too_many"),
    [
        ((255, 0, 0), (110, 110, 110), True),  # as light as each other
        ((255, 0, 0), (230, 60, 0), False),  # red and nearly the same red
        ((0, 0, 255), (110, 110, 110), False),
        ((120, 0, 0), (0, 0, 0), True),
    ],
)
def test_flashes_to_and_from_red(one: Colour, other: Colour, too_many: bool) -> None:
    found = run(25, 5, picture(one), picture(other))
    assert (found.red.flashes > 0) is too_many


def test_three_flashes_of_red_are_allowed() -> None:
    assert not run(25, 3, picture((255, 0, 0)), picture(grey(110))).red.flashes


def wandering(speed: int) -> Callable[[int], Planes]:
    """A bright bar of four cells that crosses the picture, ``speed`` cells a frame."""
    return lambda number: picture(
        grey(220),
        grey(40),
        {row * COLUMNS + (number * speed + more) % COLUMNS for row in range(ROWS) for more in range(4)},
    )


def test_something_bright_that_passes_by_is_no_flash() -> None:
    counter = FlashCounter()
    for number in range(100):
        counter.see(wandering(1)(number), number / 25)
    assert not counter.general.flashes
