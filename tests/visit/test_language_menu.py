"""The menu of languages, as a table of taps."""

from dataclasses import replace

import pytest
from walking import Visitor

from kiosk.visit.events import Scrubbed, Touched
from kiosk.visit.places import Attract, Browse, FilmPage


@pytest.fixture
def polyglot(visitor: Visitor) -> Visitor:
    """At the cards of an exhibition in four languages."""
    visitor.rules = replace(visitor.rules, languages=("en", "ar", "fr", "ckb"))
    visitor.meet(Touched())
    return visitor


@pytest.mark.parametrize(
    ("taps", "language", "is_open"),
    [
        ("language", "en", True),
        ("language language:ckb", "ckb", False),
        ("language language:fr language language:en", "en", False),
        ("language language:en", "en", False),
        ("language language-close", "en", False),
        ("language language-panel", "en", True),
        ("language language", "en", False),
        ("language language:tlh", "en", False),
        ("language:fr", "fr", False),
        ("language card:homs", "en", False),
    ],
)
def test_taps(polyglot: Visitor, taps: str, language: str, is_open: bool) -> None:
    assert polyglot.tap(*taps.split()) == ()
    assert (polyglot.visit.language, polyglot.visit.choosing_language) == (language, is_open)
    assert polyglot.visit.place == Browse()


def test_what_lies_below_the_menu_is_reached_once_it_is_closed(polyglot: Visitor) -> None:
    polyglot.tap("language", "card:homs", "card:homs")
    assert polyglot.visit.place == FilmPage("homs")


def test_the_menu_of_a_text_page_leaves_the_page_where_it_is(polyglot: Visitor) -> None:
    polyglot.tap("card:homs", "more", "language", "language:ar")
    assert polyglot.visit.place == FilmPage("homs", reading=True)
    assert polyglot.visit.language == "ar"


def test_the_question_keeps_the_menu_and_the_end_of_a_visit_closes_it(polyglot: Visitor) -> None:
    polyglot.tap("language")
    polyglot.wait(61)
    assert polyglot.visit.asking_since is not None
    polyglot.meet(Touched())
    assert polyglot.visit.choosing_language
    polyglot.wait(60 + 31)
    assert polyglot.visit.place == Attract()
    assert not polyglot.visit.choosing_language


def test_a_scrubbed_film_does_not_touch_the_menu(polyglot: Visitor) -> None:
    polyglot.tap("language")
    polyglot.meet(Scrubbed(3.0))
    assert polyglot.visit.choosing_language


def test_two_languages_are_switched_directly(visitor: Visitor) -> None:
    visitor.meet(Touched())
    visitor.tap("language")
    assert (visitor.visit.language, visitor.visit.choosing_language) == ("ar", False)


def test_one_language_stays(visitor: Visitor) -> None:
    visitor.rules = replace(visitor.rules, languages=("en",))
    visitor.meet(Touched())
    visitor.tap("language")
    assert (visitor.visit.language, visitor.visit.choosing_language) == ("en", False)
