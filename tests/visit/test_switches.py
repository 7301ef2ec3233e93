"""Larger text, high contrast, reach: what a visitor switches, and that the next one starts clean."""

from dataclasses import replace

from walking import Visitor, exhibition

from kiosk.exhibition.exhibition import Screen
from kiosk.visit.comfort import Comfort
from kiosk.visit.events import Touched
from kiosk.visit.places import Attract, Browse, FilmPage
from kiosk.visit.step import Rules


def test_the_button_opens_the_switches_and_closes_them(visitor: Visitor) -> None:
    visitor.tap("card:homs", "comfort")
    assert visitor.visit.choosing_comfort
    visitor.tap("comfort")
    assert not visitor.visit.choosing_comfort


def test_switches_stay_open_until_a_touch_beside_them(visitor: Visitor) -> None:
    visitor.tap("comfort", "larger-text", "high-contrast", "reach", "high-contrast")
    assert visitor.visit.comfort == Comfort(larger_text=True, reach=True)
    assert visitor.visit.choosing_comfort
    visitor.tap("comfort-close")
    assert (visitor.visit.choosing_comfort, visitor.visit.place) == (False, Browse())


def test_what_was_chosen_goes_along_and_the_open_switches_do_not(visitor: Visitor) -> None:
    visitor.tap("comfort", "larger-text", "card:homs")
    assert visitor.visit.place == FilmPage("homs")
    assert visitor.visit.comfort == Comfort(larger_text=True)
    assert not visitor.visit.choosing_comfort


def test_the_question_leaves_the_switches_as_they_are(visitor: Visitor) -> None:
    visitor.tap("comfort", "larger-text")
    visitor.wait(61)
    assert visitor.visit.asking_since is not None
    visitor.tap("keep-going")
    assert visitor.visit.choosing_comfort
    assert visitor.visit.comfort == Comfort(larger_text=True)


def test_the_next_visitor_starts_clean(visitor: Visitor) -> None:
    visitor.tap("comfort", "larger-text", "high-contrast", "reach")
    visitor.wait(91)
    assert visitor.visit.place == Attract()
    assert visitor.visit.comfort == Comfort()
    assert not visitor.visit.choosing_comfort


def test_an_exhibition_may_start_low() -> None:
    low = replace(exhibition(), screen=Screen(reach=True))
    visitor = Visitor(Rules.of(low))
    visitor.meet(Touched())
    assert visitor.visit.comfort == Comfort(reach=True)
    visitor.tap("comfort", "reach")
    assert visitor.visit.comfort == Comfort()
    visitor.wait(91)
    assert visitor.visit.comfort == Comfort(reach=True)
