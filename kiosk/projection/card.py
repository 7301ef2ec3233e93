"""A test card as a frame: plain grey, and its number in blocks."""

from typing import Final

BITS: Final = 12
"""The number stands in so many blocks along the top eighth, lowest bit on the left, white for 1."""

_BLACK, _GREY, _WHITE, _COLOURLESS = 30, 100, 220, 128


def card(width: int, height: int, number: int) -> bytearray:
    """I420 of ``width`` × ``height`` pixels, both even: width × height × 3/2 bytes."""
    edges = [width * bit // BITS for bit in range(BITS + 1)]
    row = b"".join(
        bytes([_WHITE if number >> bit & 1 else _BLACK]) * (edges[bit + 1] - edges[bit]) for bit in range(BITS)
    )
    top = max(1, height // 8)
    luma = row * top + bytes([_GREY]) * (width * (height - top))
    return bytearray(luma + bytes([_COLOURLESS]) * (width * height // 2))
