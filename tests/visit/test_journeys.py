"""Where taps lead, and what they ask of the rest of the kiosk."""

from dataclasses import replace

import pytest
from walking import Visitor

from kiosk.visit.captions import CaptionChoice
from kiosk.visit.effects import (
    Effect,
    Pause,
    Play,
    Prepare,
    Resume,
    Seek,
    SeekBy,
    SetVolume,
    StopFilm,
    StopLoop,
    Unprepare,
)
from kiosk.visit.events import Event, FilmEnded, FilmFailed, FilmStarted, Scrubbed, Tapped, Tick, Touched
from kiosk.visit.places import Attract, Browse, FilmPage, Note, Place, Watching
from kiosk.visit.step import only_wakes, step

JOURNEYS: dict[str, tuple[tuple[str, ...], Place, tuple[Effect, ...]]] = {
    # name: what is tapped after the kiosk woke, where that leads, all effects in their order
    "a card opens its film": (("card:homs",), FilmPage("homs"), (Prepare("homs", "opening"),)),
    "a film without excerpts": (("card:cave",), FilmPage("cave"), ()),
    "back to the cards": (("card:homs", "back"), Browse(), (Prepare("homs", "opening"), Unprepare())),
    "the next film": (
        ("card:homs", "back", "card:sama"),
        FilmPage("sama"),
        (Prepare("homs", "opening"), Unprepare(), Prepare("sama", "trailer")),
    ),
    "watch what was prepared": (
        ("card:homs", "watch"),
        Watching("homs", "opening"),
        (Prepare("homs", "opening"), Play("homs", "opening")),
    ),
    "watch another excerpt": (
        ("card:homs", "watch:song"),
        Watching("homs", "song"),
        (Prepare("homs", "opening"), Unprepare(), Play("homs", "song")),
    ),
    "close the film": (
        ("card:homs", "watch", "close"),
        FilmPage("homs"),
        (Prepare("homs", "opening"), Play("homs", "opening"), StopFilm(), Prepare("homs", "opening")),
    ),
    "a strong film has a note first": (
        ("card:sama", "watch"),
        Note("sama", "trailer"),
        (Prepare("sama", "trailer"),),
    ),
    "watch after the note": (
        ("card:sama", "watch", "note-watch"),
        Watching("sama", "trailer"),
        (Prepare("sama", "trailer"), Play("sama", "trailer")),
    ),
    "back from the note": (("card:sama", "watch", "note-back"), FilmPage("sama"), (Prepare("sama", "trailer"),)),
    "the note of another excerpt": (
        ("card:sama", "watch:end", "note-watch"),
        Watching("sama", "end"),
        (Prepare("sama", "trailer"), Prepare("sama", "end"), Play("sama", "end")),
    ),
    "the note of another excerpt behind read more": (
        ("card:sama", "more", "watch:end"),
        Note("sama", "end"),
        (Prepare("sama", "trailer"), Prepare("sama", "end")),
    ),
    "back from the note of another excerpt": (
        ("card:sama", "watch:end", "note-back"),
        FilmPage("sama"),
        (Prepare("sama", "trailer"), Prepare("sama", "end"), Prepare("sama", "trailer")),
    ),
    "read more": (("card:homs", "more"), FilmPage("homs", reading=True), (Prepare("homs", "opening"),)),
    "back from reading": (("card:homs", "more", "back"), FilmPage("homs"), (Prepare("homs", "opening"),)),
    "close reading": (("card:homs", "more", "close"), FilmPage("homs"), (Prepare("homs", "opening"),)),
    "watch while reading": (
        ("card:homs", "more", "watch", "close"),
        FilmPage("homs"),
        (Prepare("homs", "opening"), Play("homs", "opening"), StopFilm(), Prepare("homs", "opening")),
    ),
    "a film that is not there": (("card:nothing",), Browse(), ()),
    "an excerpt that is not there": (
        ("card:homs", "watch:nothing"),
        FilmPage("homs"),
        (Prepare("homs", "opening"),),
    ),
    "nothing to watch": (("card:cave", "watch"), FilmPage("cave"), ()),
    "no way back from the cards": (("back", "close", "watch", "more", "note-watch", "play"), Browse(), ()),
}


@pytest.mark.parametrize("journey", JOURNEYS.values(), ids=JOURNEYS.keys())
def test_journey(visitor: Visitor, journey: tuple[tuple[str, ...], Place, tuple[Effect, ...]]) -> None:
    targets, place, effects = journey
    assert visitor.tap(*targets) == effects
    assert visitor.visit.place == place


def test_the_waking_touch_does_nothing_else(nobody: Visitor) -> None:
    assert only_wakes(nobody.visit)
    assert nobody.meet(Tapped("card:homs")) == (StopLoop(),)
    assert nobody.visit.place == Browse()
    assert nobody.visit.language == "en"
    assert not only_wakes(nobody.visit)


def test_a_touch_wakes_nothing_where_there_is_no_touch(nobody: Visitor) -> None:
    nobody.rules = replace(nobody.rules, touch=False)
    before = nobody.visit
    assert nobody.meet(Touched(), Tapped("card:homs"), Tick()) == ()
    assert nobody.visit == before


def test_an_excerpt_that_cannot_be_played_today_is_passed_over(visitor: Visitor) -> None:
    visitor.rules = replace(visitor.rules, unavailable=frozenset({("homs", "opening")}))
    assert visitor.tap("card:homs", "watch:opening", "watch") == (Prepare("homs", "song"), Play("homs", "song"))


@pytest.mark.parametrize(
    ("event", "page"), [(FilmEnded(), FilmPage("homs")), (FilmFailed("no picture"), FilmPage("homs", apology=True))]
)
def test_the_end_leads_back_to_the_page(visitor: Visitor, event: Event, page: Place) -> None:
    visitor.tap("card:homs", "watch:song")
    visitor.meet(FilmStarted())
    assert visitor.meet(event) == (StopFilm(), Prepare("homs", "opening"))
    assert visitor.visit.place == page


def test_an_apology_goes_with_the_next_tap_but_not_with_a_switch(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmFailed("died"))
    visitor.tap("language")
    assert visitor.visit.place == FilmPage("homs", apology=True)
    visitor.tap("more")
    assert visitor.visit.place == FilmPage("homs", reading=True)
    visitor.tap("back")
    assert visitor.visit.place == FilmPage("homs")


@pytest.mark.parametrize("event", [FilmStarted(), FilmEnded(), FilmFailed("late"), Scrubbed(3.0), Tapped("play")])
@pytest.mark.parametrize("targets", [(), ("card:homs",), ("card:sama", "watch")])
def test_news_of_no_film_is_ignored(visitor: Visitor, targets: tuple[str, ...], event: Event) -> None:
    visitor.tap(*targets)
    before = visitor.visit
    assert step(before, event, visitor.clock.monotonic(), visitor.rules) == (before, ())


def test_pause_and_resume(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    assert visitor.tap("play") == ()  # nothing to pause before the first picture
    visitor.meet(FilmStarted())
    assert visitor.tap("play") == (Pause(),)
    assert visitor.film.paused
    assert visitor.tap("play") == (Resume(),)
    assert not visitor.film.paused


def test_seeking(visitor: Visitor) -> None:
    visitor.tap("card:homs", "watch")
    assert visitor.meet(Touched(), Scrubbed(47.0)) == ()  # nothing to seek in before the first picture
    visitor.meet(FilmStarted())
    assert visitor.tap("back-10") == (SeekBy(-10.0),)
    assert visitor.meet(Touched(), Scrubbed(47.0)) == (Seek(47.0),)
    assert visitor.meet(Touched(), Scrubbed(-1.0)) == (Seek(0.0),)


def test_the_other_language_everywhere(visitor: Visitor) -> None:
    for target in ("nothing", "card:sama", "watch", "note-watch"):
        visitor.tap(target, "language")
        place = visitor.visit.place
        assert visitor.visit.language == "ar"
        visitor.tap("language")
        assert visitor.visit.language == "en"
        assert type(visitor.visit.place) is type(place)


def test_the_volume_stays_within_its_limits(visitor: Visitor) -> None:
    assert visitor.tap("volume-up", "volume-up", "volume-up") == (SetVolume(80), SetVolume(90))
    assert visitor.tap(*["volume-down"] * 10) == tuple(SetVolume(each) for each in (80, 70, 60, 50, 40, 30, 20, 10, 0))
    assert visitor.visit.volume == 0


def test_nobody_is_at_the_start(nobody: Visitor) -> None:
    assert nobody.visit.place == Attract()
    assert nobody.visit.number == 0
    assert (nobody.visit.language, nobody.visit.volume, nobody.visit.captions) == ("en", 70, CaptionChoice())
