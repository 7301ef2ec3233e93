"""The exhibition changes while somebody is there."""

from dataclasses import replace

import pytest
from walking import Visitor

from kiosk.exhibition.film import Playlist
from kiosk.visit.effects import Effect, Prepare, SetVolume, StartLoop, StartOver, StopFilm, Unprepare
from kiosk.visit.events import FilmStarted
from kiosk.visit.places import Attract, Browse, FilmPage, Note, Place, Watching
from kiosk.visit.step import Rules, reconcile

FILM_GONE: dict[str, tuple[tuple[str, ...], tuple[Effect, ...]]] = {
    "from the page": (("card:homs",), (Unprepare(),)),
    "from reading": (("card:homs", "more"), (Unprepare(),)),
    "from the note": (("card:sama", "watch"), (Unprepare(),)),
    "from the film": (("card:homs", "watch"), (StopFilm(),)),
}


def without_films(rules: Rules, *film_ids: str) -> Rules:
    films = tuple(each for each in rules.playlist.films if each.id not in film_ids)
    return replace(rules, playlist=Playlist(films=films))


def without_excerpts(rules: Rules) -> Rules:
    films = tuple(replace(each, excerpts=each.excerpts[1:]) for each in rules.playlist.films)
    return replace(rules, playlist=Playlist(films=films))


@pytest.mark.parametrize("row", FILM_GONE.values(), ids=FILM_GONE.keys())
def test_a_film_that_is_gone_leads_to_the_cards(
    visitor: Visitor, row: tuple[tuple[str, ...], tuple[Effect, ...]]
) -> None:
    targets, effects = row
    visitor.tap(*targets)
    visitor.clock.advance(80.0)
    after, asked = reconcile(visitor.visit, without_films(visitor.rules, "homs", "sama"), visitor.clock.monotonic())
    assert after.place == Browse()
    assert asked == effects
    assert after.idle_since == visitor.clock.monotonic()


EXCERPT_GONE: dict[str, tuple[tuple[str, ...], Place, tuple[Effect, ...]]] = {
    "from the page": (("card:homs",), FilmPage("homs"), (Prepare("homs", "song"),)),
    "from the note": (("card:sama", "watch"), FilmPage("sama"), (Prepare("sama", "end"),)),
    "from the film": (("card:homs", "watch"), FilmPage("homs"), (StopFilm(), Prepare("homs", "song"))),
}


@pytest.mark.parametrize("row", EXCERPT_GONE.values(), ids=EXCERPT_GONE.keys())
def test_an_excerpt_that_is_gone_leads_to_its_film(
    visitor: Visitor, row: tuple[tuple[str, ...], Place, tuple[Effect, ...]]
) -> None:
    targets, place, effects = row
    visitor.tap(*targets)
    after, asked = reconcile(visitor.visit, without_excerpts(visitor.rules), visitor.clock.monotonic())
    assert after.place == place
    assert asked == effects


def test_an_excerpt_that_failed_too_often_does_not_wait_any_more(visitor: Visitor) -> None:
    visitor.tap("card:sama", "watch")
    barred = replace(visitor.rules, unavailable=frozenset({("sama", "trailer"), ("sama", "end")}))
    after, asked = reconcile(visitor.visit, barred, visitor.clock.monotonic())
    assert after.place == FilmPage("sama")
    assert asked == (Unprepare(),)


def test_what_waits_is_loaded_again(visitor: Visitor) -> None:
    visitor.tap("card:sama", "watch:end")
    assert reconcile(visitor.visit, visitor.rules, 1000.0) == (visitor.visit, (Prepare("sama", "end"),))
    assert visitor.visit.place == Note("sama", "end")


def test_a_film_plays_on(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmStarted())
    assert visitor.visit.place == Watching("homs", "opening", rolling=True)
    assert reconcile(visitor.visit, visitor.rules, 1000.0) == (visitor.visit, ())


def test_a_visitor_keeps_what_still_exists(visitor: Visitor) -> None:
    visitor.tap("language", "volume-up", "captions-off")
    changed = replace(visitor.rules, languages=("en", "fr"), max_volume=50, captions=True)
    after, asked = reconcile(visitor.visit, changed, 1000.0)
    assert (after.language, after.volume, after.captions.on) == ("en", 50, False)
    assert asked == (SetVolume(50),)


def test_somebody_who_is_being_asked_is_still_being_asked(visitor: Visitor) -> None:
    visitor.wait(65.0)
    after, _ = reconcile(visitor.visit, visitor.rules, visitor.clock.monotonic())
    assert after == visitor.visit
    assert after.asking_since is not None


def test_while_nobody_is_there_the_next_visit_gets_the_new_rules(nobody: Visitor) -> None:
    changed = replace(nobody.rules, languages=("ar", "en"), volume=40)
    after, asked = reconcile(nobody.visit, changed, 2000.0)
    assert (after.language, after.volume, after.number) == ("ar", 40, 0)
    assert asked == (SetVolume(40),)


def test_where_nobody_can_explore_any_more_the_visit_ends(visitor: Visitor) -> None:
    visitor.tap("card:homs")
    after, asked = reconcile(visitor.visit, replace(visitor.rules, touch=False), 1000.0)
    assert after.place == Attract()
    assert asked == (Unprepare(), StartOver(), StartLoop(), SetVolume(70))
