"""What time does to a visit: controls, "Still there?", the reset."""

from dataclasses import replace

import pytest
from walking import Visitor

from kiosk.visit.captions import CaptionChoice
from kiosk.visit.effects import Pause, SetVolume, StartLoop, StartOver, StopFilm, Unprepare
from kiosk.visit.events import FilmEnded, FilmStarted, Scrubbed, Tapped, Touched
from kiosk.visit.places import Attract, Browse, Watching
from kiosk.visit.step import next_moment, only_wakes

PATIENCE = {
    # name: what is tapped, seconds until the kiosk asks
    "cards": ((), 60.0),
    "note: a text to take one's time over": (("card:sama", "watch"), 90.0),
    "short text": (("card:homs",), 90.0),
    "no text": (("card:cave",), 90.0),
    "long text: 150 words at 150 a minute, twice": (("card:homs", "language"), 120.0),
    "everything: 60 + 100 + 40 words": (("card:homs", "more"), 160.0),
    "everything in Arabic, the rest as it is: 150 + 100 + 40 words": (("card:homs", "more", "language"), 232.0),
}


@pytest.mark.parametrize("row", PATIENCE.values(), ids=PATIENCE.keys())
def test_how_long_the_kiosk_waits_before_it_asks(visitor: Visitor, row: tuple[tuple[str, ...], float]) -> None:
    targets, seconds = row
    visitor.tap(*targets)
    place = visitor.visit.place
    assert visitor.wait(seconds - 0.01) == ()
    assert visitor.visit.asking_since is None
    assert visitor.wait(0.01) == ()
    assert visitor.visit.asking_since == visitor.clock.monotonic()
    assert visitor.visit.place == place


def test_a_touch_anywhere_keeps_everything_as_it_was(visitor: Visitor) -> None:
    visitor.tap("card:homs", "more", "language", "volume-up")
    before = visitor.visit
    visitor.wait(240.0)
    assert only_wakes(visitor.visit)
    assert visitor.meet(Touched()) == ()
    assert visitor.visit == replace(before, idle_since=visitor.clock.monotonic())
    assert visitor.wait(200.0) == ()
    assert visitor.visit.asking_since is None


@pytest.mark.parametrize("event", [Tapped("keep-going"), Tapped("back"), Tapped("language"), Scrubbed(2.0)])
def test_whatever_answers_still_there_does_nothing_else(visitor: Visitor, event: Tapped | Scrubbed) -> None:
    visitor.tap("card:homs")
    before = visitor.visit
    visitor.wait(100.0)
    assert visitor.meet(event) == ()
    assert visitor.visit == replace(before, idle_since=visitor.clock.monotonic())


def test_nobody_answers_and_the_next_visitor_starts_clean(visitor: Visitor) -> None:
    visitor.tap("language", "captions-off", "caption-size:large", "volume-down", "card:homs")
    assert visitor.wait(120.0 + 29.9) == ()
    assert visitor.wait(0.1) == (Unprepare(), StartOver(), StartLoop(), SetVolume(70))
    assert visitor.visit.place == Attract()
    assert visitor.visit.number == 1
    assert (visitor.visit.language, visitor.visit.volume, visitor.visit.captions) == ("en", 70, CaptionChoice())
    assert next_moment(visitor.visit, visitor.rules) is None


def test_reset_from_the_cards(visitor: Visitor) -> None:
    assert visitor.wait(90.0) == (StartOver(), StartLoop(), SetVolume(70))


def test_a_film_is_never_interrupted(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmStarted())
    assert next_moment(visitor.visit, visitor.rules) is None
    assert visitor.wait(3 * 3600.0) == ()
    visitor.meet(FilmEnded())
    assert visitor.wait(89.9) == ()
    assert visitor.visit.asking_since is None
    visitor.wait(0.1)
    assert visitor.visit.asking_since is not None


def test_a_paused_film_does_not_stand_for_ever(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmStarted())
    assert visitor.tap("play") == (Pause(),)
    visitor.wait(90.0)
    assert visitor.visit.asking_since is not None
    assert visitor.visit.place == replace(visitor.film, paused=True)
    assert visitor.wait(30.0) == (StopFilm(), StartOver(), StartLoop(), SetVolume(70))


def test_a_tap_on_the_picture_shows_and_hides_the_controls(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    assert not visitor.film.controls
    visitor.tap("picture")
    assert visitor.film.controls
    visitor.tap("picture")
    assert not visitor.film.controls


def test_the_controls_leave_four_seconds_after_the_last_touch(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmStarted())
    visitor.tap("picture")
    visitor.wait(3.9)
    visitor.tap("volume-up")
    visitor.wait(3.9)
    visitor.meet(Touched())
    visitor.wait(3.9)
    assert visitor.film.controls
    visitor.wait(0.1)
    assert visitor.visit.place == Watching("homs", "opening", rolling=True)


def test_a_touch_alone_does_not_show_the_controls(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    visitor.meet(Touched())
    assert not visitor.film.controls


def test_the_controls_stay_while_the_film_is_paused(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmStarted())
    visitor.tap("picture", "play")
    visitor.wait(60.0)
    assert visitor.film.controls
    visitor.tap("picture")
    assert visitor.film.controls
    visitor.tap("play")
    visitor.wait(3.9)
    assert visitor.film.controls
    visitor.wait(0.1)
    assert not visitor.film.controls


def test_a_late_tick_still_asks_before_it_ends_the_visit(visitor: Visitor) -> None:
    visitor.clock.advance(3600.0)  # the machine slept
    assert visitor.wait(0.0) == ()
    assert visitor.visit.place == Browse()
    assert visitor.visit.asking_since == visitor.clock.monotonic()
