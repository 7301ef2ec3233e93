"""What the time of day does to a visit: closing, opening, screenings."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from walking import Visitor, exhibition

from kiosk.exhibition.closing import Closing
from kiosk.exhibition.film import Excerpt
from kiosk.exhibition.loop import CardItem, Loop
from kiosk.exhibition.schedule import Phase, Standing
from kiosk.exhibition.screenings import ScreeningHere
from kiosk.exhibition.text import Text
from kiosk.visit.effects import (
    Effect,
    FadeOut,
    Play,
    Prepare,
    RunCommand,
    ScreenOff,
    ScreenOn,
    SetVolume,
    StartLoop,
    StartOver,
    StopFilm,
    StopLoop,
    Unprepare,
)
from kiosk.visit.events import CalendarTurned, FilmEnded, FilmFailed, FilmStarted, Touched
from kiosk.visit.moves import begin
from kiosk.visit.places import AfterHours, Attract, Browse, Cinema, Farewell, FilmPage, Foyer, Watching
from kiosk.visit.step import Rules, only_wakes, reconcile

START = datetime(2026, 12, 4, 15, 55, tzinfo=UTC)
"""Of the wall clock, when a visitor's own clock begins (at 1000 seconds)."""
EPOCH = START - timedelta(seconds=1000)
BLACK, OFF = Closing(), Closing(screen="off", on_close=("lamp", "off"), on_open=("lamp", "on"))
CARD = CardItem(Text({"": "Closed"}), Text({}), timedelta(seconds=6))
LOOP = Closing(screen="loop", loop=Loop((CARD,)))
CLOSED = Standing(open=False, films_until=START + timedelta(minutes=5))
HOMS = ScreeningHere("homs", "opening", START + timedelta(minutes=5), START + timedelta(minutes=95))


def rules_of(standing: Standing, closing: Closing = BLACK) -> Rules:
    return Rules.of(replace(exhibition(), closing=closing), standing=standing, epoch=EPOCH)


def near(phase: Phase, *, is_open: bool = True) -> Standing:
    limit = HOMS.begins if phase in ("last minute", "running") else None
    return Standing(open=is_open, screening=HOMS, phase=phase, films_until=limit)


def turn(visitor: Visitor, standing: Standing, left: float | None = None) -> tuple[Effect, ...]:
    """The calendar says something else from now on."""
    visitor.rules = replace(visitor.rules, standing=standing, epoch=EPOCH)
    return visitor.meet(CalendarTurned(left))


@pytest.fixture
def watching(visitor: Visitor) -> Visitor:
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmStarted())
    return visitor


CLOSINGS: dict[str, tuple[Closing, tuple[Effect, ...], tuple[Effect, ...]]] = {
    "black": (BLACK, (), ()),
    "off": (
        OFF,
        (RunCommand(("lamp", "off")), ScreenOff()),
        (ScreenOn(), RunCommand(("lamp", "on"))),
    ),
    "loop": (LOOP, (StartLoop(after_hours=True),), (StopLoop(),)),
}


@pytest.mark.parametrize(("closing", "closes", "opens"), CLOSINGS.values(), ids=CLOSINGS.keys())
def test_nobody_is_there_when_it_closes_and_opens(
    closing: Closing, closes: tuple[Effect, ...], opens: tuple[Effect, ...]
) -> None:
    nobody = Visitor(rules_of(Standing(), closing))
    assert turn(nobody, CLOSED) == (StopLoop(), StartOver(), *closes, SetVolume(70))
    assert nobody.visit.place == AfterHours(closing)
    assert turn(nobody, CLOSED) == ()
    assert turn(nobody, Standing()) == (*opens, StartOver(), StartLoop(), SetVolume(70))
    assert nobody.visit.place == Attract()


@pytest.mark.parametrize("targets", [(), ("card:homs",), ("card:homs", "more"), ("card:sama", "watch")])
def test_whoever_is_there_is_thanked_first(visitor: Visitor, targets: tuple[str, ...]) -> None:
    visitor.tap(*targets)
    turn(visitor, CLOSED)
    assert visitor.visit.place == Farewell()
    assert visitor.tap("back", "keep-going") == ()
    visitor.wait(9.9)
    assert visitor.visit.place == Farewell()
    visitor.wait(0.1)
    assert visitor.visit.place == AfterHours(BLACK)


def test_a_question_or_a_menu_does_not_outlast_closing(visitor: Visitor) -> None:
    visitor.tap("comfort")
    visitor.wait(60.0)
    assert visitor.visit.asking_since is not None
    turn(visitor, CLOSED)
    assert (visitor.visit.asking_since, visitor.visit.choosing_comfort) == (None, False)
    assert visitor.visit.place == Farewell()


@pytest.mark.parametrize("left", [0.5, 299.0, 300.0])
def test_a_film_that_ends_within_five_minutes_is_played_out(watching: Visitor, left: float) -> None:
    assert turn(watching, CLOSED, left) == ()
    assert watching.film.leaves_at is None
    watching.wait(left)
    assert watching.meet(FilmEnded()) == (StopFilm(),)
    assert watching.visit.place == Farewell()


@pytest.mark.parametrize("left", [300.1, 3000.0, None])
def test_any_other_film_fades_away(watching: Visitor, left: float | None) -> None:
    watching.tap("picture")
    assert turn(watching, CLOSED, left) == (FadeOut(2.5),)
    assert not watching.film.controls
    assert watching.tap("picture", "play", "close") == ()
    assert not watching.film.controls
    assert watching.wait(2.4) == ()
    assert watching.wait(0.1) == (StopFilm(),)
    assert watching.visit.place == Farewell()


def test_a_paused_film_is_not_waited_for(watching: Visitor) -> None:
    watching.tap("play")
    assert turn(watching, CLOSED, 10.0) == (FadeOut(2.5),)
    assert not watching.film.controls


def test_after_five_minutes_nothing_is_waited_for(watching: Visitor) -> None:
    assert turn(watching, CLOSED, 200.0) == ()
    watching.tap("picture", "back-10")
    assert isinstance(watching.visit.place, Watching)
    assert turn(watching, replace(CLOSED, films_until=START), 100.0) == (FadeOut(2.5),)


def test_leaving_the_last_film_leads_out(watching: Visitor) -> None:
    turn(watching, CLOSED, 200.0)
    watching.tap("picture", "close")
    assert watching.visit.place == Farewell()


def test_a_touch_while_it_is_closed_opens_nothing() -> None:
    nobody = Visitor(rules_of(CLOSED))
    assert nobody.visit.place == AfterHours(BLACK)
    assert only_wakes(nobody.visit)
    assert nobody.tap("card:homs", "watch") == ()
    assert nobody.visit.place == AfterHours(BLACK)


def test_a_screen_that_a_touch_has_woken_is_put_off_again() -> None:
    nobody = Visitor(rules_of(CLOSED, OFF))
    nobody.meet(Touched())
    assert nobody.wait(9.0) == ()
    nobody.meet(Touched())
    assert nobody.wait(9.9) == ()
    assert nobody.wait(0.1) == (ScreenOff(),)
    assert nobody.wait(100.0) == ()


def test_what_is_done_when_the_kiosk_is_started() -> None:
    for closing, closes, opens in CLOSINGS.values():
        shut, open_ = Visitor(rules_of(CLOSED, closing)), Visitor(rules_of(Standing(), closing))
        assert begin(shut.visit, shut.rules) == closes
        expected = tuple(each for each in opens if each != StopLoop())
        assert begin(open_.visit, open_.rules) == (*expected, StartLoop())


def test_another_way_of_closing_is_taken_up_while_it_is_closed() -> None:
    nobody = Visitor(rules_of(CLOSED))
    nobody.rules = rules_of(CLOSED, LOOP)
    nobody.visit, _ = reconcile(nobody.visit, nobody.rules, nobody.clock.monotonic())
    assert nobody.visit.place == AfterHours(BLACK)
    assert StartLoop(after_hours=True) in nobody.meet(CalendarTurned())
    assert nobody.visit.place == AfterHours(LOOP)


# --- screenings ---


def test_an_evening_at_the_cinema() -> None:
    nobody = Visitor(rules_of(near("announced")))
    assert nobody.visit.place == Attract()
    assert turn(nobody, near("foyer")) == (StopLoop(), StartOver(), Prepare("homs", "opening"), SetVolume(70))
    assert nobody.visit.place == Foyer(HOMS, 1300.0)
    assert nobody.wait(299.9) == ()
    assert nobody.wait(0.1) == (Play("homs", "opening"), SetVolume(70))
    assert nobody.visit.place == Cinema("homs", "opening", screening=HOMS)
    turn(nobody, near("running"))
    nobody.meet(FilmStarted())
    assert nobody.film.rolling
    before = nobody.visit
    assert nobody.tap("picture", "play", "close") == ()
    assert nobody.visit == before
    assert nobody.meet(FilmEnded()) == (StopFilm(), StartOver(), StartLoop(), SetVolume(70))
    assert nobody.visit.place == Attract()


def test_a_visitor_may_come_during_the_countdown_but_for_its_last_minute() -> None:
    somebody = Visitor(rules_of(near("foyer")))
    assert somebody.meet(Touched()) == (Unprepare(),)
    assert somebody.visit.place == Browse()
    somebody.tap("card:homs")
    assert somebody.visit.place == FilmPage("homs")
    turn(somebody, near("last minute"))
    assert isinstance(somebody.visit.place, Foyer)
    assert somebody.tap("card:homs") == ()
    assert isinstance(somebody.visit.place, Foyer)


def test_the_audience_gets_what_the_exhibition_says(visitor: Visitor) -> None:
    visitor.tap("language", "captions-off", "volume-down", "larger-text")
    turn(visitor, near("last minute"))
    visitor.wait(300.0)
    assert isinstance(visitor.visit.place, Cinema)
    visit = visitor.visit
    assert (visit.language, visit.captions.on, visit.volume, visit.comfort.larger_text) == ("en", True, 70, False)


@pytest.mark.parametrize(("left", "fades"), [(299.0, False), (301.0, True)])
def test_a_film_that_runs_into_a_screening(watching: Visitor, left: float, fades: bool) -> None:
    assert turn(watching, near("last minute"), left) == ((FadeOut(2.5),) if fades else ())
    watching.wait(2.5)
    if not fades:
        watching.meet(FilmEnded())
    assert watching.visit.place == Foyer(HOMS, 1300.0)


def test_a_screening_after_hours_opens_and_closes_the_house() -> None:
    nobody = Visitor(rules_of(CLOSED, OFF))
    opened = turn(nobody, near("foyer", is_open=False))
    assert opened[:2] == (ScreenOn(), RunCommand(("lamp", "on")))
    assert nobody.tap("picture") == ()
    nobody.wait(300.0)
    turn(nobody, near("running", is_open=False))
    assert isinstance(nobody.visit.place, Cinema)
    assert ScreenOff() in nobody.meet(FilmEnded())
    assert nobody.visit.place == AfterHours(OFF)


def test_closing_during_a_screening_waits_for_its_end() -> None:
    nobody = Visitor(rules_of(near("running")))
    nobody.wait(300.0)
    assert turn(nobody, near("running", is_open=False), 4000.0) == ()
    assert isinstance(nobody.visit.place, Cinema)


def test_a_kiosk_that_comes_late_joins_the_film() -> None:
    nobody = Visitor(rules_of(near("running")))
    nobody.clock.advance(300.0 + 1200.0)
    assert nobody.wait(0.0) == (Unprepare(), Play("homs", "opening", 1200.0), SetVolume(70))


def test_a_screening_that_cannot_be_shown_is_over() -> None:
    nobody = Visitor(rules_of(near("running")))
    nobody.wait(300.0)
    nobody.meet(FilmFailed("gone"))
    assert nobody.visit.place == Attract()


def test_the_countdown_follows_a_clock_that_is_put_right() -> None:
    nobody = Visitor(rules_of(near("foyer")))
    nobody.rules = replace(nobody.rules, epoch=EPOCH + timedelta(seconds=30))
    assert nobody.meet(CalendarTurned()) == ()
    assert nobody.visit.place == Foyer(HOMS, 1270.0)


def test_a_clock_put_back_does_not_stop_a_screening() -> None:
    nobody = Visitor(rules_of(near("running")))
    nobody.wait(300.0)
    nobody.rules = replace(nobody.rules, standing=Standing(), epoch=EPOCH - timedelta(hours=1))
    assert nobody.meet(CalendarTurned()) == ()
    assert isinstance(nobody.visit.place, Cinema)


def test_a_screening_goes_on_through_a_change_of_the_exhibition_that_keeps_it() -> None:
    nobody = Visitor(rules_of(near("running")))
    nobody.wait(300.0)
    visit, effects = reconcile(nobody.visit, nobody.rules, nobody.clock.monotonic())
    assert (visit, effects) == (nobody.visit, ())
    gone = replace(nobody.rules, playlist=replace(nobody.rules.playlist, films=()), standing=Standing())
    visit, _ = reconcile(nobody.visit, gone, nobody.clock.monotonic())
    assert visit.place == Attract()


def test_an_excerpt_is_what_the_table_above_calls_opening() -> None:
    film = exhibition().playlist.film("homs")
    assert film is not None
    assert isinstance(film.excerpt(HOMS.excerpt), Excerpt)
