"""After a saved change the stage goes on with the tools that it has, where these serve for the exhibition as it is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from kiosk.exhibition.exhibition import Exhibition, Screen
from kiosk.exhibition.text import Text
from kiosk.ui.preview_panel import panel_for
from kiosk.ui.stage import Stage
from kiosk.ui.tools import Tools
from kiosk.visit.places import AtPanel, Browse
from tests.ui.screenplay import NOW, sample, view_of
from tests.ui.test_stage import SIZE


@pytest.fixture
def stage() -> Iterator[Stage]:
    made = Stage(SIZE, sample())
    yield made
    made.close()


def renamed() -> Exhibition:
    first, *others = sample().playlist.films
    films = (replace(first, title=Text({"en": "Another title", "ar": "عنوان آخر"})), *others)
    return replace(sample(), playlist=replace(sample().playlist, films=films))


def words_on(stage: Stage, exhibition: Exhibition) -> list[str]:
    view = view_of(exhibition, "browse")
    stage.show(replace(view, visit=replace(view.visit, place=Browse())), 1000.0)
    stage.draw(pygame.Surface(SIZE, 0, 32), 1000.0)
    return [each["text"] for each in stage.describe()["texts"]]


def test_other_films_are_shown_with_the_same_tools_after_the_one_before_has_closed(stage: Stage) -> None:
    assert "Another title" not in words_on(stage, sample())
    after = stage.successor(renamed())
    stage.close()
    assert after._tools is stage._tools
    assert "Another title" in words_on(after, renamed())
    after.close()


@pytest.mark.parametrize(
    "changes",
    [
        {"screen": Screen(inches=75.0)},
        {"languages": ("ar", "en")},
        {"digits": "eastern"},
        {"fonts": {"en": {"regular": Path("own.ttf")}}},
    ],
)
def test_what_the_tools_are_made_from_makes_new_ones(stage: Stage, changes: dict[str, object]) -> None:
    exhibition = replace(sample(), **changes)  # type: ignore[arg-type]
    after = stage.successor(exhibition)
    assert after._tools is not stage._tools
    assert after._tools.metrics == Tools.for_screen(SIZE, exhibition).metrics
    after.close()


def test_a_still_that_could_not_be_shown_gets_another_chance(stage: Stage, tmp_path: Path) -> None:
    still = tmp_path / "late.png"
    stills = stage._tools.stills
    assert stills.cover(still, (40, 30)) is None
    pygame.image.save(pygame.Surface((40, 30)), still)
    assert stills.cover(still, (40, 30)) is None
    stage.successor(renamed()).close()
    assert stills.cover(still, (40, 30)) is not None


def test_the_panel_stands_where_it_stood(stage: Stage) -> None:
    """Whoever changes one value after the other is not thrown back to the top by each of them."""
    panel = panel_for("panel-sound", sample(), NOW)
    view = replace(view_of(sample(), "browse"), panel=panel)
    view = replace(view, visit=replace(view.visit, place=AtPanel()))
    surface = pygame.Surface(SIZE, 0, 32)
    stage.show(view, 1000.0)
    stage.draw(surface, 1000.0)
    assert stage.page("page-next", 1001.0)
    for moment in (1001.0, 1010.0):
        stage.draw(surface, moment)
    before = stage.describe()["targets"]
    after = stage.successor(renamed())
    after.show(replace(view, exhibition=renamed()), 1011.0)
    after.draw(surface, 1011.0)
    assert "page-previous" in [each["name"] for each in before]
    assert after.describe()["targets"] == before
    after.close()
