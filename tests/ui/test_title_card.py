"""A film without a still, or with one that cannot be shown, has a picture of its titles."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from kiosk.ui.screens.page import Page
from kiosk.ui.theme import contrast
from kiosk.ui.tools import Tools
from kiosk.ui.widgets.title_card import title_card
from kiosk.visit.comfort import Comfort
from tests.ui.extremes import longest
from tests.ui.screenplay import sample, see, view_of
from tests.ui.test_screens_contrast import with_still

CARD = (485, 270)


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    made = Tools.for_screen((1920, 1080), sample())
    yield made
    made.close()


def words_on(picture: pygame.Surface) -> np.ndarray:
    """Where something brighter than any tone is."""
    return pygame.surfarray.array3d(picture).min(axis=2) > 130


def test_both_titles_are_on_it_and_start_where_reading_starts(tools: Tools) -> None:
    film = sample().playlist.films[0]
    middles = {}
    for language in ("en", "ar"):
        words = words_on(title_card(Page.of(view_of(sample(), "browse", language), tools), film, CARD))
        rows = np.flatnonzero(words.any(axis=0))
        assert np.count_nonzero(np.diff(rows) > 4) >= 1  # two titles: rows of ink with a space between
        middles[language] = np.flatnonzero(words.any(axis=1)).mean()
    assert middles["en"] < CARD[0] / 2 < middles["ar"]


def test_the_place_of_the_length_stays_free(tools: Tools) -> None:
    for exhibition in (sample(), longest(Path("/nowhere"))):
        for film in exhibition.playlist.films:
            words = words_on(title_card(Page.of(view_of(exhibition, "browse"), tools), film, CARD))
            assert not words[:, CARD[1] - 62 :].any(), film.title


def test_every_film_has_its_own_tone(tools: Tools) -> None:
    page = Page.of(view_of(sample(), "browse"), tools)
    tones = {tuple(title_card(page, film, CARD).get_at((240, 30))[:3]) for film in sample().playlist.films}
    assert len(tones) == 6


def test_words_on_any_tone_can_be_read(tools: Tools) -> None:
    for name in (f"film-{number}" for number in range(40)):
        tone = pygame.surfarray.array3d(tools.stills.plain(name, (160, 90))).reshape(-1, 3)
        brightest = tuple(int(each) for each in tone[tone.sum(axis=1).argmax()])
        assert contrast(tools.theme.ink, (*brightest, 255)) >= 7
        assert contrast(tools.theme.ink_soft, (*brightest, 255)) >= 4.5


@pytest.mark.parametrize("screen", ["browse", "film", "more"])
def test_an_unreadable_still_looks_like_none(screen: str, tools: Tools, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 not a picture")
    pictures = []
    for path in (None, broken):
        exhibition = with_still(path)
        films = tuple(replace(each, still_caption=replace(each.still_caption, by_language={})) for each in
                      exhibition.playlist.films)  # fmt: skip
        exhibition = replace(exhibition, playlist=replace(exhibition.playlist, films=films))
        pictures.append(pygame.image.tobytes(see(view_of(exhibition, screen), tools.size, tools=tools).surface, "RGB"))
    assert pictures[0] == pictures[1]


def test_in_high_contrast_it_is_black_with_an_outline(tools: Tools) -> None:
    plain = tools.for_comfort(Comfort(high_contrast=True))
    picture = title_card(Page.of(view_of(sample(), "browse"), plain), sample().playlist.films[0], CARD)
    assert picture.get_at((240, 30))[:3] == (0, 0, 0)
    assert picture.get_at((0, 100))[:3] == (255, 255, 255)
