"""The page of mixed lines: as the kiosk sets it, and what is compared."""

import ctypes
import ctypes.util
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import yaml

from kiosk.exhibition.text import Direction, Wording, first_strong_direction
from kiosk.ui.metrics import Metrics
from kiosk.ui.text import TextSetter
from kiosk.ui.text.bidi import standing_alone
from kiosk.ui.text.names import names_isolated
from kiosk.ui.theme import Style, Theme

FOLDER = Path(__file__).resolve().parents[1] / "data" / "bidi"
RECORDED = FOLDER / "chromium.json"
WIDTH = 640
"""Pixels of the column: some forty characters, so that most lines break once or twice."""

_FRIBIDI_LTR, _FRIBIDI_RTL = 0x110, 0x111


@dataclass(frozen=True)
class Entry:
    """A line of the page. ``differs``: why the kiosk breaks it elsewhere than Chromium; empty where it does not."""

    text: str
    differs: str = ""

    @property
    def direction(self) -> Direction:
        latin = first_strong_direction(self.text.replace("www.example.org", "")) == "ltr" or self.text.startswith("“")
        return "ltr" if latin else "rtl"

    @property
    def prepared(self) -> str:
        """With the isolates that the kiosk puts around names; Chromium gets the same text."""
        return names_isolated(self.text, self.direction)

    @property
    def wording(self) -> Wording:
        return Wording(self.text, "en" if self.direction == "ltr" else "ar")


@dataclass(frozen=True)
class Seen:
    """What is seen of an entry: its lines as they are written, and what stands in each from left to right."""

    breaks: tuple[str, ...]
    order: tuple[str, ...]


def entries() -> list[Entry]:
    """The lines of the page."""
    loaded = yaml.safe_load((FOLDER / "lines.yaml").read_text(encoding="utf-8"))
    return [Entry(each["text"], each.get("differs", "")) for each in loaded]


def size_of(entry: Entry) -> int:
    """Pixels per em in which the kiosk sets it."""
    return _set(entry).size


def by_kiosk(entry: Entry) -> Seen:
    """How the kiosk breaks and orders it. The order is FriBidi's, which draws the lines, of each line alone."""
    lines = _set(entry).lines
    drawn = standing_alone(lines, entry.direction)
    order = [_visual(each, entry.direction) for each in drawn]
    return Seen(tuple(bare(each) for each in lines), tuple(order))


def held(entry: Entry) -> str:
    """The text with spaces and dashes that do not break but where the kiosk breaks it, so that others do the same."""
    lines = _set(entry).lines
    return " ".join(line.replace(" ", "\u00a0").replace("–", "\u2060–\u2060") for line in lines)


def bare(text: str) -> str:
    """Without marks that nobody sees, and without spaces at the ends."""
    return "".join(each for each in text if unicodedata.category(each) != "Cf").strip()


def letters(text: str) -> str:
    """What has a place of its own in a line: no spaces, no marks over or under letters."""
    return "".join(each for each in bare(text) if not each.isspace() and not unicodedata.combining(each))


def _set(entry: Entry):
    return _SETTER.set(entry.wording, Style("body"), WIDTH, base=entry.direction)


_SETTER = TextSetter(Metrics(1920, 1080), Theme())


def _visual(line: str, base: Direction) -> str:
    """The letters of a line from left to right, by the library that Raqm orders with (Unicode UAX #9)."""
    fribidi = ctypes.CDLL(ctypes.util.find_library("fribidi") or "libfribidi.so.0")
    count = len(line)
    codes = (ctypes.c_uint32 * count)(*map(ord, line))
    kinds, brackets = (ctypes.c_uint32 * count)(), (ctypes.c_uint32 * count)()
    levels, places = (ctypes.c_int8 * count)(), (ctypes.c_int * count)(*range(count))
    direction = ctypes.c_uint32(_FRIBIDI_RTL if base == "rtl" else _FRIBIDI_LTR)
    fribidi.fribidi_get_bidi_types(codes, count, kinds)
    fribidi.fribidi_get_bracket_types(codes, count, kinds, brackets)
    if not fribidi.fribidi_get_par_embedding_levels_ex(kinds, brackets, count, ctypes.byref(direction), levels):
        raise RuntimeError("FriBidi has no memory")
    fribidi.fribidi_reorder_line(0, kinds, count, 0, direction, levels, None, places)
    return letters("".join(line[place] for place in places))
