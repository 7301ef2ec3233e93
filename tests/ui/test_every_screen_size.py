"""Millimetres: screens of the sizes that museums hang, lying and upright, and what a seated visitor reaches."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.ui.metrics import Metrics
from kiosk.ui.scenery import Scenery
from kiosk.ui.screens import build_scene
from kiosk.ui.text import TextBlock
from kiosk.ui.tools import Tools
from kiosk.visit.comfort import Comfort
from tests.ui.extremes import LANGUAGES
from tests.ui.layouts import EVERYWHERE, Findings, capital, scenes_of, unpainted
from tests.ui.screenplay import on_screen, sample, view_of

INCHES = (21.5, 24, 32, 43, 55)
SHAPES = ((1920, 1080), (1080, 1920))
SCREENS = ("browse", "film", "more", "note", "controls", "comfort", "still-there")
COMFORTS = (Comfort(), Comfort(larger_text=True))


@pytest.fixture(scope="module")
def placed() -> Iterator[list[TextBlock]]:
    with unpainted() as blocks:
        yield blocks


@pytest.mark.parametrize("comfort", COMFORTS, ids=["normal", "larger"])
@pytest.mark.parametrize("shape", SHAPES, ids=["lying", "upright"])
@pytest.mark.parametrize("inches", INCHES)
def test_hands_and_eyes_get_their_millimetres(
    inches: float, shape: tuple[int, int], comfort: Comfort, placed: list[TextBlock]
) -> None:
    exhibition = on_screen(sample(), inches=inches)
    tools = Tools.for_screen(shape, exhibition)
    findings = Findings(tools.for_comfort(comfort))
    placed.clear()
    for screen in SCREENS:
        for language in LANGUAGES:
            view = view_of(exhibition, screen, language)
            visit = replace(view.visit, comfort=comfort, choosing_comfort=screen == "comfort")
            for scene in scenes_of(replace(view, visit=visit), tools):
                findings.look(scene)
    assert findings.found == []
    assert min(capital(each, tools.metrics) for each in placed) >= (7.2 if comfort.larger_text else 4.8)
    tools.close()


@pytest.mark.parametrize("inches", INCHES)
def test_larger_text_is_seen_to_be_larger_on_every_screen(inches: float) -> None:
    normal = Metrics(1920, 1080, inches)
    larger = Metrics(1920, 1080, inches, reading_cap_mm=7.3)
    for role in ("body", "facts", "small", "label", "card"):
        assert larger.size(role) >= 1.25 * normal.size(role)


def test_who_is_seated_reaches_everything_on_a_high_screen(placed: list[TextBlock]) -> None:
    assert placed is not None
    for inches, shape in ((55, (1080, 1920)), (75, (1080, 1920)), (98, (3840, 2160))):
        exhibition = on_screen(sample(), inches=inches, reach=True)
        tools = Tools.for_screen(shape, exhibition)
        highest = shape[1] - 1120 * tools.metrics.px_per_mm
        assert highest > 0
        for screen in ("browse", "film", "more", "note", "controls", "comfort", "still-there"):
            for language in LANGUAGES:
                view = view_of(exhibition, screen, language)
                comfort = Comfort(reach=True)
                visit = replace(view.visit, comfort=comfort, choosing_comfort=screen == "comfort")
                findings = Findings(tools)
                for scene in scenes_of(replace(view, visit=visit), tools):
                    findings.look(scene)
                    for target in Scenery.of(scene).targets(0.0):
                        assert target.name in EVERYWHERE or target.rect.top >= highest, (inches, screen, target)
                assert findings.found == [], (inches, screen)
        tools.close()


@pytest.mark.parametrize(
    ("inches", "size", "offered"),
    [(24, (1920, 1080), False), (43, (1080, 1920), False), (55, (1920, 1080), False), (55, (1080, 1920), True)],
)
def test_reach_is_offered_where_it_changes_something(inches: float, size: tuple[int, int], offered: bool) -> None:
    exhibition = on_screen(sample(), inches=inches)
    tools = Tools.for_screen(size, exhibition)
    view = view_of(exhibition, "comfort")
    view = replace(view, visit=replace(view.visit, choosing_comfort=True))
    names = [target.name for target in scenes_of(view, tools)[1].targets]
    assert names == ["comfort-close", "larger-text", "high-contrast", *(["reach"] if offered else []), "comfort"]
    lowered = replace(view, visit=replace(view.visit, comfort=Comfort(reach=True)))
    places = [[each.rect for each in build_scene(each_view, tools).targets] for each_view in (view, lowered)]
    assert offered or places[0] == places[1]
    tools.close()
