"""What the camera of Still Recording writes into its own picture."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from making.film_file import HEIGHT, RATE, WIDTH
from making.mark import FONTS
from making.picture import Field, smooth_step
from making.scene import Accent

LEFT, TOP, RIGHT, BOTTOM = 410, 118, 1190, 602  # the frame, in pixels of the picture
RED, WHITE = (214, 64, 54), (236, 238, 240)


class Viewfinder:
    """Four corners and a cross; a red dot that blinks once a second, and the running time code.

    ``lines`` is the cover of the corners and the cross, (720, 1280), 0 to 1.
    """

    def __init__(self) -> None:
        self.lines = _lines()
        self._font = ImageFont.truetype(FONTS / "IBMPlexSansArabic_500Medium.ttf", 19)

    def readings(self, t: float) -> Sequence[Accent]:
        """Dot, REC and time code, ``t`` seconds after the start of the clip."""
        shine = float(smooth_step(0, 0.12, t % 1.0) * (1 - smooth_step(0.62, 0.74, t % 1.0)))
        dot = Image.new("L", (160, 160), 0)
        ImageDraw.Draw(dot).ellipse((36, 36, 124, 124), fill=255)
        cover = np.asarray(dot.reduce(8), np.float32) / 255 * (0.15 + 0.8 * shine)
        return (
            Accent(cover, LEFT + 24, TOP + 22, RED),
            Accent(self._words("REC", 60), LEFT + 50, TOP + 18, WHITE),
            Accent(self._words(time_code(t), 140), RIGHT - 162, TOP + 18, WHITE),
        )

    def _words(self, words: str, width: int) -> Field:
        image = Image.new("L", (width, 28), 0)
        pen, x = ImageDraw.Draw(image), 0.0
        for letter in words:  # each in a cell of its own, so that the running digits stand still
            cell = 6 if letter == ":" else 12.5
            pen.text((x + cell / 2, 21), letter, 255, self._font, anchor="ms")
            x += cell
        return np.asarray(image, np.float32) / 255 * 0.9


def time_code(t: float) -> str:
    """Hours, minutes, seconds and frames of a recording that began some minutes before the clip."""
    frames = round(t * RATE)
    return f"00:04:{37 + frames // RATE:02}:{frames % RATE:02}"


def _lines() -> Field:
    fine = 4
    image = Image.new("L", (WIDTH * fine, HEIGHT * fine), 0)
    pen = ImageDraw.Draw(image)
    for x, right in ((LEFT, 1), (RIGHT, -1)):
        for y, down in ((TOP, 1), (BOTTOM, -1)):
            corner = ((x + 56 * right, y), (x, y), (x, y + 56 * down))
            pen.line([(fine * column, fine * row) for column, row in corner], 255, 10)
    x, y = (LEFT + RIGHT) * fine // 2, (TOP + BOTTOM) * fine // 2
    pen.line((x - 72, y, x + 72, y), 235, 7)
    pen.line((x, y - 72, x, y + 72), 235, 7)
    return np.asarray(image.reduce(fine), np.float32) / 255
