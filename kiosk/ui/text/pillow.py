"""The one place that asks Pillow and Raqm to measure and draw words."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

from kiosk.exhibition.text import Direction


def check_raqm() -> None:
    """RuntimeError where Pillow cannot shape Arabic: Raqm or its FriBidi library is not there."""
    if not features.check("raqm"):
        raise RuntimeError("Pillow finds no Raqm, so Arabic cannot be set. Install FriBidi (Debian: libfribidi0).")


class Face:
    """One font at one size (pixels per em). Not to be shared between threads: FreeType's faces are not safe."""

    def __init__(self, file: Path, size: float) -> None:
        self._font = ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.RAQM)
        self.size = size

    def advance(self, text: str, direction: Direction, language: str) -> float:
        """Width in pixels that a line takes, without overhang of its first and last letter."""
        return self._font.getlength(text, direction=direction, language=language) if text else 0.0

    def height(self, letter: str) -> float:
        """Pixels from the baseline to the top of a letter."""
        return -float(self._font.getbbox(letter, anchor="ls")[1])

    def draw(self, mask: Image.Image, at: tuple[int, int], text: str, direction: Direction, language: str) -> None:
        """Draw a line into a mask (mode L), ``at``: x of its left edge, y of its baseline.

        ``direction`` is that of the line as a whole.
        """
        pen = ImageDraw.Draw(mask)
        pen.text(at, text, fill=255, font=self._font, anchor="ls", direction=direction, language=language)
