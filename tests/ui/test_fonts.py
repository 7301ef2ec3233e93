"""Which font draws what."""

import logging
from pathlib import Path

import pygame
import pytest
from PIL import Image

from kiosk.ui.text import Fonts
from kiosk.ui.text.leading import DEEP_LETTERS, leading
from kiosk.ui.text.runs import runs

FREE_SANS = Path(pygame.__file__).parent / "freesansbold.ttf"
WEIGHTS = ("light", "regular", "medium", "semibold")
ARABIC = frozenset(map(chr, range(0x600, 0x700))) | frozenset("0123456789 ()،.\u2068\u2069")
ALL = ARABIC | frozenset(map(chr, range(0x20, 0x180)))
LATIN = frozenset(map(chr, range(0x20, 0x100))) | frozenset("\u2068\u2069")


def own(**files: Path) -> Fonts:
    return Fonts({language: dict.fromkeys(WEIGHTS, file) for language, file in files.items()})


def ink(fonts: Fonts, text: str, language: str, size: int = 100) -> tuple[int, int, int, int]:
    """Where a text leaves ink: left, top, right, bottom; the baseline is at 200."""
    mask = Image.new("L", (1200, 320))
    fonts.face("regular", size, language).draw(mask, (40, 200), text, "ltr", language)
    box = mask.getbbox()
    assert box is not None
    return box


def test_a_line_of_one_font_is_one_run() -> None:
    assert runs("Retour à Homs", "ltr", [LATIN, ALL]) == [(0, "Retour à Homs")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A Latin name in a line of a font that has Arabic only, and the number that belongs to it.
        ("فيلم Beirut 1975 وثائقي", [(0, "فيلم "), (1, "Beirut 1975"), (0, " وثائقي")]),
        ("فيلم \u2068Talal Derki\u2069، حمص", [(0, "فيلم "), (1, "\u2068Talal Derki\u2069"), (0, "، حمص")]),
        ("فيلم 1975 Beirut", [(0, "فيلم 1975 "), (1, "Beirut")]),
        ("(IDFA) فيلم", [(0, "("), (1, "IDFA"), (0, ") فيلم")]),
        ("Homs, Syria فيلم", [(1, "Homs, Syria"), (0, " فيلم")]),
    ],
)
def test_latin_in_an_arabic_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert runs(text, "rtl", [ARABIC, ALL]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Retour · العودة إلى حمص 2014 · fin", [(0, "Retour · "), (1, "العودة إلى حمص 2014"), (0, " · fin")]),
        ("Věra et Jiří, Prague", [(1, "Věra "), (0, "et "), (1, "Jiří, "), (0, "Prague")]),
        ("電 Homs", [(0, "電 Homs")]),
    ],
)
def test_other_letters_in_a_latin_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert runs(text, "ltr", [LATIN, ALL]) == expected


def test_accented_letters_are_put_together_where_the_font_has_letter_and_accent() -> None:
    assert Fonts().missing("Věra Chytilová, Jiří, Růžena, Łódź, Erdős, Gülşah") == frozenset()
    assert Fonts().missing("ğțβЖ") == frozenset("ğțβЖ")


def test_french_and_sorani_are_covered() -> None:
    letters = "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»‹›“”‘’…–—€°\u00a0\u202f"
    sorani = "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنووۆھەیێ،؛؟٠١٢٣٤٥٦٧٨٩\u200c"
    assert Fonts().missing(letters + sorani) == frozenset()


def test_what_no_font_has_becomes_plainer_or_nothing_never_a_box() -> None:
    assert Fonts().drawable("XIXᵉ siècle, Ağa 電影 Țara", "fr") == "XIXe siècle, Aga  Tara"
    assert Fonts().drawable("Věra", "fr") == "Věra"


def test_a_language_is_drawn_with_its_own_font_and_the_others_are_not() -> None:
    fonts, shipped = own(tr=FREE_SANS), Fonts()
    assert fonts.missing("Dağ Жизнь", "tr") == frozenset()
    assert fonts.borrowed("ğ العودة", "tr") == frozenset("العودة")
    assert fonts.borrowed("العودة", "en") == frozenset()
    assert ink(fonts, "Homs", "tr") != ink(shipped, "Homs", "tr")
    assert ink(fonts, "Homs", "en") == ink(shipped, "Homs", "en")
    assert fonts.face("regular", 40, "tr").advance("العودة", "rtl", "tr") == pytest.approx(
        shipped.face("regular", 40, "tr").advance("العودة", "rtl", "tr")
    )


def test_capitals_are_as_high_in_every_font() -> None:
    fonts = own(tr=FREE_SANS)
    heights = [200 - ink(fonts, "H", language)[1] for language in ("tr", "en")]
    assert abs(heights[0] - heights[1]) <= 1


def test_a_weight_that_is_not_given_is_drawn_with_the_shipped_family() -> None:
    fonts, shipped = Fonts({"tr": {"regular": FREE_SANS}}), Fonts()
    light, medium = (each.face("light", 40, "tr").advance("Homs", "ltr", "tr") for each in (fonts, shipped))
    assert light == medium
    assert fonts.face("regular", 40, "tr").advance("Homs", "ltr", "tr") != light
    assert fonts.missing("Ж", "tr") == frozenset()


def test_a_font_that_cannot_be_opened_any_more_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    broken = tmp_path / "Broken.ttf"
    broken.write_bytes(FREE_SANS.read_bytes()[:2000])
    with caplog.at_level(logging.WARNING):
        assert ink(own(tr=broken), "Homs", "tr") == ink(Fonts(), "Homs", "tr")
    assert "Broken.ttf cannot be used as a font" in caplog.text


def test_deep_letters_of_sorani_have_room_below_them() -> None:
    assert frozenset("ڕ") == DEEP_LETTERS
    _, _, _, bottom = ink(Fonts(), "ڕ", "ckb")
    deep, plain = leading("title", 100, "rtl", deep=True), leading("title", 100, "rtl")
    assert deep.baseline == plain.baseline
    assert deep.pitch - deep.baseline >= (bottom - 200) * deep.size / 100 > plain.pitch - plain.baseline


def test_what_is_written_over_a_font_does_not_reach_what_is_drawn_with_it(tmp_path: Path) -> None:
    file = tmp_path / "own.ttf"
    file.write_bytes(FREE_SANS.read_bytes())
    fonts = own(en=file)
    before = ink(fonts, "Homs", "en")
    file.write_bytes(b"")  # FreeType would read on in the file, and end this process
    assert ink(fonts, "Homs 1975, Return", "en")[0] == before[0]
    assert ink(fonts, "Homs", "en", size=101)[0] > 0
    assert fonts.missing("Homs", "en") == frozenset()
