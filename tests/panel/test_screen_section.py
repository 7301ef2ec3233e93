"""The section Screen."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.exhibition.exhibition import Screen
from kiosk.panel.controls import BankCard, Choice, Row
from kiosk.panel.covers import CELLS, Glass, Grid
from kiosk.panel.effects import Put, Write
from kiosk.panel.words import Name, Say
from tests.panel.builders import NOWHERE, Walk


def screen(**settings: Any) -> Walk:
    return Walk(exhibition=replace(NOWHERE, screen=Screen(**settings))).inside("screen")


def cover(walk: Walk) -> Grid | Glass | None:
    assert walk.sight.leaf is not None
    return walk.sight.leaf.cover


def row(walk: Walk, number: int) -> Row:
    assert walk.sight.leaf is not None
    return [each for each in walk.sight.leaf.blocks if isinstance(each, Row)][number]


def inches(walk: Walk) -> float:
    assert walk.sight.leaf is not None
    (card,) = (each for each in walk.sight.leaf.blocks if isinstance(each, BankCard))
    return card.inches


def chosen(walk: Walk) -> list[str]:
    assert walk.sight.leaf is not None
    (choice,) = (each for each in walk.sight.leaf.blocks if isinstance(each, Choice))
    return [each.name for each in choice.options if each.chosen]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_it_is_turned(degrees: int) -> None:
    walk = screen(rotate=90).tap(f"do:turn:{degrees}")
    assert walk.done == [Write((Put(("screen", "rotate"), degrees),))]
    assert chosen(walk) == [f"turn:{degrees}"]


def test_a_larger_card_is_one_on_a_smaller_screen() -> None:
    walk = screen(inches=24.0).tap("do:open:card")
    assert inches(walk) == 24.0
    assert inches(walk.tap("step:coarse:more")) == 22.9
    assert inches(walk.tap("step:fine:more")) == 22.8
    assert inches(walk.tap("step:coarse:less")) == 23.9
    assert inches(walk.tap("step:fine:less")) == 24.0
    assert walk.done == []
    walk.tap("step:coarse:more", "do:save")
    assert walk.done == [Write((Put(("screen", "inches"), "22.9"),))]
    said = {"inches": Say("panel.screen.inches_value", {"inches": Name("22.9")})}
    assert row(walk, 0).lines == (Say("panel.screen.inches_line", said),)


def test_a_measurement_that_is_left_changes_nothing() -> None:
    walk = screen(inches=24.0).tap("do:open:card", "step:coarse:more", "do:back", "do:open:card")
    assert (walk.done, inches(walk)) == ([], 24.0)


@pytest.mark.parametrize(("size", "step", "other"), [(5.0, "more", "less"), (300.0, "less", "more")])
def test_it_ends_where_the_setting_does(size: float, step: str, other: str) -> None:
    walk = screen(inches=size).tap("do:open:card", f"step:coarse:{step}", f"step:fine:{step}")
    assert inches(walk) == size
    assert inches(walk.tap(f"step:fine:{other}")) != size


def test_every_size_can_be_reached_by_fine_steps() -> None:
    """Also where half a per cent is less than what is written."""
    walk = screen(inches=7.0).tap("do:open:card")
    assert inches(walk.tap("step:fine:more", "step:fine:more")) == 6.8
    assert inches(walk.tap("step:fine:less")) == 6.9


def test_fields_light_up_and_with_the_last_one_it_ends() -> None:
    walk = screen().tap("do:open:touch")
    grid = cover(walk)
    assert isinstance(grid, Grid)
    assert (grid.lit, len(grid.touches)) == (frozenset(), CELLS)
    walk.tap("do:cell:3", "do:cell:3", "do:cell:39")
    grid = cover(walk)
    assert isinstance(grid, Grid)
    assert grid.lit == {3, 39}
    assert grid.words[1] == Say("panel.screen.touched", {"count": 2, "of": 40})
    walk.tap(*(f"do:cell:{number}" for number in range(CELLS)))
    assert cover(walk) is None
    assert (row(walk, 1).lines, row(walk, 1).problem) == ((Say("panel.screen.touched", {"count": 40, "of": 40}),), None)


def test_a_dead_corner_is_told_when_nothing_is_touched_any_more() -> None:
    walk = screen().tap("do:open:touch", *(f"do:cell:{number}" for number in range(CELLS - 1)))
    assert cover(walk.wait(14.0)) is not None
    assert cover(walk.wait(1.5)) is None
    assert row(walk, 1).problem == Say("panel.screen.touched", {"count": 39, "of": 40})
    fresh = cover(walk.tap("do:open:touch"))
    assert isinstance(fresh, Grid)
    assert fresh.lit == frozenset()


def test_one_colour_after_the_other() -> None:
    walk = screen().tap("do:open:colours")
    seen = []
    while isinstance(glass := cover(walk), Glass):
        seen.append(glass.shade)
        walk.tap("do:glass")
    assert seen == ["red", "green", "blue", "white", "black", "greys"]
    assert walk.panel is not None


def test_colours_end_by_themselves_and_begin_anew() -> None:
    walk = screen().tap("do:open:colours", "do:glass").wait(59.0)
    assert cover(walk) == Glass("green", cover(walk).does)  # type: ignore[union-attr]
    assert cover(walk.wait(1.5)) is None
    glass = cover(walk.tap("do:open:colours"))
    assert isinstance(glass, Glass)
    assert glass.shade == "red"


def test_what_lies_under_a_test_cannot_be_tapped() -> None:
    walk = screen().tap("do:open:colours", "do:turn:90", "do:open:card")
    assert isinstance(cover(walk), Glass)
    assert walk.done == []
