"""Contrast as it is seen: every text measured on the picture of its screen, over dark, bright and white pictures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, time, timedelta
from pathlib import Path

import numpy as np
import pygame
import pytest

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Screening
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.when import Span
from kiosk.ui.screens import build_overlay, build_scene, overlay_key
from kiosk.ui.text import TextSetter
from kiosk.ui.theme import Colour
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.comfort import Comfort
from tests.ui.screenplay import LANGUAGES, NOW, ROOT, noisy_still, paint_flat, sample, see, view_of, white_still

SIZES = [(1920, 1080), (1080, 1920)]
INKS = ("ink", "ink_soft", "ink_faint", "on_accent", "on_accent_soft")
ON_BUTTONS = 4.5
"""Words on buttons are large text (WCAG 1.4.6)."""
NEAR = 3
"""Pixels around letters that count as what they stand on."""


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def both(request: pytest.FixtureRequest) -> Iterator[tuple[Tools, Tools]]:
    """Tools, and the same with invisible ink."""
    tools = Tools.for_screen(request.param, sample())
    yield tools, inked(tools, (255, 255, 255, 0))
    tools.close()


def inked(tools: Tools, colour: Colour) -> Tools:
    """The same tools with another ink for all words; dark words on a light button are left out."""
    theme = replace(tools.theme, **dict.fromkeys(INKS, colour), on_disc=(255, 255, 255, 0))
    return replace(tools, theme=theme, setter=TextSetter(tools.metrics, theme))


def pixels(view: View, tools: Tools, film: tuple[int, int, int]) -> np.ndarray:
    surface = see(view, tools.size, paint_flat(film), tools).surface
    return pygame.surfarray.array3d(surface).astype(float)


def luminance(colours: np.ndarray) -> np.ndarray:
    """Relative luminance (WCAG 2.2) of colours, 0–255 a channel."""
    share = colours / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def grown(mask: np.ndarray, by: int) -> np.ndarray:
    """A mask with everything that is ``by`` pixels near to it."""
    result = mask.copy()
    for _ in range(by):
        wider = result.copy()
        wider[1:] |= result[:-1]
        wider[:-1] |= result[1:]
        wider[:, 1:] |= result[:, :-1]
        wider[:, :-1] |= result[:, 1:]
        result = wider
    return result


def contrast_of(words: np.ndarray, ground: np.ndarray) -> float | None:
    """Contrast of the letters in a rectangle with what they stand on; None if there are none."""
    difference = np.abs(words - ground).sum(axis=2)
    if difference.max() < 30:
        return None
    letters = difference > difference.max() * 0.85
    under = grown(letters, NEAR) & ~letters
    ink = np.median(luminance(words[letters]))
    stands_on = luminance(ground[under])
    # The least favourable twentieth of the ground decides.
    worst = np.percentile(stands_on, 95 if ink > np.median(stands_on) else 5)
    light, dark = max(ink, worst), min(ink, worst)
    return float((light + 0.05) / (dark + 0.05))


def weak_texts(
    view: View, both: tuple[Tools, Tools], film: tuple[int, int, int], least: float | None = None
) -> list[tuple[str, float, float]]:
    """Texts of a screen with less contrast than they need: their words, what they have, what they need (``least``)."""
    tools, clear = both
    words, ground = pixels(view, tools, film), pixels(view, clear, film)
    described = see(view, tools.size, paint_flat(film), tools).stage.describe()
    buttons = [pygame.Rect(each["rect"]) for each in described["targets"] if each["name"].split(":")[0] not in UNFILLED]
    scene = build_scene(view, tools)
    over = build_overlay(view, tools).texts if overlay_key(view) else ()
    still_standing = {each.text for each in (*scene.texts, *over)}
    whole = pygame.Rect((0, 0), tools.size)
    # Words that dissolve at the edge of what scrolls are not there to be read yet.
    inside = scene.scroll.rect.inflate(0, -2 * scene.scroll.fade) if scene.scroll else whole
    found = []
    for text in described["texts"]:
        if over and scene.name != "watching" and text["text"] not in {each.text for each in over}:
            continue  # a panel lies over it
        rect = pygame.Rect(text["rect"]).clip(whole if text["text"] in still_standing else inside)
        if rect.height < 4:
            continue
        needed = least or (ON_BUTTONS if any(each.contains(rect.inflate(0, -8)) for each in buttons) else 7.0)
        area = np.s_[rect.left : rect.right, rect.top : rect.bottom]
        measured = contrast_of(words[area], ground[area])
        if measured is not None and measured < needed:
            found.append((text["text"][:40], round(measured, 2), needed))
    return found


UNFILLED = {"picture", "card", "scrubber", "captions-panel", "comfort-close", "larger-text", "high-contrast", "reach"}


STILLS = ("homs", "water", "recording", "fathers", "cave", "sama", "white", "noise", "none")


def still_named(name: str, folder: Path) -> Path | None:
    """A still of the sample by its name, a white or a noisy one, or none."""
    made = {"white": white_still, "noise": noisy_still, "none": lambda _: None}
    return made[name](folder) if name in made else ROOT / "media" / "stills" / f"{name}.jpg"


def with_still(path: Path | None) -> Exhibition:
    """The sample with one still for all films."""
    exhibition = sample()
    films = tuple(replace(each, still=path) for each in exhibition.playlist.films)
    return replace(exhibition, playlist=replace(exhibition.playlist, films=films))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["browse", "film", "apology", "more", "note", "still-there"])
@pytest.mark.parametrize("still", STILLS)
def test_words_over_stills(still: str, screen: str, language: str, both: tuple[Tools, Tools], tmp_path: Path) -> None:
    exhibition = with_still(still_named(still, tmp_path))
    assert weak_texts(view_of(exhibition, screen, language), both, (0, 0, 0)) == []


@pytest.mark.parametrize("screen", ["browse", "film", "more", "note", "controls", "comfort", "still-there"])
def test_words_in_high_contrast(screen: str, both: tuple[Tools, Tools], tmp_path: Path) -> None:
    comfort = Comfort(high_contrast=True)
    tools = both[0].for_comfort(comfort)
    view = view_of(with_still(white_still(tmp_path)), screen)
    view = replace(view, visit=replace(view.visit, comfort=comfort, choosing_comfort=screen == "comfort"))
    clear = inked(tools, (255, 255, 255, 0))
    assert weak_texts(view, (tools, clear), (255, 255, 255), least=15.0) == []


@pytest.mark.parametrize("still", ["white", "noise", "none"])
@pytest.mark.parametrize("screen", ["film", "note"])
def test_words_of_larger_text(screen: str, still: str, both: tuple[Tools, Tools], tmp_path: Path) -> None:
    comfort = Comfort(larger_text=True)
    tools = both[0].for_comfort(comfort)
    view = view_of(with_still(still_named(still, tmp_path)), screen)
    view = replace(view, visit=replace(view.visit, comfort=comfort))
    assert weak_texts(view, (tools, inked(tools, (255, 255, 255, 0))), (0, 0, 0)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["browse", "film", "more"])
def test_what_is_said_about_time(screen: str, language: str, both: tuple[Tools, Tools], tmp_path: Path) -> None:
    """A minute before closing, while a screening runs, over white stills."""
    still, now = white_still(tmp_path), Screening(NOW - timedelta(minutes=5))
    films = tuple(replace(each, still=still, screenings=(now, *each.screenings)) for each in sample().playlist.films)
    hours = Hours({6: (Span(time(9), time(11, 1)),)}, zone=UTC)
    exhibition = replace(sample(), playlist=replace(sample().playlist, films=films), hours=hours)
    assert weak_texts(view_of(exhibition, screen, language), both, (0, 0, 0)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["attract", "controls", "captions"])
@pytest.mark.parametrize("film", [(20, 18, 16), (128, 128, 120), (255, 255, 255)], ids=["dark", "middle", "white"])
def test_words_over_a_film(film: tuple[int, int, int], screen: str, language: str, both: tuple[Tools, Tools]) -> None:
    # Black letters keep the halo that belongs to them, and are not brighter than what they stand on.
    assert weak_texts(view_of(sample(), screen, language), (both[0], inked(both[0], (0, 0, 0, 255))), film) == []


def test_the_measure_knows_grey_from_black() -> None:
    """White letters on black and on grey, a known contrast each."""
    ground = np.zeros((40, 40, 3))
    words = ground.copy()
    words[10:30, 18:22] = 255
    assert contrast_of(words, ground) == pytest.approx(21.0)
    grey = np.full((40, 40, 3), 118.0)
    on_grey = np.where(words > 0, 255.0, grey)
    assert contrast_of(on_grey, grey) == pytest.approx(4.57, abs=0.05)
