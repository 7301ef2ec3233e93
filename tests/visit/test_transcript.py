"""Reading what is said in a film."""

from dataclasses import replace

import pytest
from walking import Visitor, words

from kiosk.exhibition.film import Playlist
from kiosk.exhibition.text import Text
from kiosk.visit.effects import Play
from kiosk.visit.places import Browse, FilmPage
from kiosk.visit.step import Rules


@pytest.fixture
def rules(rules: Rules) -> Rules:
    """``homs`` can be read: its two excerpts have 200 and 400 words in English, one has 300 in Arabic."""
    homs = rules.playlist.films[0]
    opening = replace(homs.excerpts[0], transcript=Text({"en": words(200)}))
    song = replace(homs.excerpts[1], transcript=Text({"en": words(400), "ar": words(300)}))
    return replace(rules, playlist=Playlist(films=(replace(homs, excerpts=(opening, song)), *rules.playlist.films[1:])))


def test_there_and_back(visitor: Visitor) -> None:
    visitor.tap("card:homs")
    assert visitor.tap("transcript") == ()
    assert visitor.visit.place == FilmPage("homs", transcript=True)
    assert visitor.tap("back") == ()
    assert visitor.visit.place == FilmPage("homs")
    visitor.tap("back")
    assert visitor.visit.place == Browse()


def test_a_film_without_one_has_no_such_page(visitor: Visitor) -> None:
    visitor.tap("card:sama", "transcript")
    assert visitor.visit.place == FilmPage("sama")


def test_the_film_that_waits_goes_on_waiting(visitor: Visitor) -> None:
    visitor.tap("card:homs", "transcript", "language", "back")
    assert visitor.tap("watch") == (Play("homs", "opening"),)


PATIENCE = {
    "200 and 400 words at 150 a minute, twice": (("card:homs", "transcript"), 480.0),
    "in Arabic, and what there is only in English": (("card:homs", "transcript", "language"), 400.0),
    "the page itself": (("card:homs", "transcript", "back"), 90.0),
}


@pytest.mark.parametrize("row", PATIENCE.values(), ids=PATIENCE.keys())
def test_a_longer_text_gets_more_time(visitor: Visitor, row: tuple[tuple[str, ...], float]) -> None:
    targets, seconds = row
    visitor.tap(*targets)
    visitor.wait(seconds - 0.1)
    assert visitor.visit.asking_since is None
    visitor.wait(0.2)
    assert visitor.visit.asking_since is not None


def test_a_page_that_was_left_does_not_stand_for_hours(visitor: Visitor) -> None:
    homs = visitor.rules.playlist.films[0]
    long = replace(homs, excerpts=(replace(homs.excerpts[0], transcript=Text({"en": words(20_000)})),))
    visitor.rules = replace(visitor.rules, playlist=Playlist(films=(long,)))
    visitor.tap("card:homs", "transcript")
    visitor.wait(1199.0)
    assert visitor.visit.asking_since is None
    visitor.wait(2.0)
    assert visitor.visit.asking_since is not None
