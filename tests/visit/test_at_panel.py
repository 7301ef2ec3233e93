"""The installer's panel takes the screen, and gives it back."""

from dataclasses import replace

import pytest

from kiosk.exhibition.closing import Closing
from kiosk.exhibition.schedule import Standing
from kiosk.visit.effects import (
    Play,
    ScreenOff,
    ScreenOn,
    SetVolume,
    StartLoop,
    StartOver,
    StopFilm,
    StopLoop,
    Unprepare,
)
from kiosk.visit.events import (
    CalendarTurned,
    FilmEnded,
    LoopWanted,
    PanelClosed,
    PanelOpened,
    Scrubbed,
    Tapped,
    Tick,
    Touched,
)
from kiosk.visit.places import AfterHours, AtPanel, Attract, Browse, FilmPage, Note, Place, Preview, Watching
from kiosk.visit.reconcile import reconcile
from kiosk.visit.step import Rules, new_visit, next_moment, only_wakes, step
from kiosk.visit.visit import Visit
from tests.visit.walking import exhibition

RULES = Rules.of(exhibition())
NOW = 1000.0


def at(place: Place, **changes: object) -> Visit:
    return replace(new_visit(RULES, NOW, 3), place=place, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "effects"),
    [
        (Attract(), (StopLoop(),)),
        (Browse(), ()),
        (FilmPage("homs"), (Unprepare(),)),
        (Note("sama", "birth"), (Unprepare(),)),
        (Watching("homs", "opening", rolling=True, controls_until=1003.0), (StopFilm(),)),
    ],
)
def test_whatever_plays_ends(place: Place, effects: tuple[object, ...]) -> None:
    visit, done = step(at(place, language="ar", asking_since=990.0), PanelOpened(), NOW, RULES)
    assert (visit.place, visit.language, visit.asking_since, done) == (AtPanel(), "ar", None, effects)
    assert next_moment(visit, RULES) is None
    assert not only_wakes(visit)


def test_while_it_is_open_only_the_language_changes() -> None:
    visit = at(AtPanel())
    events = (Touched(), Tapped("card:homs"), Tapped("watch"), Tapped("volume-up"), Tapped("comfort"), Scrubbed(3.0))
    for event in (*events, FilmEnded(), Tick(), CalendarTurned()):
        after, effects = step(visit, event, NOW + 500.0, RULES)
        assert (after.place, after.volume, after.choosing_comfort, effects) == (AtPanel(), visit.volume, False, ())
    assert step(visit, Tapped("language"), NOW, RULES)[0].language == "ar"


def test_the_next_visitor_starts_clean() -> None:
    visit, effects = step(at(AtPanel(), language="ar"), PanelClosed(), NOW, RULES)
    assert (visit.place, visit.language, visit.number) == (Attract(), "en", 4)
    assert effects == (StartOver(), StartLoop(), SetVolume(RULES.volume))


def test_closed_in_the_meantime_the_screen_is_put_away() -> None:
    closed = replace(RULES, standing=Standing(open=False), closing=Closing(screen="off"))
    visit, effects = step(at(AtPanel()), CalendarTurned(), NOW, closed)
    assert (visit.place, effects) == (AtPanel(), ())
    visit, effects = step(visit, PanelClosed(), NOW, closed)
    assert (visit.place, ScreenOff() in effects) == (AfterHours(closed.closing), True)


def test_a_screen_that_is_off_is_switched_on_for_it() -> None:
    closing = Closing(screen="off")
    closed = replace(RULES, standing=Standing(open=False), closing=closing)
    visit, effects = step(at(AfterHours(closing)), PanelOpened(), NOW, closed)
    assert (visit.place, effects) == (AtPanel(), (ScreenOn(),))


def test_a_changed_exhibition_leaves_it_open() -> None:
    visit, effects = reconcile(at(AtPanel(), language="ar"), RULES, NOW)
    assert (visit.place, visit.language, effects) == (AtPanel(), "ar", ())
    assert reconcile(visit, replace(RULES, languages=("en",)), NOW)[0].language == "en"


def test_the_loop_is_previewed_until_the_next_touch() -> None:
    visit, effects = step(at(AtPanel(), language="ar"), LoopWanted(), NOW, RULES)
    assert (visit.place, visit.language, effects) == (Preview(), "ar", (StartLoop(),))
    assert only_wakes(visit)
    assert next_moment(visit, RULES) is None
    visit, effects = step(visit, Touched(), NOW, RULES)
    assert (visit.place, visit.language, effects) == (AtPanel(), "ar", (StopLoop(),))


def test_a_preview_outlasts_what_happens_meanwhile_and_ends_with_the_panel() -> None:
    closed = replace(RULES, standing=Standing(open=False), closing=Closing(screen="off"))
    visit = step(at(AtPanel()), LoopWanted(), NOW, closed)[0]
    for event in (FilmEnded(), Tick(), CalendarTurned()):
        visit, effects = step(visit, event, NOW, closed)
        assert (visit.place, effects) == (Preview(), ())
    visit, effects = reconcile(visit, RULES, NOW)
    assert (visit.place, effects) == (Preview(), ())
    visit, effects = step(visit, PanelClosed(), NOW, RULES)
    assert (visit.place, effects) == (Attract(), (StartOver(), SetVolume(RULES.volume)))  # the loop goes on


def test_only_the_panel_can_ask_for_a_preview() -> None:
    visit = at(Browse())
    assert step(visit, LoopWanted(), NOW, RULES) == (visit, ())


def test_closing_what_is_not_open_does_nothing() -> None:
    visit = at(Watching("homs", "opening"))
    assert step(visit, PanelClosed(), NOW, RULES) == (visit, ())
    assert Play("homs", "opening") not in step(visit, PanelOpened(), NOW, RULES)[1]
