"""Colour test cards: short clips of flat patches, coded and tagged in the ways that museums' files are.

What a patch should look like is not taken from the drawing but from the coded file itself: its decoded
planes, converted by the card's own matrix and range in exact arithmetic.
"""

import os
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from tests.bench.film import RATE, cache_folder

COLUMNS, ROWS = 6, 4
RECIPE = 2
SECONDS = 8

Colour = tuple[int, int, int]

PATCHES: tuple[Colour, ...] = (
    *((0, 0, 0), (32, 32, 32), (85, 85, 85), (128, 128, 128), (190, 190, 190), (255, 255, 255)),
    *((200, 50, 50), (50, 200, 50), (50, 50, 200), (200, 200, 50), (50, 200, 200), (200, 50, 200)),
    *((115, 82, 68), (194, 150, 130), (98, 122, 157), (87, 108, 67), (133, 128, 177), (214, 126, 44)),
    *((191, 0, 0), (0, 191, 0), (0, 0, 191), (233, 184, 114), (24, 22, 20), (240, 236, 228)),
)
"""Greys, mixtures, the first natural colours of a ColorChecker, deep colours; red, green, blue of 255."""

LUMA_WEIGHTS = {"bt601": (0.299, 0.114), "bt709": (0.2126, 0.0722)}
"""Kr and Kb of ITU-R BT.601 and BT.709."""


@dataclass(frozen=True, slots=True)
class Card:
    """How a card is coded. ``matrix`` is a key of LUMA_WEIGHTS; ``tagged`` whether the file says so."""

    name: str
    size: tuple[int, int]
    matrix: str
    full: bool = False
    tagged: bool = True

    @property
    def film_id(self) -> str:
        return "card-" + self.name.lower().replace(" ", "-").replace(".", "").replace(",", "")


CARDS = (
    Card("BT.709, 1080 lines", (1920, 1080), "bt709"),
    Card("BT.601, 576 lines", (1024, 576), "bt601"),
    Card("BT.601, full range", (1920, 1080), "bt601", full=True),
    Card("BT.709, full range", (1920, 1080), "bt709", full=True),
    Card("BT.709, no tags", (1920, 1080), "bt709", tagged=False),
    Card("BT.601, no tags", (1024, 576), "bt601", tagged=False),
)


def card_file(card: Card) -> Path:
    """The clip of a card, made at the first call and kept."""
    path = cache_folder() / f"{card.film_id}-{RECIPE}.mp4"
    if not path.exists():
        unfinished = path.with_suffix(f".{os.getpid()}.mp4")
        _write(unfinished, card)
        unfinished.rename(path)
    return path


def centres(place: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """The middle of every patch, in the order of PATCHES, for a card shown at x, y, width, height."""
    x, y, width, height = place
    return [
        (round(x + (column + 0.5) * width / COLUMNS), round(y + (row + 0.5) * height / ROWS))
        for row in range(ROWS)
        for column in range(COLUMNS)
    ]


def source_colours(card: Card) -> list[Colour]:
    """Red, green and blue that the coded file stands for, patch by patch."""
    with av.open(str(card_file(card))) as container:
        frames = container.decode(video=0)
        frame = [next(frames) for _ in range(RATE)][-1]
    width, height = card.size
    y, u, v = (_plane(frame, index) for index in range(3))
    found = []
    for column, row in centres((0, 0, width, height)):
        coded = (y[row, column], u[row // 2, column // 2], v[row // 2, column // 2])
        found.append(_to_rgb(coded, card))
    return found


def _write(path: Path, card: Card) -> None:
    width, height = card.size
    planes = _planes(card)
    with av.open(str(path), "w", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.time_base = Fraction(1, RATE)
        stream.options = {"preset": "veryfast", "profile": "high", "qp": "2", "g": "25", "x264-params": _tags(card)}
        for number in range(SECONDS * RATE):
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _tags(card: Card) -> str:
    if not card.tagged:
        return "fullrange=off"
    matrix = {"bt601": "smpte170m", "bt709": "bt709"}[card.matrix]
    return f"colorprim={matrix}:transfer={matrix}:colormatrix={matrix}:fullrange={'on' if card.full else 'off'}"


def _planes(card: Card) -> NDArray[np.uint8]:
    """Y, U and V of the card one under the other, as PyAV takes yuv420p."""
    width, height = card.size
    coded = np.array([_to_yuv(colour, card) for colour in PATCHES], np.uint8).reshape(ROWS, COLUMNS, 3)
    rows, columns = np.arange(height) * ROWS // height, np.arange(width) * COLUMNS // width
    luma = coded[rows][:, columns, 0]
    blue, red = (coded[rows[::2]][:, columns[::2], channel] for channel in (1, 2))
    return np.concatenate([plane.reshape(-1, width) for plane in (luma, blue, red)])


def _to_yuv(colour: Colour, card: Card) -> Colour:
    red, green, blue = (each / 255 for each in colour)
    kr, kb = LUMA_WEIGHTS[card.matrix]
    y = kr * red + (1 - kr - kb) * green + kb * blue
    u, v = (blue - y) / (2 * (1 - kb)), (red - y) / (2 * (1 - kr))
    if card.full:
        return _byte(255 * y), _byte(128 + 255 * u), _byte(128 + 255 * v)
    return _byte(16 + 219 * y), _byte(128 + 224 * u), _byte(128 + 224 * v)


def _to_rgb(coded: tuple[int, int, int], card: Card) -> Colour:
    luma, blue, red = (float(each) for each in coded)
    kr, kb = LUMA_WEIGHTS[card.matrix]
    y = luma / 255 if card.full else (luma - 16) / 219
    u, v = ((each - 128) / (255 if card.full else 224) for each in (blue, red))
    r, b = y + 2 * (1 - kr) * v, y + 2 * (1 - kb) * u
    g = (y - kr * r - kb * b) / (1 - kr - kb)
    return _byte(255 * r), _byte(255 * g), _byte(255 * b)


def _byte(value: float) -> int:
    return min(255, max(0, round(value)))


def _plane(frame: av.VideoFrame, index: int) -> NDArray[np.uint8]:
    plane = frame.planes[index]
    lines = np.frombuffer(bytes(plane), np.uint8).reshape(plane.height, plane.line_size)
    return lines[:, : plane.width].copy()
