"""What keys and push-buttons do, wherever the visitor is."""

import pytest
from walking import Visitor

from kiosk.visit.events import Event, FilmStarted, Tapped, Touched
from kiosk.visit.keys import ACTIONS, meaning
from kiosk.visit.places import Attract, Browse, FilmPage, Note, Place, Watching


def press(visitor: Visitor, *actions: str) -> Place:
    """Press keys with these actions, one after the other; where the visitor is then."""
    for action in actions:
        visitor.meet(meaning(action, visitor.visit, visitor.rules))
    return visitor.visit.place


def test_a_whole_visit_with_four_buttons(nobody: Visitor) -> None:
    assert press(nobody, "play") == Browse()
    assert press(nobody, "next") == FilmPage("homs")
    assert press(nobody, "next") == FilmPage("sama")
    assert press(nobody, "previous", "previous") == FilmPage("cave")
    assert press(nobody, "next") == FilmPage("homs")
    assert press(nobody, "play") == Watching("homs", "opening")
    assert press(nobody, "back") == FilmPage("homs")
    assert press(nobody, "next", "play") == Note("sama", "trailer")
    assert press(nobody, "back") == FilmPage("sama")
    assert press(nobody, "play", "play") == Watching("sama", "trailer")
    assert press(nobody, "back", "back") == Browse()
    assert press(nobody, "previous") == FilmPage("cave")


def test_the_button_of_a_film_opens_it_and_plays_it(visitor: Visitor) -> None:
    assert press(visitor, "sama") == FilmPage("sama")
    assert press(visitor, "sama") == Note("sama", "trailer")
    assert press(visitor, "sama") == Watching("sama", "trailer")
    assert press(visitor, "sama") == FilmPage("sama")
    assert press(visitor, "homs", "homs") == Watching("homs", "opening")


def test_play_lets_a_film_that_runs_stand_and_go_on(visitor: Visitor) -> None:
    press(visitor, "homs", "play")
    visitor.meet(FilmStarted())
    press(visitor, "play")
    assert visitor.film.paused
    press(visitor, "play")
    assert not visitor.film.paused


def test_the_switches(visitor: Visitor) -> None:
    press(visitor, "language", "captions", "volume-down", "larger-text")
    visit = visitor.visit
    assert (visit.language, visit.captions.on, visit.volume, visit.comfort.larger_text) == ("ar", False, 60, True)
    press(visitor, "language", "captions")
    assert (visitor.visit.language, visitor.visit.captions.on) == ("en", True)


@pytest.mark.parametrize("action", [*ACTIONS, "homs"])
def test_the_key_that_wakes_does_nothing_else(nobody: Visitor, action: str) -> None:
    assert nobody.visit.place == Attract()
    assert press(nobody, action) == Browse()
    assert (nobody.visit.language, nobody.visit.volume, nobody.visit.captions.on) == ("en", 70, True)


@pytest.mark.parametrize(
    ("action", "event"),
    [("play", Touched()), ("more", Tapped("more")), ("back-10", Tapped("back-10")), ("back", Tapped("back"))],
)
def test_a_key_that_means_nothing_at_the_cards(visitor: Visitor, action: str, event: Event) -> None:
    assert meaning(action, visitor.visit, visitor.rules) == event
    assert press(visitor, action) == Browse()
