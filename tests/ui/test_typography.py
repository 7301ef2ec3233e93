"""Measures of good setting: line lengths, leading, the rhythm of lines, titles without widows."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from kiosk.exhibition.text import Wording
from kiosk.ui.metrics import DESIGN_SIZES, LARGER_CAP_MM, READING_CAP_MM, TITLE_ROLES, Metrics
from kiosk.ui.text import TextSetter
from kiosk.ui.text.leading import leading
from kiosk.ui.theme import Style, Theme
from tests.ui.extremes import LANGUAGES, TITLES, longest
from tests.ui.screenplay import sample

SCREENS = [(1920, 1080, 24), (1280, 720, 24), (3840, 2160, 32), (1080, 1920, 43), (1024, 768, 15)]
WITHOUT_CASE = {"ar", "ckb"}


@pytest.fixture(params=(READING_CAP_MM, LARGER_CAP_MM), ids=["normal", "larger"])
def cap(request: pytest.FixtureRequest) -> float:
    return request.param


def setter(metrics: Metrics) -> TextSetter:
    return TextSetter(metrics, Theme())


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_line_of_reading_text_has_45_to_55_characters(screen: tuple[int, int, float], cap: float) -> None:
    metrics = Metrics(*screen, reading_cap_mm=cap)
    width = min(round(metrics.column * 55 / 52), metrics.width - 2 * metrics.margin)
    lengths: list[int] = []
    for film in sample().playlist.films:
        block = setter(metrics).set(film.more.wording("en"), Style("body"), width)
        full = [len(each) for each, box in zip(block.lines, block.line_boxes, strict=True) if box[2] > 0.85 * width]
        assert 45 <= sum(full) / len(full) <= 55
        lengths += full
    # A line of narrow letters may be longer.
    assert sum(each > 60 for each in lengths) <= len(lengths) / 40


def test_lines_are_as_far_apart_as_their_script_needs() -> None:
    for role in DESIGN_SIZES:
        latin, arabic = leading(role, 100, "ltr"), leading(role, 100, "rtl")
        if role in TITLE_ROLES:
            assert 1.3 <= arabic.pitch / arabic.size <= 1.4
        elif role in ("body", "facts", "small", "lead"):
            assert latin.pitch / latin.size == 1.5
            assert 1.65 <= arabic.pitch / arabic.size <= 1.8
        assert arabic.size / latin.size == 1.18


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_keep_one_rhythm_and_paragraphs_half_a_line(language: str, cap: float) -> None:
    metrics = Metrics(1920, 1080, reading_cap_mm=cap)
    wording = sample().playlist.films[0].more.wording(language)
    block = setter(metrics).set(wording, Style("body"), metrics.column)
    pitch = setter(metrics).pitch(Style("body"), wording.direction)
    steps = {lower - upper for upper, lower in pairwise(block.baselines)}
    assert steps == {pitch, pitch + round(pitch / 2)}
    assert block.height == block.baselines[-1] - block.baselines[0] + pitch


def titles() -> Iterator[Wording]:
    for exhibition in (sample(), longest(sample().folder)):
        for language in LANGUAGES:
            yield exhibition.title.wording(language)
            yield from (film.title.wording(language) for film in exhibition.playlist.films)


@pytest.mark.parametrize("role", ["title", "heading", "card"])
def test_no_word_of_a_title_stands_alone(role: str) -> None:
    metrics = Metrics(1920, 1080)
    for wording in set(titles()):
        for width in range(420, 1800, 60):
            block = setter(metrics).set(wording, Style(role), width)  # type: ignore[arg-type]
            if len(block.lines) > 1 and len(wording.text.split()) > 2 * len(block.lines):
                assert len(block.lines[-1].split()) > 1, (width, block.lines)


def test_the_lines_of_a_long_title_are_of_much_the_same_length() -> None:
    metrics = Metrics(1920, 1080)
    for language in LANGUAGES:
        block = setter(metrics).set(Wording(TITLES[language], language), Style("title", "light"), 1300)
        widths = [box[2] for box in block.line_boxes]
        assert min(widths) >= 0.75 * max(widths)


def test_a_number_keeps_its_unit_wherever_the_line_ends() -> None:
    metrics = Metrics(1920, 1080)
    for text, kept, language in (
        ("The film was shot in Homs on 35 mm and lasts 90 min, not 95 min.", ("35 mm", "90 min", "95 min"), "en"),
        ("صُوّر الفيلم في حمص بين عامين ومدته ٩٠ دقيقة لا 95 دقيقة.", ("٩٠ دقيقة", "95 دقيقة"), "ar"),
    ):
        for width in range(200, 900, 20):
            lines = setter(metrics).set(Wording(text, language), Style("body"), width).lines
            assert all(any(each in line for line in lines) for each in kept), lines
