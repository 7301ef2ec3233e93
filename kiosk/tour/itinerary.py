"""Where the tour goes: every screen of an exhibition, in every language."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film
from kiosk.tour.kiosk_process import PilotError
from kiosk.tour.pilot import Pilot
from kiosk.tour.record import Scene
from kiosk.visit.languages import MENU_FROM

IDLE_SECONDS = 8
"""After how long without a touch the kiosk asks "Still there?" during a tour; and how long it then waits."""

ROLL_SECONDS = 1.2
"""For how long an excerpt plays before its picture is taken."""

TITLE_SECONDS = 2.5
"""For how long a film of the loop may take to appear with its title."""


@dataclass(frozen=True, slots=True)
class Step:
    """One screen. ``go`` brings the kiosk there and answers the scene; ``after`` goes on once it was looked at."""

    screen: str
    language: str
    go: Callable[[Pilot], Scene]
    after: Callable[[Pilot], object] | None = None


class NothingToTour(Exception):
    """The exhibition has no film that the tour could open."""


def itinerary(exhibition: Exhibition) -> list[Step]:
    """All steps in their order. Raises ``NothingToTour``."""
    films = exhibition.playlist.films
    if not films:
        raise NothingToTour("The playlist has no film that can be shown.")
    steps = [Step("attract", "", _attract, Pilot.wake)]
    for language in exhibition.languages:
        steps += _in_language(exhibition, language)
    leave = Step("attract again", "", _attract)
    return [*steps, leave]


def _in_language(exhibition: Exhibition, language: str) -> Iterator[Step]:
    films = exhibition.playlist.films
    main = next((film for film in films if film.excerpts), films[0])
    strong = next((film for film in films if film.excerpts and film.strong), None)
    yield Step("browse", language, lambda pilot: _choose_language(pilot, language, len(exhibition.languages)))
    yield from _film_page(main, language)
    if main.excerpts:
        yield from _excerpt(main, language)
    yield Step("browse again", language, lambda pilot: _tap(pilot, "back", screen="browse", language=language))
    if strong and strong is not main:
        yield from _note_of_another(strong, language)
    yield Step("still there?", language, lambda pilot: _wait_for_question(pilot, language), _answer)


def _film_page(film: Film, language: str) -> Iterator[Step]:
    card = f"card:{film.id}"
    yield Step("film page", language, lambda pilot: _tap(pilot, card, screen="film", film=film.id, language=language))
    if film.more or film.director_note:
        yield Step(
            "read more",
            language,
            lambda pilot: _tap(pilot, "more", screen="more", film=film.id, language=language),
            lambda pilot: _tap(pilot, "back", screen="film"),
        )


def _excerpt(film: Film, language: str) -> Iterator[Step]:
    """Watch a film's main excerpt, past its content note if it has one."""
    if film.strong:
        yield Step("content note", language, lambda pilot: _open_note(pilot, film, language))
    watch = "note-watch" if film.strong else "watch"
    yield Step("watching", language, lambda pilot: _watch(pilot, watch, film, language))
    yield Step(
        "watching with controls",
        language,
        lambda pilot: _tap(pilot, "picture", screen="watching", controls=True),
        lambda pilot: _tap(pilot, "close", screen="film", film=film.id),
    )


def _note_of_another(film: Film, language: str) -> Iterator[Step]:
    def go(pilot: Pilot) -> Scene:
        _tap(pilot, f"card:{film.id}", screen="film", film=film.id)
        return _open_note(pilot, film, language)

    def after(pilot: Pilot) -> None:
        _tap(pilot, "note-back", screen="film")
        _tap(pilot, "back", screen="browse")

    yield Step("content note", language, go, after)


def _open_note(pilot: Pilot, film: Film, language: str) -> Scene:
    return _tap(pilot, "watch", screen="note", film=film.id, language=language)


def _attract(pilot: Pilot) -> Scene:
    """At the start, or after the reset; the loop's titles get the time to come to rest."""
    scene = pilot.wait_for_scene(screen="attract", seconds=3 * IDLE_SECONDS)
    time.sleep(TITLE_SECONDS)
    return scene


def _tap(pilot: Pilot, target: str, **conditions: Any) -> Scene:
    pilot.tap(target)
    return pilot.wait_for_scene(**conditions)


def _choose_language(pilot: Pilot, language: str, languages: int) -> Scene:
    """The language button switches between two languages, and opens a menu of more."""
    scene = pilot.wait_for_scene(screen="browse")
    if scene.language == language:
        return scene
    mark = pilot.mark()
    pilot.tap("language")
    if languages >= MENU_FROM:
        pilot.wait_for("scene", screen="browse", choosing=True, after=mark)
        mark = pilot.mark()
        pilot.tap(f"language:{language}")
    return pilot.wait_for_scene(screen="browse", language=language, choosing=False, after=mark)


def _watch(pilot: Pilot, target: str, film: Film, language: str) -> Scene:
    """Play the excerpt, and see with our own eyes that the picture moves."""
    mark = pilot.mark()
    pilot.tap(target)
    pilot.wait_for("rolling", film=film.id, after=mark)
    scene = pilot.wait_for_scene(screen="watching", film=film.id, language=language)
    before = pilot.display.pixels()
    time.sleep(ROLL_SECONDS)
    if pilot.display.pixels() == before:
        raise PilotError(f"The picture of {film.id} stood still for {ROLL_SECONDS:g} s.")
    return scene


def _wait_for_question(pilot: Pilot, language: str) -> Scene:
    return pilot.wait_for_scene(screen="browse", asking=True, language=language, seconds=2 * IDLE_SECONDS)


def _answer(pilot: Pilot) -> Scene:
    """A touch anywhere keeps everything as it was."""
    pilot.tap((pilot.display.size[0] // 2, pilot.display.size[1] // 2))
    return pilot.wait_for_scene(screen="browse", asking=False)
