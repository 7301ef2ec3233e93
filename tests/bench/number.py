"""A frame's number, drawn into the frame itself, so that a player can be watched from outside.

A strip of square luma blocks lies at the left edge, a little above the middle, where no title, caption
or control of a kiosk lies. It reads, from left to right: white, black, 12 bits of the number (highest
first), 6 bits of check, white, black. The outer blocks tell how bright white and black are at the
moment, so the strip is also read through a fade, a scrim or another range; the check keeps a torn or
half-drawn frame from being taken for a number.
"""

import math

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
"""Side of a block in pixels of a frame of 1920×1080; 1/60 of the width."""

TOP = 480
"""Upper edge of the strip in pixels of a frame of 1920×1080; 4/9 of the height."""

NUMBER_BITS = 12
CHECK_BITS = 6
BLOCKS = 2 + NUMBER_BITS + CHECK_BITS + 2
LARGEST = 2**NUMBER_BITS - 1

LEAST_CONTRAST = 24
"""White must be this much brighter than black (of 255), else there is no strip."""

DARK = 32
"""Nothing as bright as this (of 255): a black screen."""

Pixels = NDArray[np.uint8]


def check_of(number: int) -> int:
    """Six bits that change in about half their places with every bit of ``number``."""
    return ((number * 0x9E37 + 0x2A) >> 5 ^ number ^ number >> 6) & 0b111111


def bits_of(number: int) -> list[int]:
    """All blocks of the strip, 1 for white, 0 for black. ``number`` from 0 to 4095."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"a strip holds 0 to {LARGEST}, not {number}")
    word = number << CHECK_BITS | check_of(number)
    places = range(NUMBER_BITS + CHECK_BITS - 1, -1, -1)
    return [1, 0, *(word >> place & 1 for place in places), 1, 0]


def draw(luma: Pixels, number: int, black: int = 16, white: int = 235) -> None:
    """Draw the strip of ``number`` into ``luma``, the Y plane (height × width) of a frame of 1920×1080."""
    for place, bit in enumerate(bits_of(number)):
        luma[TOP : TOP + BLOCK, place * BLOCK : (place + 1) * BLOCK] = white if bit else black


class StripReader:
    """Reads the number out of a screen of ``size`` on which a film of any size fills ``place``.

    ``place`` is x, y, width and height in pixels, the whole screen if not given. ``rect`` is the part of the
    screen that has to be looked at.
    """

    def __init__(self, size: tuple[int, int], place: tuple[int, int, int, int] | None = None) -> None:
        x, y, width, height = place or (0, 0, *size)
        block = width / 1920 * BLOCK
        half = max(1, round(block / 8))
        middle = y + round((TOP + BLOCK / 2) * height / 1080)
        self.rect = (x, middle - half, min(math.ceil(BLOCKS * block), size[0] - x), 2 * half)
        centres = (np.arange(BLOCKS) + 0.5) * block
        spread = np.linspace(-2 * half, 2 * half, 5)
        self._columns = np.round(centres[:, None] + spread[None, :]).astype(np.intp)

    def is_dark(self, pixels: bytes) -> bool:
        """Whether nothing at all is lit in ``pixels``."""
        return int(np.frombuffer(pixels, np.uint8).reshape(-1, 4)[:, :3].max()) < DARK

    def read(self, pixels: bytes) -> int | None:
        """The number in ``pixels`` (what is in ``rect``, 4 bytes a pixel); None if there is no sound strip."""
        green = np.frombuffer(pixels, np.uint8).reshape(self.rect[3], self.rect[2], 4)[:, :, 1]  # most of the luma
        levels = green[:, self._columns].mean(axis=(0, 2))
        white, black = min(levels[0], levels[-2]), max(levels[1], levels[-1])
        if white - black < LEAST_CONTRAST:
            return None
        word = 0
        for level in levels[2:-2]:
            word = word << 1 | int(level > (white + black) / 2)
        number, check = word >> CHECK_BITS, word & (2**CHECK_BITS - 1)
        return number if check == check_of(number) else None
