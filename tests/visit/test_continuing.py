"""A film that was left by accident goes on where it was, as long as the visit lasts."""

import pytest
from walking import Visitor

from kiosk.visit.effects import Effect, Play, Prepare, StopFilm, Unprepare
from kiosk.visit.events import FilmEnded, FilmFailed, FilmReached, FilmStarted
from kiosk.visit.places import FilmPage, Note, Watching


def leave(visitor: Visitor, seconds: float, length: float = 120.0) -> tuple[Effect, ...]:
    """Close what is being watched at that second."""
    return visitor.meet(FilmStarted(), FilmReached(seconds, length)) + visitor.tap("close")


LEFT = {
    # name: at which second it is left, of how many; where it can go on
    "on the way": (47.0, 120.0, 47.0),
    "after five seconds": (5.0, 120.0, 5.0),
    "sooner": (4.9, 120.0, 0.0),
    "ten seconds before its end": (110.0, 120.0, 110.0),
    "later": (110.1, 120.0, 0.0),
    "the length is not known": (500.0, 0.0, 500.0),
    "a film of twelve seconds": (6.0, 12.0, 0.0),
}


@pytest.mark.parametrize("row", LEFT.values(), ids=LEFT.keys())
def test_where_a_film_can_go_on(visitor: Visitor, row: tuple[float, float, float]) -> None:
    seconds, length, origin = row
    visitor.tap("card:homs", "watch")
    assert leave(visitor, seconds, length) == (StopFilm(), Prepare("homs", "opening", origin))
    expected = (Play("homs", "opening", origin),) if origin else ()
    assert visitor.tap("continue") == expected


def test_from_the_beginning_all_the_same(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    leave(visitor, 47.0)
    assert visitor.tap("watch") == (Unprepare(), Play("homs", "opening"))


def test_it_goes_on_and_is_left_again(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    leave(visitor, 47.0)
    visitor.tap("continue")
    assert visitor.film == Watching("homs", "opening", origin=47.0)
    assert leave(visitor, 80.0) == (StopFilm(), Prepare("homs", "opening", 80.0))


def test_a_strong_film_asks_before_it_goes_on(visitor: Visitor) -> None:
    visitor.tap("card:sama", "watch", "note-watch")
    leave(visitor, 47.0)
    assert visitor.tap("continue") == ()
    assert visitor.visit.place == Note("sama", "trailer", 47.0)
    assert visitor.tap("note-watch") == (Play("sama", "trailer", 47.0),)


def test_what_was_seen_to_its_end_begins_anew(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmStarted(), FilmReached(47.0, 120.0))
    assert visitor.meet(FilmEnded()) == (StopFilm(), Prepare("homs", "opening"))
    assert visitor.tap("continue") == ()


def test_a_film_that_broke_off_can_be_tried_where_it_was(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmStarted(), FilmReached(47.0, 120.0))
    assert visitor.meet(FilmFailed("gone")) == (StopFilm(), Prepare("homs", "opening", 47.0))


def test_each_excerpt_is_remembered_and_the_last_one_is_offered(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    leave(visitor, 47.0)
    visitor.tap("more", "watch:song")
    assert leave(visitor, 20.0) == (StopFilm(), Prepare("homs", "song", 20.0))
    visitor.tap("continue")
    visitor.meet(FilmStarted(), FilmEnded())
    assert visitor.tap("continue") == (Play("homs", "opening", 47.0),)


def test_another_film_has_nothing_to_continue(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    leave(visitor, 47.0)
    assert visitor.tap("back", "card:sama") == (Unprepare(), Prepare("sama", "trailer"))
    assert visitor.tap("continue") == ()
    assert visitor.tap("back", "card:homs") == (Unprepare(), Prepare("homs", "opening", 47.0))


def test_the_next_visitor_begins_at_the_beginning(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    leave(visitor, 47.0)
    visitor.wait(130.0)
    visitor.tap("anywhere")
    assert visitor.tap("card:homs") == (Prepare("homs", "opening"),)
    assert visitor.visit.place == FilmPage("homs")
