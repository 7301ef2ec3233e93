"""The words "sample clip" in both scripts, for the corner of every clip."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont, features

from making.film_file import HEIGHT, WIDTH
from making.picture import Field, blurred

FONTS = Path(__file__).resolve().parents[2] / "kiosk" / "assets" / "fonts"
MARGIN, BASELINE = 48, 62
LATIN_SIZE, ARABIC_SIZE = 17, 20  # Plex Sans Arabic looks as large as its Latin at 1.18 times the size
ENGLISH, ARABIC = "sample clip", "مقطع تجريبي"


class Mark:
    """The words and the soft shade behind them, as cover of the frame from 0 to 1, (720, 1280)."""

    def __init__(self) -> None:
        if not features.check("raqm"):
            raise RuntimeError("Pillow has no Raqm here (libfribidi is missing): Arabic would come out unjoined.")
        words = Image.new("L", (WIDTH, HEIGHT), 0)
        pen = ImageDraw.Draw(words)
        latin = ImageFont.truetype(FONTS / "IBMPlexSansArabic_400Regular.ttf", LATIN_SIZE)
        arabic = ImageFont.truetype(FONTS / "IBMPlexSansArabic_400Regular.ttf", ARABIC_SIZE)
        right = float(WIDTH - MARGIN)
        pen.text((right, BASELINE), ARABIC, 255, arabic, anchor="rs", direction="rtl", language="ar")
        right -= pen.textlength(ARABIC, arabic, direction="rtl", language="ar") + 10
        pen.line((right - 7, BASELINE + 3, right, BASELINE - 14), 150, 1)
        pen.text((right - 17, BASELINE), ENGLISH, 255, latin, anchor="rs", direction="ltr")
        self.words = np.asarray(words, np.float32) / 255
        self.shade = np.minimum(1, np.asarray(blurred(words, 7), np.float32) / 255 * 2.2)

    def over(self, luminance: Field) -> Field:
        """``luminance`` with the words over it, light on a faint shade."""
        shaded = luminance * (1 - 0.45 * self.shade)
        return shaded + (0.93 - shaded) * (self.words * 0.78)
