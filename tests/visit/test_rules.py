"""What an exhibition lays down."""

from dataclasses import replace

from walking import exhibition

from kiosk.exhibition.exhibition import Sound
from kiosk.exhibition.film import Playlist
from kiosk.visit.step import Rules


def test_the_volume_starts_within_its_limit() -> None:
    loud = replace(exhibition(), sound=Sound(volume=100, max_volume=60))
    assert (Rules.of(loud).volume, Rules.of(loud).max_volume) == (60, 60)


def test_a_loop_only_screen_wakes_nothing() -> None:
    assert Rules.of(exhibition()).touch
    assert not Rules.of(replace(exhibition(), mode="loop")).touch


def test_an_empty_playlist_wakes_nothing() -> None:
    assert not Rules.of(replace(exhibition(), playlist=Playlist())).touch


def test_watch_plays_the_first_excerpt_that_can_be_played() -> None:
    assert Rules.of(exhibition()).main_excerpt("homs") == "opening"
    assert Rules.of(exhibition(), frozenset({("homs", "opening")})).main_excerpt("homs") == "song"
    assert Rules.of(exhibition()).main_excerpt("cave") is None
    assert Rules.of(exhibition()).main_excerpt("nothing") is None
