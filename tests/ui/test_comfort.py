"""The switches over a screen, and the tools for what was switched."""

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from kiosk.ui.metrics import Metrics
from kiosk.ui.screens import build_scene, scene_key
from kiosk.ui.stage import Stage
from kiosk.ui.theme import Theme, contrast
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.comfort import PLAIN, Comfort
from tests.ui.screenplay import sample, see, view_of

SIZE = (1280, 720)


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    made = Tools.for_screen(SIZE, sample())
    yield made
    made.close()


def view(screen: str = "film", comfort: Comfort = PLAIN, *, choosing: bool = False) -> View:
    plain = view_of(sample(), screen)
    return replace(plain, visit=replace(plain.visit, comfort=comfort, choosing_comfort=choosing))


def target(stage: Stage, name: str) -> pygame.Rect:
    return next(pygame.Rect(each["rect"]) for each in stage.describe()["targets"] if each["name"] == name)


def found(stage: Stage, point: tuple[int, int]) -> str | None:
    hit = stage.hit(point)
    return hit.target if hit else None


@pytest.mark.parametrize("screen", ["browse", "film", "more", "note"])
def test_every_screen_that_reads_has_the_button_beside_the_language(screen: str, tools: Tools) -> None:
    targets = {each.name: each.rect for each in build_scene(view(screen), tools).targets}
    assert targets["comfort"].midright == (targets["language"].left - tools.metrics.gap, targets["language"].centery)


def test_the_button_is_there_without_a_second_language(tools: Tools) -> None:
    alone = replace(sample(), languages=("en",))
    scene = build_scene(view_of(alone, "film"), tools)
    comfort = next(each.rect for each in scene.targets if each.name == "comfort")
    assert comfort.right == SIZE[0] - tools.metrics.margin


def test_a_touch_beside_the_switches_finds_nothing_below_them(tools: Tools) -> None:
    sight = see(view(choosing=True), SIZE, tools=tools)
    assert found(sight.stage, target(sight.stage, "watch").center) == "comfort-close"
    assert found(sight.stage, target(sight.stage, "larger-text").center) == "larger-text"
    assert found(sight.stage, target(sight.stage, "comfort").center) == "comfort"


def test_a_switch_that_is_on_shows_the_accent(tools: Tools) -> None:
    for on in (False, True):
        sight = see(view(comfort=Comfort(larger_text=on), choosing=True), SIZE, tools=tools)
        row = target(sight.stage, "larger-text")
        pixels = pygame.surfarray.array3d(sight.surface.subsurface(row))
        accent = tools.theme.accent[:3]
        assert bool((pixels == accent).all(axis=2).sum() > 200) is on


def test_the_last_step_of_the_fade_is_painted(tools: Tools) -> None:
    stage, surface = Stage(SIZE, sample(), tools), pygame.Surface(SIZE, 0, 32)
    stage.show(view(), 0.0)
    stage.draw(surface, 1.0)
    stage.show(view(choosing=True), 2.0)
    stage.draw(surface, 2.0)
    assert stage.draw(surface, 9.0)
    assert not stage.needs_frame(9.1)
    row = target(stage, "comfort")
    assert surface.get_at((row.centerx, row.top + 6))[:3] == tools.theme.disc[:3]


def test_what_was_switched_makes_another_scene() -> None:
    keys = {scene_key(view(comfort=each)) for each in (Comfort(), Comfort(True), Comfort(False, True))}
    assert len(keys) == 3


def test_tools_are_kept_for_the_last_choice_only(tools: Tools) -> None:
    larger = tools.for_view(view(comfort=Comfort(larger_text=True)))
    assert larger.metrics.reading_cap_mm == 7.3
    assert tools.for_view(view(comfort=Comfort(larger_text=True))) is larger
    assert (larger.stills, larger.shapes, larger.icons) == (tools.stills, tools.shapes, tools.icons)
    tools.for_view(view(comfort=Comfort(high_contrast=True)))
    assert tools.for_view(view(comfort=Comfort(larger_text=True))) is not larger
    assert tools.for_view(view()) is tools
    assert larger.for_comfort(larger.comfort) is larger


def test_high_contrast_is_white_on_black() -> None:
    for accent in ("#e9b872", "#7a1f1f", "#003366", "#ffffff"):
        theme = Theme.with_accent(accent).in_high_contrast()
        assert (theme.ground, theme.ink) == ((0, 0, 0, 255), (255, 255, 255, 255))
        for ink in (theme.ink, theme.ink_soft, theme.ink_faint, theme.problem, theme.accent_ink):
            assert contrast(ink, theme.ground) >= 15
        for ink, ground in ((theme.on_accent, theme.accent), (theme.on_disc, theme.disc)):
            assert contrast(ink, ground) >= 15
        assert contrast(theme.on_accent_soft, theme.accent) >= 15
        assert contrast(theme.line, theme.pill) >= 15


def test_outlines_are_thicker_in_high_contrast(tools: Tools) -> None:
    assert tools.for_comfort(Comfort(high_contrast=True)).metrics.line == 3
    assert tools.metrics.line == 1


@pytest.mark.parametrize("size", [SIZE, (720, 1280)])
def test_no_picture_is_behind_words_in_high_contrast(size: tuple[int, int]) -> None:
    exhibition = sample()
    made = Tools.for_screen(size, exhibition)
    for screen in ("film", "apology", "more", "note", "still-there"):
        sight = see(view(screen, Comfort(high_contrast=True)), size, tools=made)
        for text in sight.stage.describe()["texts"]:
            rect = pygame.Rect(text["rect"]).clip(sight.surface.get_rect())
            pixels = pygame.surfarray.array3d(sight.surface.subsurface(rect)).reshape(-1, 3)
            # Only grey: white letters and their edges, on black; or black ones on a button of one colour.
            coloured = (pixels.max(axis=1) - pixels.min(axis=1) > 12).mean()
            assert coloured < 0.02 or rect.height < 8 or _on_button(sight.stage, rect), text["text"]
    made.close()


def _on_button(stage: Stage, rect: pygame.Rect) -> bool:
    buttons = [pygame.Rect(each["rect"]) for each in stage.describe()["targets"]]
    return any(each.contains(rect.inflate(0, -8)) for each in buttons)


def test_a_screen_that_is_low_needs_no_reach() -> None:
    assert not Metrics(1080, 1920, 43).lowers
    assert Metrics(1080, 1920, 55).lowers
    assert Metrics(1080, 1920, 55, reach=True).reach_top == 154
    assert Metrics(1080, 1920, 43, reach=True).reach_top == 0
