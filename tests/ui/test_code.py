"""The QR code, read back from the pixels of the page."""

from dataclasses import replace
from pathlib import Path

import pytest
import segno
from pygame import Rect, Surface

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.text import Text
from kiosk.ui.qr import CodeTooLongError, code_modules
from tests.build.code_reader import read_code
from tests.ui.screenplay import LANGUAGES, difficult, on_screen, sample, see, view_of

LINK = "https://example.org/return-to-homs"
SIZES = [(1280, 720), (1920, 1080), (3840, 2160), (1080, 1920), (720, 1280)]


def levels(surface: Surface, rect: Rect) -> list[list[int]]:
    """The brightness (0–255) of every pixel of a rectangle, row by row."""
    picture = surface.subsurface(rect)
    return [
        [sum(picture.get_at((x, y))[:3]) // 3 for x in range(picture.get_width())] for y in range(picture.get_height())
    ]


def card_of(exhibition: Exhibition, size: tuple[int, int], language: str, link: str) -> tuple[Surface, Rect]:
    """The film's page, and where its code is on it."""
    sight = see(view_of(exhibition, "film", language), size)
    rects = [text["rect"] for text in sight.stage.describe()["texts"] if text["text"] == link]
    assert len(rects) == 1
    return sight.surface, Rect(rects[0])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_can_be_read_from_the_page(size: tuple[int, int], language: str) -> None:
    surface, card = card_of(sample(), size, language, LINK)
    reading = read_code(levels(surface, card))
    expected = segno.make(LINK, error="m", micro=False, boost_error=False)
    assert reading.modules == [[bool(module) for module in row] for row in expected.matrix]
    assert (expected.version, expected.error) == (3, "M")
    assert reading.quiet >= 4 * reading.size
    diagonal = (size[0] ** 2 + size[1] ** 2) ** 0.5
    assert len(reading.modules) * reading.size / (diagonal / (24 * 25.4)) >= 30.0


def without_transcript(exhibition: Exhibition) -> Exhibition:
    first, *others = exhibition.playlist.films
    excerpts = tuple(replace(each, transcript=Text()) for each in first.excerpts)
    films = (replace(first, excerpts=excerpts), *others)
    return replace(exhibition, playlist=replace(exhibition.playlist, films=films))


@pytest.mark.parametrize("inches", [15.6, 21.5, 32, 55])
def test_it_is_30_millimetres_on_every_screen(inches: float) -> None:
    exhibition = on_screen(sample(), inches=inches)
    if inches < 20:  # large letters and a third button leave it a place further down, where it has to be scrolled to
        exhibition = without_transcript(exhibition)
    surface, card = card_of(exhibition, (1920, 1080), "en", LINK)
    reading = read_code(levels(surface, card))
    assert len(reading.modules) == 29
    assert reading.quiet >= 4 * reading.size
    assert 29 * reading.size / ((1920**2 + 1080**2) ** 0.5 / (inches * 25.4)) >= 30.0


@pytest.mark.parametrize(
    "link", ["https://a.de", "https://example.org/فيلم/العودة", "http://museum.example/" + "a" * 180], ids=len
)
def test_other_links(link: str) -> None:
    films = sample().playlist.films
    exhibition = replace(
        sample(), playlist=replace(sample().playlist, films=(replace(films[0], link=link), *films[1:]))
    )
    surface, card = card_of(exhibition, (1920, 1080), "ar", link)
    reading = read_code(levels(surface, card))
    expected = segno.make(link, error="m", micro=False, boost_error=False)
    assert reading.modules == [[bool(module) for module in row] for row in expected.matrix]


@pytest.mark.parametrize("length", [241, 5000])
def test_a_link_that_is_too_long_has_no_code_and_the_page_stands(length: int, tmp_path: Path) -> None:
    link = "https://example.org/" + "ü" * length
    with pytest.raises(CodeTooLongError):
        code_modules(link)
    exhibition = difficult(tmp_path)
    films = (replace(exhibition.playlist.films[0], link=link),)
    view = view_of(replace(exhibition, playlist=replace(exhibition.playlist, films=films)), "film")
    words = [text["text"] for text in see(view, (1920, 1080)).stage.describe()["texts"]]
    assert link not in words
    assert not any("More about" in each for each in words)


def test_the_longest_link_that_is_allowed_has_a_code() -> None:
    assert len(code_modules("https://example.org/" + "a" * 190)) == 57
    assert len(code_modules("https://example.org/" + "ف" * 95)) == 57


def test_no_link_no_code() -> None:
    words = [text["text"] for text in see(view_of(sample(), "film", film=1), (1920, 1080)).stage.describe()["texts"]]
    assert not any("More about" in each or "://" in each for each in words)
