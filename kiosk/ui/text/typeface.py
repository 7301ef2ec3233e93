"""A language's letters at one weight and size: its own face, and those that help out where that has no glyph."""

from collections.abc import Sequence

from PIL import Image

from kiosk.exhibition.text import Direction
from kiosk.ui.text.pillow import Face
from kiosk.ui.text.runs import runs


class Typeface:
    """Faces, the most wanted first, with the characters that each can draw. Not to be shared between threads."""

    def __init__(self, faces: Sequence[tuple[Face, frozenset[str]]]) -> None:
        self._faces = [face for face, _ in faces]
        self._coverages = [coverage for _, coverage in faces]

    def advance(self, text: str, direction: Direction, language: str) -> float:
        """Width in pixels that a line takes, without overhang of its first and last letter."""
        parts = runs(text, direction, self._coverages)
        return sum(self._faces[face].advance(part, direction, language) for face, part in parts)

    def draw(self, mask: Image.Image, at: tuple[int, int], text: str, direction: Direction, language: str) -> None:
        """Draw a line into a mask (mode L), ``at``: x of its left edge, y of its baseline."""
        parts = runs(text, direction, self._coverages)
        x = float(at[0])
        for face, part in parts if direction == "ltr" else reversed(parts):
            self._faces[face].draw(mask, (round(x), at[1]), part, direction, language)
            x += self._faces[face].advance(part, direction, language)
