"""Four languages on one screen: the exhibition in tests/data/languages, every screen in all of them."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pygame
import pytest
from pygame import Rect

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.text import Text
from kiosk.ui.preview import SCREENS, Sitting, pictures
from kiosk.ui.screens import build_overlay, build_scene, overlay_key
from kiosk.ui.stage import Stage
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.places import Browse
from kiosk.visit.visit import Visit
from tests.ui.screenplay import NOW, TRACKS, durations, polyglot, view_of
from tests.ui.screenplay import SCREENS as ALL_SCREENS
from tests.ui.test_screens import all_texts, gap

LANGUAGES = ("en", "ar", "fr", "ckb")
SIZES = [(1920, 1080), (1080, 1920), (1280, 720), (1024, 768)]
MENU = {"language-close", "language-panel"}


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def tools(request: pytest.FixtureRequest) -> Iterator[Tools]:
    made = Tools.for_screen(request.param, polyglot())
    yield made
    made.close()


def described(size: tuple[int, int], language: str, film: int = 0) -> dict[str, Mapping[str, Any]]:
    """What is on every screen, by its name."""
    exhibition = polyglot()
    sitting = Sitting(exhibition, size, exhibition.playlist.films[film], NOW, durations(exhibition), tracks=TRACKS)
    return {each.name: each.description for each in pictures(sitting, language)}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut(language: str, size: tuple[int, int]) -> None:
    screens = described(size, language)
    assert tuple(screens) == tuple(name for name in SCREENS if name != "transcript")
    for name, screen in screens.items():
        assert [each["text"] for each in screen["texts"] if each["cut"]] == [], name
        for each in screen["texts"]:
            left, _, width, _ = each["rect"]
            assert left >= 0, (name, each)
            assert left + width <= size[0], (name, each)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ALL_SCREENS)
def test_words_are_not_in_each_others_way(screen: str, language: str, tools: Tools) -> None:
    trim = tools.metrics.u(16)  # boxes of lines have room above the capitals and below the baseline
    for film in range(2):
        view = view_of(polyglot(), screen, language, film)
        scenes = [build_scene(view, tools), *([build_overlay(view, tools)] if overlay_key(view) else [])]
        for scene in scenes:
            for texts in (scene.texts, scene.scroll.texts if scene.scroll else ()):
                for one, other in itertools.combinations(texts, 2):
                    assert gap(one.rect, other.rect) >= -trim, (one, other)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_see_their_own_language(language: str, size: tuple[int, int]) -> None:
    titles = {"en": "Return to Homs", "ar": "العودة إلى حمص", "fr": "Retour à Homs", "ckb": "گەڕانەوە بۆ حومس"}
    other = "ar" if language == "en" else "en"
    texts = [each["text"] for each in described(size, language)["film"]["texts"]]
    assert [each for each in texts if each in titles.values()] == [titles[language], titles[other]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_button_names_the_others(language: str, tools: Tools) -> None:
    names = {"en": "English", "ar": "العربية", "fr": "Français", "ckb": "کوردی"}
    scene = build_scene(view_of(polyglot(), "browse", language), tools)
    button = next(each for each in scene.targets if each.name == "language")
    written = [each.text for each in scene.texts if button.rect.contains(each.rect)]
    others = [names[each] for each in LANGUAGES if each != language]
    assert written == (others if tools.size != (1024, 768) else others[:2])  # there an ellipsis stands for the third


@pytest.mark.parametrize("screen", ["browse", "film", "more", "note"])
def test_the_language_button_stays_where_it_is(screen: str, tools: Tools) -> None:
    places = set()
    for language in LANGUAGES:
        scene = build_scene(view_of(polyglot(), screen, language), tools)
        places.add(next(tuple(each.rect) for each in scene.targets if each.name == "language"))
    assert len(places) == 1


def choosing(exhibition: Exhibition, language: str) -> View:
    return View(exhibition, Visit(language, 70, True, Browse(), choosing_language=True), NOW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu(language: str, tools: Tools) -> None:
    below = build_scene(view_of(polyglot(), "browse", language), tools)
    scene = build_overlay(choosing(polyglot(), language), tools)
    assert [(each.text, each.language) for each in scene.texts] == [
        ("English", "en"),
        ("العربية", "ar"),
        ("Français", "fr"),
        ("کوردی", "ckb"),
    ]
    rows = [each for each in scene.targets if each.name not in MENU]
    assert [each.name for each in rows] == ["language:en", "language:ar", "language:fr", "language:ckb"]
    panel = next(each.rect for each in scene.targets if each.name == "language-panel")
    button = next(each.rect for each in below.targets if each.name == "language")
    assert Rect((0, 0), tools.size).contains(panel)
    assert panel.contains(button)
    for row, text in zip(rows, scene.texts, strict=True):
        assert min(row.rect.size) / tools.metrics.px_per_mm >= 20.0
        assert row.rect.contains(text.rect.inflate(0, -4))
        at_start = row.rect.right - text.rect.right if language in ("ar", "ckb") else text.rect.left - row.rect.left
        assert at_start == tools.metrics.u(40)
    for one, other in itertools.pairwise(rows):
        assert (other.rect.top - one.rect.bottom) / tools.metrics.px_per_mm >= 3.0


def test_a_menu_of_many_languages_is_whole(tools: Tools) -> None:
    many = replace(polyglot(), languages=tuple(f"x{letter}" for letter in "abcdefghijklmn"))
    of_many = Tools.for_screen(tools.size, many)
    scene = build_overlay(choosing(many, "xa"), of_many)
    of_many.close()
    glass = Rect((0, 0), tools.size)
    rows = [each.rect for each in scene.targets if each.name not in MENU]
    assert len(rows) == 14
    assert all(glass.contains(each) for each in rows)
    assert not any(one.colliderect(other) for one, other in itertools.combinations(rows, 2))


def test_the_menu_on_the_glass() -> None:
    """What is below it cannot be touched, and after it has closed nothing of it is left."""
    size = (1280, 720)
    plain, open_menu = view_of(polyglot(), "browse", "fr"), choosing(polyglot(), "fr")
    open_menu = replace(plain, visit=replace(plain.visit, choosing_language=open_menu.visit.choosing_language))
    surface = pygame.Surface(size, 0, 32)
    stage = Stage(size, polyglot())
    now = 100.0

    def look(view: View) -> bytes:
        nonlocal now
        stage.show(view, now)
        while stage.needs_frame(now) or not stage.at_rest(now):
            stage.draw(surface, now)
            now += 0.016
        return pygame.image.tobytes(surface, "RGB")

    before = look(plain)
    opened = look(open_menu)
    row = stage.describe()["targets"]
    assert {each["name"] for each in row} == MENU | {f"language:{each}" for each in LANGUAGES}
    beside, name = stage.hit((40, 600)), stage.hit((1100, 80))
    assert beside is not None
    assert beside.target == "language-close"
    assert name is not None
    assert name.target == "language:en"
    assert opened != before
    assert look(plain) == before
    stage.close()


def test_two_languages_have_no_menu() -> None:
    two = replace(polyglot(), languages=("fr", "ckb"))
    tools = Tools.for_screen((1280, 720), two)
    scene = build_scene(view_of(two, "browse", "fr"), tools)
    tools.close()
    button = next(each for each in scene.targets if each.name == "language")
    assert [each.text for each in scene.texts if button.rect.contains(each.rect)] == ["کوردی"]


def test_a_second_title_that_is_the_same_is_not_said_twice() -> None:
    exhibition = polyglot()
    film = replace(exhibition.playlist.films[0], title=Text(dict.fromkeys(LANGUAGES, "Homs")))
    same = replace(exhibition, playlist=replace(exhibition.playlist, films=(film,)))
    tools = Tools.for_screen((1280, 720), same)
    scene = build_scene(view_of(same, "film", "fr"), tools)
    tools.close()
    assert [each.text for each in all_texts(scene)].count("Homs") == 1
