"""The line about closing and screenings: on every screen, in nobody's way, and what is shown before and after."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.schedule import OPEN, Phase, Standing
from kiosk.exhibition.screenings import ScreeningHere
from kiosk.ui.scene import Scene
from kiosk.ui.screens import build_overlay, build_scene, overlay_key, scene_key
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.notice import notice_of
from kiosk.visit.comfort import Comfort
from kiosk.visit.places import Cinema, Farewell, Foyer
from tests.ui.extremes import longest
from tests.ui.layouts import Findings
from tests.ui.screenplay import LANGUAGES, sample, view_of

SIZES = [(1280, 720), (1920, 1080), (1080, 1920), (1024, 768)]
SCREENS = ["attract", "browse", "film", "more", "note", "watching", "controls"]
EXHIBITIONS = {"sample": sample, "longest": lambda: longest(Path("/nowhere"))}


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param


@pytest.fixture(scope="module", params=EXHIBITIONS)
def exhibition(request: pytest.FixtureRequest) -> Exhibition:
    return EXHIBITIONS[request.param]()


@pytest.fixture(scope="module")
def tools(size: tuple[int, int], exhibition: Exhibition) -> Iterator[Tools]:
    made = Tools.for_screen(size, exhibition)
    yield made
    made.close()


def here(view: View, minutes: float, film: Film | None = None) -> ScreeningHere:
    film = film or view.exhibition.playlist.films[0]
    begins = view.now + timedelta(minutes=minutes)
    return ScreeningHere(film.id, film.excerpts[0].id if film.excerpts else "", begins, begins + timedelta(hours=1))


def closing_in(view: View, minutes: float) -> View:
    return replace(view, standing=Standing(closes=view.now + timedelta(minutes=minutes)))


def screening_in(view: View, minutes: float, phase: Phase = "announced") -> View:
    return replace(view, standing=Standing(screening=here(view, minutes), phase=phase))


def scenes(view: View, tools: Tools) -> list[Scene]:
    found = [build_scene(view, tools)]
    return [*found, build_overlay(view, tools)] if overlay_key(view) else found


@pytest.mark.parametrize("comfort", [Comfort(), Comfort(larger_text=True, high_contrast=True)], ids=["plain", "large"])
def test_the_line_is_on_every_screen_and_in_nobodys_way(exhibition: Exhibition, tools: Tools, comfort: Comfort) -> None:
    wrong = []
    for screen, language in itertools.product(SCREENS, LANGUAGES):
        plain = view_of(exhibition, screen, language)
        plain = replace(plain, visit=replace(plain.visit, comfort=comfort))
        for told in (closing_in(plain, 10.0), screening_in(plain, 10.0)):
            before = [len(each.texts) for each in scenes(plain, tools)]
            after = scenes(told, tools)
            lines = [each.texts[count:] for each, count in zip(after, before, strict=True)]
            line = [text for texts in lines for text in texts]
            if len(line) != 1 or line[0].cut:
                wrong.append((screen, language, line))
                continue
            targets = [target for scene in after for target in scene.targets if target.name != "picture"]
            wrong += [(screen, language, each.name) for each in targets if each.rect.colliderect(line[0].rect)]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_a_screening_and_after_closing_nothing_is_cut_or_in_the_way(
    exhibition: Exhibition, tools: Tools, language: str
) -> None:
    plain = view_of(exhibition, "attract", language)
    found = {}
    for film in exhibition.playlist.films:
        foyer = Foyer(here(plain, 2.0, film), 1120.0)
        findings = Findings(tools)
        findings.look(build_scene(replace(plain, visit=replace(plain.visit, place=foyer)), tools))
        found[film.id] = findings.found
    findings = Findings(tools)
    findings.look(build_scene(replace(plain, visit=replace(plain.visit, place=Farewell())), tools))
    found["farewell"] = findings.found
    assert {name: each for name, each in found.items() if each} == {}


def test_of_two_things_the_nearer_one_is_told() -> None:
    plain = view_of(sample(), "browse", "en")
    both = replace(
        plain, standing=Standing(closes=plain.now + timedelta(minutes=9), screening=here(plain, 8), phase="announced")
    )
    told = notice_of(both)
    assert told is not None
    assert (told.coming, told.film) == ("screening", "return-to-homs")


@pytest.mark.parametrize(
    ("minutes", "told"), [(10.0, True), (9.1, True), (9.0, False), (5.0, False), (1.1, False), (1.0, True), (0.5, True)]
)
def test_a_film_is_left_in_peace_but_for_the_first_and_the_last_minute(minutes: float, told: bool) -> None:
    for change in (closing_in, screening_in):
        assert (notice_of(change(view_of(sample(), "watching", "en"), minutes)) is not None) is told
        assert notice_of(change(view_of(sample(), "controls", "en"), minutes)) is not None


def test_nobody_is_told_where_there_is_nothing_to_tell_or_nobody_to_be_told() -> None:
    browse = view_of(sample(), "browse", "en")
    assert notice_of(browse) is None
    assert scene_key(browse) != scene_key(closing_in(browse, 5.0))
    screening = here(browse, 0.0)
    cinema = Cinema(screening.film, screening.excerpt, rolling=True, screening=screening)
    for place in (cinema, Foyer(screening, 1000.0), Farewell()):
        assert notice_of(closing_in(replace(browse, visit=replace(browse.visit, place=place)), 5.0)) is None
    loop = replace(browse, exhibition=replace(sample(), mode="loop"), standing=OPEN)
    assert notice_of(closing_in(loop, 5.0)) is None


def test_the_line_stays_when_another_card_is_the_first() -> None:
    tools = Tools.for_screen((1280, 720), sample())
    scene = build_scene(closing_in(view_of(replace(sample(), hours=Hours(zone=UTC)), "browse", "en"), 5.0), tools)
    assert scene.beginning_with is not None
    again = scene.beginning_with("for-sama")
    assert again.beginning_with is not None
    for each in (scene, again, again.beginning_with("the-cave")):
        assert [text.text for text in each.texts if text.text.startswith("We close at")] == ["We close at 11:05."]
    tools.close()
