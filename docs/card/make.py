"""Makes the card for front-of-house staff, docs/card.pdf, of texts.yaml: ``python docs/card/make.py [FILE]``.

One page of A5, to be laminated: English on the left, Arabic on the right, the signs that serve both between them. The
same texts give the same bytes.
"""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import yaml
from fpdf import FPDF
from signs import SIGNS

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "kiosk" / "assets" / "fonts"
OUT = HERE.parent / "card.pdf"

WIDTH, HEIGHT = 210.0, 148.0
MARGIN, SPINE = 10.0, 15.0
COLUMN: Final = (WIDTH - 2 * MARGIN - SPINE) / 2
MIDDLE: Final = WIDTH / 2

INK, QUIET, ACCENT, RULE = (24, 24, 27), (96, 94, 90), (156, 100, 24), (205, 200, 190)
ARABIC: Final = 1.12
"""Arabic is set so much larger than the Latin beside it: its letters are lower."""

Words = dict[str, str]


@dataclass(frozen=True)
class Style:
    """``size`` in points, ``line`` from line to line in mm."""

    font: str
    size: float
    line: float
    colour: tuple[int, int, int] = INK


TITLE = Style("semibold", 17, 7.6)
WHEN = Style("semibold", 9.2, 4.6, ACCENT)
HEADING = Style("semibold", 9.0, 4.5)
TEXT = Style("regular", 8.0, 3.7)
LABEL = Style("regular", 8.2, 4.0, QUIET)


class Card(FPDF):
    """Places words of both languages beside each other. Lengths in mm from the upper left corner."""

    def __init__(self) -> None:
        super().__init__("landscape", "mm", (HEIGHT, WIDTH))
        self.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))
        self.set_compression(False)  # the bytes shall not hang on a version of zlib
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.c_margin = 0
        for name, file in (("regular", "400Regular"), ("semibold", "600SemiBold")):
            self.add_font(name, fname=str(FONTS / f"IBMPlexSansArabic_{file}.ttf"))
        self.add_page()

    def both(self, words: Words, y: float, style: Style) -> float:
        """Set a text in both languages, its top at ``y``; answers where the longer one ends."""
        return max(self.latin(words["en"], y, style), self.arabic(words["ar"], y, style))

    def latin(self, text: str, y: float, style: Style) -> float:
        self.set_text_shaping(True, direction="ltr", script="Latn", language="en")
        return self._paragraph(text, MARGIN, y, style, style.size, "L")

    def arabic(self, text: str, y: float, style: Style) -> float:
        self.set_text_shaping(True, direction="rtl", script="Arab", language="ar")
        return self._paragraph(text, MIDDLE + SPINE / 2, y, style, style.size * ARABIC, "R")

    def _paragraph(self, text: str, x: float, y: float, style: Style, size: float, align: str) -> float:
        self.set_font(style.font, size=size)
        self.set_text_color(*style.colour)
        self.set_xy(x, y)
        self.multi_cell(COLUMN, style.line, text, align=align, new_x="LEFT", new_y="NEXT")
        return self.get_y()

    def sign(self, name: str, y: float) -> None:
        """In the middle, beside a heading whose top is at ``y``."""
        self.set_draw_color(*ACCENT)
        self.set_line_width(0.4)
        SIGNS[name](self, MIDDLE, y + 3.2)

    def rule(self, y: float) -> None:
        self.set_draw_color(*RULE)
        self.set_line_width(0.2)
        self.line(MARGIN, y, WIDTH - MARGIN, y)


def make_card(texts: dict[str, Any]) -> Card:
    card = Card()
    card.set_title("The film kiosk · كشك الأفلام")
    card.set_lang("en")
    y = card.both(texts["title"], 7.5, TITLE) + 1.6
    card.rule(y)
    y = _items(card, texts["power"], y + 2.2)
    card.rule(y)
    y = card.both(texts["when"], y + 1.8, WHEN) + 0.9
    y = _items(card, texts["troubles"], y)
    card.rule(y)
    _lines(card, texts, y + 2.0)
    return card


def _items(card: Card, items: list[dict[str, Any]], y: float) -> float:
    for item in items:
        card.sign(item["sign"], y)
        y = card.both(item["heading"], y, HEADING)
        y = card.both(item["text"], y, TEXT) + 1.5
    return y


def _lines(card: Card, texts: dict[str, Any], y: float) -> None:
    """Where somebody writes: each line serves both languages."""
    y = card.both(texts["call"], y, WHEN) + 1.0
    for label in texts["lines"]:
        card.both(label, y, LABEL)
        card.set_draw_color(*QUIET)
        card.set_line_width(0.2)
        card.line(MARGIN + 20, y + 4.4, WIDTH - MARGIN - 20, y + 4.4)
        y += 7.0


def main() -> None:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    texts = yaml.safe_load((HERE / "texts.yaml").read_text("utf-8"))
    make_card(texts).output(str(out))


if __name__ == "__main__":
    main()
