"""Sign language and audio description: chosen once, kept for the visit."""

from dataclasses import replace
from pathlib import Path

import pytest
from walking import Visitor

from kiosk.exhibition.film import Playlist
from kiosk.visit.effects import Play, Prepare, StopFilm, SwitchVersion
from kiosk.visit.events import FilmEnded, FilmStarted, VersionFailed
from kiosk.visit.places import Watching
from kiosk.visit.step import Rules, reconcile

VERSIONS = {"sign": Path("/exhibition/media/sign.mp4"), "described": Path("/exhibition/media/ad.mp4")}


@pytest.fixture
def rules(rules: Rules) -> Rules:
    """Every excerpt of ``homs`` and ``sama`` has both versions, but for ``song``."""
    films = tuple(
        replace(
            film,
            excerpts=tuple(each if each.id == "song" else replace(each, versions=VERSIONS) for each in film.excerpts),
        )
        for film in rules.playlist.films
    )
    return replace(rules, playlist=Playlist(films=films))


@pytest.fixture
def watching(visitor: Visitor) -> Visitor:
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmStarted())
    return visitor


def test_a_tap_shows_a_version_and_another_tap_leads_back(watching: Visitor) -> None:
    assert watching.tap("version:sign") == (SwitchVersion("sign"),)
    assert watching.film == Watching("homs", "opening", rolling=True, version="sign")
    assert watching.tap("version:described") == (SwitchVersion("described"),)
    assert watching.tap("version:described") == (SwitchVersion(None),)
    assert (watching.film.version, watching.visit.version) == (None, None)


def test_a_paused_film_stays_paused(watching: Visitor) -> None:
    watching.tap("play", "version:sign")
    assert (watching.film.paused, watching.film.version) == (True, "sign")


@pytest.mark.parametrize("target", ["version:", "version:dubbed", "version:sign:"])
def test_there_are_no_other_versions(watching: Visitor, target: str) -> None:
    assert watching.tap(target) == ()
    assert watching.film.version is None


def test_before_the_first_picture_there_is_nothing_to_switch(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    assert visitor.tap("version:sign") == ()


def test_the_choice_holds_for_the_next_film_where_it_has_that_version(watching: Visitor) -> None:
    watching.tap("version:sign")
    assert watching.tap("close") == (StopFilm(), Prepare("homs", "opening", 0.0, "sign"))
    assert watching.tap("watch:song")[-1] == Play("homs", "song", 0.0, None)
    watching.meet(FilmStarted(), FilmEnded())
    watching.tap("back", "card:sama")
    assert watching.tap("watch", "note-watch") == (Play("sama", "trailer", 0.0, "sign"),)
    assert watching.film.version == "sign"


def test_the_next_visitor_starts_without_it(watching: Visitor) -> None:
    watching.tap("version:sign", "close")
    watching.wait(130.0)
    assert (watching.visit.number, watching.visit.version) == (1, None)


def test_a_version_that_failed_is_not_offered_again_but_that_of_other_films_is(watching: Visitor) -> None:
    watching.tap("version:sign")
    assert watching.meet(VersionFailed()) == ()
    assert watching.film == Watching("homs", "opening", rolling=True)
    assert watching.tap("version:sign") == ()
    watching.tap("close", "back", "card:homs")
    assert watching.tap("watch") == (Play("homs", "opening"),)
    watching.tap("close", "back", "card:sama", "watch")
    assert watching.tap("note-watch") == (Play("sama", "trailer", 0.0, "sign"),)


def test_a_version_that_cannot_be_played_today_is_not_offered(watching: Visitor) -> None:
    watching.rules = replace(watching.rules, unavailable=frozenset({("homs", "opening", "sign")}))
    assert watching.tap("version:sign") == ()
    assert watching.tap("version:described") == (SwitchVersion("described"),)


def test_what_waits_changes_with_what_can_be_played(watching: Visitor) -> None:
    watching.tap("version:sign", "close")
    broken = replace(watching.rules, unavailable=frozenset({("homs", "opening", "sign")}))
    _, asked = reconcile(watching.visit, broken, watching.clock.monotonic())
    assert asked == (Prepare("homs", "opening"),)
