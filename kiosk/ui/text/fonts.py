"""The font files: which face draws a language, and what it can draw."""

import logging
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.config.font_coverage import can_be_composed, characters_of
from kiosk.exhibition.text import language_direction
from kiosk.ui.metrics import CAP_HEIGHT
from kiosk.ui.text.font_copy import FontCopies
from kiosk.ui.text.leading import ALEF_HEIGHT
from kiosk.ui.text.pillow import Face, check_raqm
from kiosk.ui.text.typeface import Typeface
from kiosk.ui.theme import Weight

LOG = logging.getLogger(__name__)

SHIPPED = "IBM Plex Sans Arabic"
_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"
_FILES: dict[Weight, str] = {
    "light": "IBMPlexSansArabic_300Light.ttf",
    "regular": "IBMPlexSansArabic_400Regular.ttf",
    "medium": "IBMPlexSansArabic_500Medium.ttf",
    "semibold": "IBMPlexSansArabic_600SemiBold.ttf",
}
_INVISIBLE = frozenset(
    each
    for each in map(chr, (*range(0xA1), 0xAD, 0x61C, *range(0x2000, 0x2010), *range(0x2028, 0x2070), 0x3000, 0xFEFF))
    if each.isspace() or unicodedata.category(each) in ("Cc", "Cf", "Zl", "Zp", "Zs")
)
"""Spaces, line ends, isolates and joiners need no glyph."""

_MEASURED_AT = 1000
_LEAST_FACTOR, _MOST_FACTOR = 0.7, 1.5

Own = Mapping[str, Mapping[str, Path]]
"""Font files by language and weight."""


class Fonts:
    """IBM Plex Sans Arabic, which has Latin and Arabic letters, in four weights, and what an exhibition brings along.

    ``own``: the exhibition's font files by language and weight. Where they lack a weight or a glyph, the shipped
    family helps out. What is written to these files later has no effect. Every thread gets faces of its own, so words
    may be set on a worker thread while the screen is drawn. RuntimeError where Pillow cannot shape Arabic.
    """

    def __init__(self, own: Own | None = None, folder: Path = _FOLDER) -> None:
        check_raqm()
        self._own = own or {}
        self._folder = folder
        self._copies = FontCopies()
        self._faces = threading.local()
        self._coverages: dict[Path, frozenset[str]] = {}
        self._factors: dict[tuple[Path, str], float] = {}

    def face(self, weight: Weight, size: int, language: str = "") -> Typeface:
        """The letters of a language in a weight, at a size in pixels per em of the shipped family.

        An exhibition's font is set so large that its capitals (or alefs) are as high as the shipped family's.
        OSError if a file of the shipped family is missing or broken.
        """
        faces: dict[tuple[Weight, int, str], Typeface] = self._faces.__dict__.setdefault("by_style", {})
        key = (weight, size, language if language in self._own else "")
        if key not in faces:
            faces[key] = Typeface(
                [
                    (Face(self._place(file), size * self._factor(file, language)), self._coverage(file))
                    for file in self._files(weight, language)
                ]
            )
        return faces[key]

    def missing(self, text: str, language: str = "") -> frozenset[str]:
        """Characters of a text that no font has."""
        left = frozenset(text)
        for file in self._files("regular", language):
            left -= self._coverage(file)
        return left

    def borrowed(self, text: str, language: str) -> frozenset[str]:
        """Characters of a text that the language's own font lacks and the shipped family has."""
        if language not in self._own:
            return frozenset()
        own = self._coverage(next(iter(self._files("regular", language))))
        return frozenset(text) - own - self.missing(text, language)

    def drawable(self, text: str, language: str) -> str:
        """The text with letters that no font has put as plainer ones (ᵉ as e), or left out: never a box."""
        missing = self.missing(text, language)
        if not missing:
            return text
        plainer = str.maketrans({each: self._plainer(each, language) for each in missing})
        return text.translate(plainer)

    def _plainer(self, character: str, language: str) -> str:
        parts = unicodedata.normalize("NFKD", character)
        return "".join(each for each in parts if not self.missing(each, language) and not unicodedata.combining(each))

    def _files(self, weight: Weight, language: str) -> Iterator[Path]:
        """Files to draw a language with, the most wanted first."""
        own = self._own.get(language, {})
        shipped = self._folder / _FILES[weight]
        wanted = [*([own[weight]] if weight in own else []), shipped, *own.values()]
        for file in dict.fromkeys(wanted):
            if file == shipped or self._coverage(file):
                yield file

    def _place(self, file: Path) -> Path:
        return file if file.parent == self._folder else self._copies.of(file)

    def _coverage(self, file: Path) -> frozenset[str]:
        """What a file can draw; nothing if it cannot be opened any more."""
        if file not in self._coverages:
            try:
                Face(self._place(file), _MEASURED_AT)
                characters = characters_of(self._place(file).read_bytes())
                self._coverages[file] = characters | can_be_composed(characters) | _INVISIBLE
            except (OSError, ValueError) as error:
                LOG.warning("%s cannot be used as a font (%s).", file.name, error)
                self._coverages[file] = frozenset()
        return self._coverages[file]

    def _factor(self, file: Path, language: str) -> float:
        """By how much a font has to be set larger, to look as large as the shipped family."""
        if file.parent == self._folder:
            return 1.0
        if (file, language) not in self._factors:
            arabic = language_direction(language) == "rtl"
            letter, height = ("ا", ALEF_HEIGHT) if arabic else ("H", CAP_HEIGHT)
            has = letter in self._coverage(file)
            measured = Face(self._place(file), _MEASURED_AT).height(letter) / _MEASURED_AT if has else 0.0
            factor = height / measured if measured > 0.0 else 1.0
            self._factors[file, language] = min(_MOST_FACTOR, max(_LEAST_FACTOR, factor))
        return self._factors[file, language]
