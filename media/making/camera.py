"""Where the camera looks: a rectangle of the still, never rounded to whole pixels, so that slow moves do not jitter."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from making.film_file import HEIGHT, WIDTH
from making.picture import STILL_HEIGHT, STILL_WIDTH, Field


@dataclass(frozen=True, slots=True)
class View:
    """The part of a still that fills the frame: its left and top edge and its width, in the still's pixels."""

    left: float
    top: float
    width: float

    @classmethod
    def about(cls, point: tuple[float, float], zoom: float, shift: tuple[float, float] = (0.0, 0.0)) -> "View":
        """The whole still drawn ``zoom`` times larger (at least 1) around ``point``, then moved by ``shift``."""
        width, height = STILL_WIDTH / zoom, STILL_HEIGHT / zoom
        left = point[0] * (1 - 1 / zoom) + shift[0]
        top = point[1] * (1 - 1 / zoom) + shift[1]
        return cls(float(np.clip(left, 0, STILL_WIDTH - width)), float(np.clip(top, 0, STILL_HEIGHT - height)), width)

    @property
    def scale(self) -> float:
        """Pixels of the frame for one pixel of the still."""
        return WIDTH / self.width

    def grid(self) -> tuple[Field, Field]:
        """The still's columns (1, 1280) and rows (720, 1) under the centres of the frame's pixels."""
        columns = self.left + (np.arange(WIDTH, dtype=np.float32)[None, :] + 0.5) / self.scale
        rows = self.top + (np.arange(HEIGHT, dtype=np.float32)[:, None] + 0.5) / self.scale
        return columns.astype(np.float32), rows.astype(np.float32)

    def frame(self, layer: Image.Image) -> Field:
        """What of ``layer`` (mode F, size of a still) is in the frame, (720, 1280), filtered bicubically."""
        box = (self.left, self.top, self.left + self.width, self.top + self.width * HEIGHT / WIDTH)
        return np.asarray(layer.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC, box=box))

    def point(self, column: float, row: float) -> tuple[float, float]:
        """Where a point of the still lies in the frame, in its pixels."""
        return (column - self.left) * self.scale, (row - self.top) * self.scale


def layer(field: Field) -> Image.Image:
    """A layer that a view can look at, with more than 8 bits so that slow fades have no steps."""
    return Image.fromarray(np.asarray(field, np.float32))
