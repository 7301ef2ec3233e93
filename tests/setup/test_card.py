"""The card for front-of-house staff: one page of A5 in two languages, and made of what its texts say now."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
CARD = ROOT / "docs" / "card.pdf"
SOURCE = ROOT / "docs" / "card"


def texts() -> dict[str, Any]:
    found = yaml.safe_load((SOURCE / "texts.yaml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_the_card_is_what_its_texts_make(tmp_path: Path) -> None:
    made = tmp_path / "card.pdf"
    subprocess.run([sys.executable, str(SOURCE / "make.py"), str(made)], check=True, cwd=tmp_path)
    assert made.read_bytes() == CARD.read_bytes(), "make it again: python docs/card/make.py, and look at it"


def test_it_is_one_page_of_a5_with_its_fonts_inside() -> None:
    content = CARD.read_bytes()
    assert len(re.findall(rb"/Type /Page\b", content)) == 1
    width, height = map(float, re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)[-1])
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 148)
    assert len(re.findall(rb"/FontFile2", content)) == 2
    assert b"/XObject" not in content or b"/Subtype /Image" not in content


def test_its_words_can_be_copied_out_of_it() -> None:
    """Every letter of the texts is in the tables by which a reader of PDF finds out what a glyph stands for."""
    maps = re.findall(rb"begincmap(.*?)endcmap", CARD.read_bytes(), re.DOTALL)
    known = "".join(
        bytes.fromhex(target.decode()).decode("utf-16-be")
        for each in maps
        for target in re.findall(rb"<[0-9A-Fa-f]+> <([0-9A-Fa-f]+)>\s", each)
    )
    assert set("".join(words(texts()))) - set(known) - {" "} == set()


def test_everything_is_said_in_both_languages() -> None:
    both = list(pairs(texts()))
    assert len(both) == 21
    for each in both:
        assert set(each) == {"en", "ar"}
        assert re.search(r"[A-Za-z]", each["en"])
        assert re.search(r"[\u0621-\u064a]", each["ar"])


def pairs(part: Any) -> list[dict[str, str]]:
    """The texts, each with its languages."""
    if isinstance(part, list):
        return [found for each in part for found in pairs(each)]
    if isinstance(part, dict):
        return [part] if "en" in part else [found for each in part.values() for found in pairs(each)]
    return []


def words(part: Any) -> list[str]:
    return [text for each in pairs(part) for text in each.values()]
