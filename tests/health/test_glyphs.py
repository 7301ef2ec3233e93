"""Letters that cannot be drawn, word for word as ``kiosk check`` tells them."""

import shutil
from pathlib import Path

import pygame
import pytest

from kiosk.config.load import load_exhibition
from kiosk.health.findings import findings

ROOT = Path(__file__).parents[2]
FREE_SANS = Path(pygame.__file__).parent / "freesansbold.ttf"
"""A font that comes with pygame: Latin, Greek and Cyrillic letters, no Arabic ones."""

FILMS = """\
films:
  - id: homs
    title: {en: Homs, tr: Dağ Жизнь}
    director: "Věra 電影"
    awards: {en: "XIXᵉ ğ 電", tr: "العودة"}
"""
FONTS = "fonts: {tr: fonts/Free.ttf}\n"


def found(folder: Path, *, fonts: str = "", strings: str = "") -> list[str]:
    """The lines for an exhibition in English and Turkish."""
    (folder / "media").mkdir()
    (folder / "fonts").mkdir()
    shutil.copy(FREE_SANS, folder / "fonts" / "Free.ttf")
    (folder / "playlists").mkdir()
    (folder / "playlists" / "films.yaml").write_text(FILMS, "utf-8")
    kiosk = f"exhibition: {{title: Cinema}}\nlanguages: [en, tr]\nplaylist: playlists/films.yaml\n{fonts}"
    (folder / "kiosk.yaml").write_text(kiosk, "utf-8")
    if strings:
        (folder / "strings").mkdir()
        (folder / "strings" / "tr.yaml").write_text(strings, "utf-8")
    lines = [f"{each.severity} {each}" for each in findings(load_exhibition(folder))]
    return [each for each in lines if "own words exist" not in each and "names are missing" not in each]


def test_letters_that_no_font_has(tmp_path: Path) -> None:
    assert found(tmp_path) == [
        "problem playlists/films.yaml:3:27  films[0].title.tr: ğ (U+011F), Ж (U+0416), з (U+0437), и (U+0438), "
        "н (U+043D) and ь (U+044C) are in no font for tr. Visitors see g instead of ğ and nothing instead of Ж, з, и, "
        "н and ь, unless a font that has them is named under fonts.",
        "problem playlists/films.yaml:4:15  films[0].director: 影 (U+5F71) and 電 (U+96FB) are in no font for en and "
        "tr. Visitors see nothing instead of 影 and 電, unless a font that has them is named under fonts.",
        "problem playlists/films.yaml:5:18  films[0].awards.en: ğ (U+011F), ᵉ (U+1D49) and 電 (U+96FB) are in no font "
        "for en. Visitors see g instead of ğ, e instead of ᵉ and nothing instead of 電, unless a font that has them is "
        "named under fonts.",
    ]


def test_a_font_of_the_exhibition_and_what_it_lacks(tmp_path: Path) -> None:
    assert found(tmp_path, fonts=FONTS) == [
        "problem playlists/films.yaml:4:15  films[0].director: 影 (U+5F71) and 電 (U+96FB) are in no font for en and "
        "tr. Visitors see nothing instead of 影 and 電, unless a font that has them is named under fonts.",
        "problem playlists/films.yaml:5:18  films[0].awards.en: ğ (U+011F), ᵉ (U+1D49) and 電 (U+96FB) are in no font "
        "for en. Visitors see g instead of ğ, e instead of ᵉ and nothing instead of 電, unless a font that has them is "
        "named under fonts.",
        "notice playlists/films.yaml:5:34  films[0].awards.tr: ا (U+0627), ة (U+0629), د (U+062F), ع (U+0639), "
        "ل (U+0644) and و (U+0648) are not in fonts/Free.ttf. They are drawn with IBM Plex Sans Arabic.",
    ]


def test_words_of_the_interface_that_an_exhibition_brings_along(tmp_path: Path) -> None:
    lines = found(tmp_path, strings="attract: {touch: Dokunun ğ}\n")
    assert (
        "problem strings/tr.yaml:1:18  attract.touch: ğ (U+011F) is in no font for tr. Visitors see g instead of ğ, "
        "unless a font that has it is named under fonts."
    ) in lines


def test_the_kiosks_own_words_in_a_font_with_gaps(tmp_path: Path) -> None:
    found(tmp_path)
    kiosk = (
        "exhibition: {title: Cinema}\nlanguages: [ckb]\nplaylist: playlists/films.yaml\nfonts: {ckb: fonts/Free.ttf}\n"
    )
    (tmp_path / "kiosk.yaml").write_text(kiosk, "utf-8")
    lines = [str(each) for each in findings(load_exhibition(tmp_path)) if each.where == "fonts.ckb"]
    (line,) = lines
    assert line.startswith(
        "kiosk.yaml:4:14  fonts.ckb: of the kiosk's own words, ، (U+060C), ؟ (U+061F), ئ (U+0626), ا (U+0627), "
    )
    assert line.endswith(" more are not in fonts/Free.ttf. They are drawn with IBM Plex Sans Arabic.")


@pytest.mark.parametrize("folder", [ROOT, ROOT / "tests" / "data" / "languages"])
def test_everything_in_the_sample_can_be_drawn(folder: Path) -> None:
    assert [str(each) for each in findings(load_exhibition(folder))] == []


def test_an_exhibition_that_cannot_be_shown(tmp_path: Path) -> None:
    loaded = load_exhibition(tmp_path)
    assert findings(loaded) == loaded.problems
