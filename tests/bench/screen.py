"""A virtual screen for one measurement, and its pixels as they are at this instant."""

import numpy as np

from kiosk.tour.display import Rect, VirtualDisplay
from tests.bench.number import Pixels


class Screen(VirtualDisplay):
    """An X server of its own, 1920×1080 unless told otherwise, whose picture can be calculated with.

    Access control is off, so that a player that refuses to run as root can be run as somebody else.
    """

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        super().__init__(width, height)

    def picture(self, rect: Rect | None = None) -> Pixels:
        """A copy of a part of the screen, or of all of it: height × width × blue, green, red, nothing."""
        _, _, width, height = rect or (0, 0, *self.size)
        return np.frombuffer(self.pixels(rect), np.uint8).reshape(height, width, 4)

    def colour_at(self, x: int, y: int, reach: int = 6) -> tuple[int, int, int]:
        """Red, green and blue: the medians of a square of 2 × ``reach`` pixels around a point."""
        square = self.picture((x - reach, y - reach, 2 * reach, 2 * reach)).reshape(-1, 4)
        blue, green, red, _ = (round(float(each)) for each in np.median(square, axis=0))
        return red, green, blue

    def lit(self) -> Rect:
        """The smallest rectangle with everything that is not black: where a card of patches lies."""
        bright = self.picture()[:, :, :3].max(axis=2) > 8
        rows, columns = np.flatnonzero(bright.any(axis=1)), np.flatnonzero(bright.any(axis=0))
        if not rows.size:
            return 0, 0, 0, 0
        left, top = int(columns[0]), int(rows[0])
        return left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top
