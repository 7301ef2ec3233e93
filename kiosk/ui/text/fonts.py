"""The font files, and which characters they have."""

import threading
import unicodedata
from functools import cached_property
from pathlib import Path

from kiosk.ui.text.coverage import characters_of
from kiosk.ui.text.pillow import Face, check_raqm
from kiosk.ui.theme import Weight

_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"
_FILES: dict[Weight, str] = {
    "light": "IBMPlexSansArabic_300Light.ttf",
    "regular": "IBMPlexSansArabic_400Regular.ttf",
    "medium": "IBMPlexSansArabic_500Medium.ttf",
    "semibold": "IBMPlexSansArabic_600SemiBold.ttf",
}


class Fonts:
    """IBM Plex Sans Arabic, which has Latin and Arabic letters, in four weights.

    Every thread gets faces of its own, so words may be set on a worker thread while the screen is drawn.
    RuntimeError where Pillow cannot shape Arabic.
    """

    def __init__(self, folder: Path = _FOLDER) -> None:
        check_raqm()
        self._folder = folder
        self._faces = threading.local()

    def face(self, weight: Weight, size: int) -> Face:
        """The face of a weight at a size in pixels per em. OSError if its file is missing or broken."""
        faces: dict[tuple[Weight, int], Face] = self._faces.__dict__.setdefault("by_style", {})
        if (weight, size) not in faces:
            faces[weight, size] = Face(self._folder / _FILES[weight], size)
        return faces[weight, size]

    def missing(self, text: str) -> frozenset[str]:
        """Characters of a text that the fonts cannot draw."""
        return frozenset(each for each in set(text) - self._characters if not _is_invisible(each))

    @cached_property
    def _characters(self) -> frozenset[str]:
        return characters_of((self._folder / _FILES["regular"]).read_bytes())


def _is_invisible(character: str) -> bool:
    """Spaces, line ends, isolates and joiners need no glyph."""
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Zs")
