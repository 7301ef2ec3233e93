"""Every screen × language × visitor's choice × size of screen × length of texts: nothing cut, small or in the way."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.exhibition.exhibition import Exhibition
from kiosk.ui.text import TextBlock
from kiosk.ui.tools import Tools
from kiosk.visit.comfort import Comfort
from tests.ui.extremes import MORE_LANGUAGES, longest, shortest
from tests.ui.layouts import Findings, capital, scenes_of, unpainted
from tests.ui.screenplay import polyglot, sample, view_of

SIZES = [(1280, 720), (1920, 1080), (3840, 2160), (1080, 1920), (1024, 768)]
COMFORTS = {
    "normal": Comfort(),
    "larger": Comfort(larger_text=True),
    "contrast": Comfort(high_contrast=True),
    "both": Comfort(larger_text=True, high_contrast=True),
}
SCREENS = ("browse", "film", "apology", "more", "note", "watching", "controls", "comfort", "still-there")
ROUNDED = 0.15
"""Millimetres: sizes are whole pixels, and on a coarse screen half a pixel is that much."""
FOLDER = Path("/nowhere")
EXHIBITIONS = {
    "sample": sample,
    "shortest": lambda: shortest(FOLDER),
    "longest": lambda: longest(FOLDER),
    "sample in French and Sorani": lambda: replace(polyglot(), languages=MORE_LANGUAGES),
    "shortest in French and Sorani": lambda: shortest(FOLDER, MORE_LANGUAGES),
    "longest in French and Sorani": lambda: longest(FOLDER, languages=MORE_LANGUAGES),
}


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


@pytest.fixture(scope="module")
def placed() -> Iterator[list[TextBlock]]:
    with unpainted() as blocks:
        yield blocks


def found_on(exhibition: Exhibition, screen: str, language: str, comfort: Comfort, tools: Tools) -> list[str]:
    view = view_of(exhibition, screen, language)
    visit = replace(view.visit, comfort=comfort, choosing_comfort=screen == "comfort")
    findings = Findings(tools.for_comfort(comfort))
    for scene in scenes_of(replace(view, visit=visit), tools):
        findings.look(scene)
    return findings.found


@pytest.mark.parametrize("reader", [0, 1], ids=["first language", "second language"])
@pytest.mark.parametrize("choice", COMFORTS)
def test_nothing_is_cut_small_or_in_the_way(
    choice: str, reader: int, exhibition: Exhibition, tools: Tools, placed: list[TextBlock]
) -> None:
    comfort, language = COMFORTS[choice], exhibition.languages[reader]
    placed.clear()
    # Nobody has switched anything while nobody is there.
    screens = ("attract", "closed", *SCREENS) if choice == "normal" else SCREENS
    found = {screen: found_on(exhibition, screen, language, comfort, tools) for screen in screens}
    least = 7.3 if comfort.larger_text else 4.8
    found["capitals"] = [block.text for block in placed if capital(block, tools.metrics) < least - ROUNDED]
    assert {screen: each for screen, each in found.items() if each} == {}
