"""Lengths become known while visitors look at the cards: only the cards that say them are made anew."""

from dataclasses import replace

import pytest

from kiosk.ui.screens import build_scene
from kiosk.ui.tools import Tools
from kiosk.visit.places import Attract, Browse
from tests.ui.screenplay import sample, view_of
from tests.ui.shows import WHITE, Show
from tests.ui.test_first_card import many, touch
from tests.ui.test_notice import closing_in


@pytest.fixture
def show(show: Show) -> Show:
    show.change(exhibition=many(40), durations={})
    return show


def texts(show: Show) -> list[str]:
    return [each["text"] for each in show.stage.describe()["texts"]]


def learn(show: Show, film: str, seconds: float) -> None:
    excerpts = show.view.exhibition.playlist.film(film).excerpts  # type: ignore[union-attr]
    show.change(durations={**show.view.durations, (film, excerpts[0].id): seconds})


def test_a_length_appears_on_its_card_and_the_others_stay_as_they_are(show: Show) -> None:
    show.go(Browse())
    scene = show.stage._glass.scenery.scene
    assert "1:35" not in texts(show)
    learn(show, "film-1", 95.0)
    show.play(1.0)
    assert "1:35" in texts(show)
    after = show.stage._glass.scenery.scene
    assert scene.scroll is not None
    assert after.scroll is not None
    kept = [one.kept is other.kept for one, other in zip(scene.scroll.tiles, after.scroll.tiles, strict=True)]
    assert kept == [number != 1 for number in range(40)]


def test_what_scrolls_scrolls_on(show: Show) -> None:
    show.go(Browse())
    show.stage.scroll_by(-40, show.now)
    show.stage.fling(-2500, show.now)
    show.play(0.1)
    before = show.stage._glass.scenery.scroller.at(show.now)
    learn(show, "film-30", 95.0)
    assert show.stage._glass.scenery.scroller.at(show.now) == before
    assert show.stage._glass.transition is None
    show.play(0.1)
    assert show.stage._glass.scenery.scroller.at(show.now) > before


def test_until_it_is_painted_anew_a_card_is_seen_as_it_was(show: Show) -> None:
    show.go(Browse())
    pictured = show.picture()
    show.stage._tools.tiles.close()  # nobody paints beside the frame loop
    learn(show, "film-1", 95.0)
    show.stage.draw(show.surface, show.now)
    assert show.picture() == pictured


def test_lengths_that_were_known_before_change_nothing(show: Show) -> None:
    learn(show, "film-1", 95.0)
    show.go(Browse())
    scene = show.stage._glass.scenery.scene
    show.change(durations=dict(show.view.durations))
    assert show.stage._glass.scenery.scene is scene


def test_they_stay_in_the_order_in_which_a_visit_began(show: Show) -> None:
    show.change(showing="film-20")
    show.go(Attract(), film=WHITE)
    touch(show)
    order = [name for name in show.names() if name.startswith("card:")]
    assert order[0] == "card:film-20"
    learn(show, "film-21", 95.0)
    show.play(1.0)
    assert [name for name in show.names() if name.startswith("card:")] == order
    assert "1:35" in texts(show)


def test_cards_made_ahead_learn_what_became_known_since(show: Show) -> None:
    show.change(showing="film-1")
    show.go(Attract(), film=WHITE)
    learn(show, "film-1", 95.0)
    touch(show)
    assert "1:35" in texts(show)


def test_the_line_about_closing_stays(tools: Tools) -> None:
    view = replace(closing_in(view_of(replace(many(8), hours=sample().hours), "browse", "en"), 5.0), durations={})
    scene = build_scene(view, tools)
    assert scene.renewed is not None
    excerpt = view.exhibition.playlist.films[1].excerpts[0].id
    renewed = scene.renewed(replace(view, durations={("film-1", excerpt): 95.0}))
    assert [each.text for each in renewed.texts] == [each.text for each in scene.texts]
    assert len(renewed.layers) == len(scene.layers)
    assert renewed.renewed is not None
