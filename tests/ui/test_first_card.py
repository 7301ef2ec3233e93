"""A touch of the attract screen: the card of the film that played is the first thing in view."""

from dataclasses import replace

import pytest

from kiosk.exhibition.crossfade import Crossfade
from kiosk.exhibition.exhibition import Exhibition
from kiosk.ui.stage import Stage
from kiosk.ui.tools import Tools
from kiosk.visit.places import Attract, Browse, FilmPage
from tests.ui.screenplay import sample, view_of
from tests.ui.shows import SIZE, WHITE, Show
from tests.ui.test_loop_items import CARD, WATER


def many(films: int) -> Exhibition:
    exhibition = sample()
    copies = tuple(replace(exhibition.playlist.films[number % 6], id=f"film-{number}") for number in range(films))
    return replace(exhibition, playlist=replace(exhibition.playlist, films=copies))


def wake(show: Show, showing: object, **view: object) -> list[str]:
    """Touch the attract screen that shows something; the cards in their order on the glass."""
    show.change(showing=showing, **view)
    show.go(Attract(), film=WHITE)
    touch(show)
    return cards(show)


def touch(show: Show) -> None:
    show.view = replace(show.view, showing=None)  # the loop is over with the touch
    show.go(Browse())


def cards(show: Show) -> list[str]:
    return [name.removeprefix("card:") for name in show.names() if name.startswith("card:")]


def test_its_card_comes_first_and_the_others_follow_in_their_order(show: Show) -> None:
    order = [film.id for film in sample().playlist.films]
    assert wake(show, "the-cave") == [*order[order.index("the-cave") :], *order[: order.index("the-cave")]]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_first_is_where_reading_starts(show: Show, language: str) -> None:
    show.view = view_of(sample(), "browse", language)
    wake(show, "for-sama")
    first = show.rect("card:for-sama")
    others = [show.rect(name) for name in show.names() if name.startswith("card:") and name != "card:for-sama"]
    assert all(first.top <= other.top for other in others)
    beside = [other for other in others if other.top == first.top]
    assert beside
    assert all((first.left < other.left) == (language == "en") for other in beside)


def test_a_card_is_opened_where_it_is_seen(show: Show) -> None:
    wake(show, "for-sama")
    hit = show.stage.hit(show.rect("card:for-sama").center)
    assert hit is not None
    assert hit.target == "card:for-sama"
    hero = show.stage._glass.scenery.hero("for-sama", show.now)
    assert hero is not None
    assert show.rect("card:for-sama").contains(hero.rect)


def test_going_back_and_another_language_keep_the_order(show: Show) -> None:
    before = wake(show, "the-cave")
    show.go(FilmPage("the-cave"))
    show.go(Browse())
    assert cards(show) == before
    show.go(Browse(), language="ar")
    assert cards(show) == before


def test_the_next_visit_begins_with_what_plays_then(show: Show) -> None:
    wake(show, "the-cave")
    show.stage.start_over()
    assert wake(show, "for-sama")[0] == "for-sama"


def test_a_still_of_a_film_leads_to_it_and_a_card_to_the_first_film(show: Show) -> None:
    assert wake(show, WATER)[0] == "silvered-water"
    show.stage.start_over()
    assert wake(show, CARD)[0] == "return-to-homs"


@pytest.mark.parametrize(("seconds", "first"), [(0.3, "return-to-homs"), (0.7, "the-cave")])
def test_in_a_crossfade_it_is_the_film_whose_title_can_be_read(show: Show, seconds: float, first: str) -> None:
    show.change(showing="return-to-homs")
    show.go(Attract(), film=WHITE)
    show.change(showing="the-cave", crossfade=Crossfade(show.now, 1.0))
    show.now += seconds
    show.stage.draw(show.surface, show.now, WHITE)
    touch(show)
    assert cards(show)[0] == first


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("number", [0, 1, 499, 997, 999])
def test_of_a_thousand_films(tools: Tools, number: int, language: str) -> None:
    show = Show(tools)
    show.view = replace(view_of(sample(), "browse", language), exhibition=many(1000))
    seen = wake(show, f"film-{number}")
    assert seen[:2] == [f"film-{number}", f"film-{(number + 1) % 1000}"]
    first = show.rect(f"card:film-{number}")
    assert all(first.top <= show.rect(name).top for name in show.names() if name.startswith("card:"))
    show.stage._sequence.close()


def test_it_was_made_ahead(tools: Tools) -> None:
    """The touch itself has nothing left to compose: the cards that are seen first were painted for every film."""
    stage = Stage(SIZE, sample(), tools)
    view = replace(view_of(sample(), "attract", "en"), showing="return-to-homs")
    stage.show(view, 1000.0)
    stage.show(replace(view, showing="for-sama"), 1001.0)
    rehearsal = stage._sequence._rehearsal
    rehearsal._worker.submit(lambda: None).result(timeout=60)  # after all that was asked for
    making = rehearsal._making
    assert making is not None
    assert making.first == "for-sama"
    assert making.scene is not None
    scene = making.scene.result()
    assert scene is not None
    assert scene.beginning_with is not None
    area = scene.beginning_with("for-sama").scroll
    assert area is not None
    assert all(tile.is_painted for tile in area.tiles if tile.rect.top < area.rect.height)
    stage._sequence.close()
