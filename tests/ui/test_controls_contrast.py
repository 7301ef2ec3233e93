"""Buttons can be told from what they lie on, over any still and any film (WCAG 1.4.11: 3 : 1)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.comfort import Comfort
from tests.ui.screenplay import paint_flat, sample, see, view_of
from tests.ui.test_screens_contrast import STILLS, luminance, still_named, with_still

SIZES = [(1920, 1080), (1080, 1920)]
WHOLE = {"picture", "scrubber", "comfort-close"}


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def tools(request: pytest.FixtureRequest) -> Iterator[Tools]:
    made = Tools.for_screen(request.param, sample())
    yield made
    made.close()


def weak_buttons(view: View, tools: Tools, film: tuple[int, int, int], needed: float) -> list[tuple[str, float]]:
    """Buttons whose edge, fill and sign all have less contrast than they need with what is around them."""
    sight = see(view, tools.size, paint_flat(film), tools)
    light = luminance(pygame.surfarray.array3d(sight.surface).astype(float))
    found = []
    for each in sight.stage.describe()["targets"]:
        if each["name"] in WHOLE or each["name"].startswith("card:"):
            continue
        seen = edge_contrast(light, pygame.Rect(each["rect"]), tools.metrics.line)
        if seen < needed:
            found.append((each["name"], round(seen, 2)))
    return found


def edge_contrast(light: np.ndarray, rect: pygame.Rect, line: int) -> float:
    """Contrast across the edge of a button with round ends: the weakest of its four sides, each at its best."""
    sides = []
    for x, y, across in (
        (rect.left, rect.centery, (1, 0)),
        (rect.right - 1, rect.centery, (-1, 0)),
        (rect.centerx, rect.top, (0, 1)),
        (rect.centerx, rect.bottom - 1, (0, -1)),
    ):
        steps = range(-4, line + 5)
        values = [light[x + step * across[0], y + step * across[1]] for step in steps]
        outside, edge = np.mean(values[:3]), values[4:]
        sides.append(max((max(outside, one) + 0.05) / (min(outside, one) + 0.05) for one in edge))
    return float(min(sides))


@pytest.mark.parametrize("still", STILLS)
@pytest.mark.parametrize("screen", ["browse", "film", "more", "note"])
def test_buttons_over_stills(still: str, screen: str, tools: Tools, tmp_path: Path) -> None:
    exhibition = with_still(still_named(still, tmp_path))
    for language in ("en", "ar"):
        assert weak_buttons(view_of(exhibition, screen, language), tools, (0, 0, 0), 3.0) == []


@pytest.mark.parametrize("film", [(0, 0, 0), (60, 60, 60), (120, 120, 110), (255, 255, 255)])
def test_buttons_over_a_film(film: tuple[int, int, int], tools: Tools) -> None:
    assert weak_buttons(view_of(sample(), "controls"), tools, film, 3.0) == []


@pytest.mark.parametrize("screen", ["film", "comfort", "controls"])
def test_edges_in_high_contrast(screen: str, tools: Tools) -> None:
    view = view_of(sample(), screen)
    comfort = Comfort(high_contrast=True)
    visit = replace(view.visit, comfort=comfort)
    assert weak_buttons(replace(view, visit=visit), tools.for_comfort(comfort), (255, 255, 255), 15.0) == []
