"""Gradients that show no bands: between two steps of a channel, single pixels decide by chance.

A dark ground has only some forty levels, each of them a visible stripe when it is spread over a screen. The chance is
the same at every start, so that pictures can be compared.
"""

import math
import random
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from PIL import Image, ImageMath

Edge = Literal["left", "right", "top", "bottom"]
Stops = Sequence[tuple[float, float]]
"""Places (0–1, rising) and the value (0–255) at each; between them it glides."""

_POOL = 65_536
_COARSE = 64


def value_at(stops: Stops, place: float) -> float:
    """The value at a place, eased so that no stop is seen as an edge."""
    if place <= stops[0][0]:
        return stops[0][1]
    for (start, low), (end, high) in pairwise(stops):
        if place <= end:
            share = (place - start) / (end - start) if end > start else 1.0
            return low + (high - low) * (0.5 - 0.5 * math.cos(math.pi * share))
    return stops[-1][1]


def linear(size: tuple[int, int], toward: Edge, stops: Stops, grain: int = 2) -> Image.Image:
    """A mask (mode L) that changes from one edge to the opposite one, ``toward``, where the place is 1.

    ``grain``: over how many levels chance spreads a value. 1 is exact for what is shown as it is; a mask
    that darkens a picture needs 2 or 3, because the darkened levels lie closer together than its own.
    """
    if toward in ("left", "right"):
        upright = linear((size[1], size[0]), "top" if toward == "left" else "bottom", stops, grain)
        return upright.transpose(Image.Transpose.TRANSPOSE)
    width, height = size
    ordered = [value_at(stops, (row + 0.5) / height) for row in range(height)]
    values = ordered if toward == "bottom" else reversed(ordered)
    chance = _chance(width)
    offsets = random.Random(height)
    rows = []
    for value in values:
        start = offsets.randrange(_POOL)
        rows.append(chance[start : start + width].translate(_levels(value, grain)))
    return Image.frombytes("L", size, b"".join(rows))


def radial(size: tuple[int, int], stops: Stops, center: tuple[float, float] = (0.5, 0.5)) -> Image.Image:
    """A mask (mode L) that changes from ``center`` (shares of the size) to the farthest corner, place 1."""
    farthest = math.hypot(max(center[0], 1 - center[0]), max(center[1], 1 - center[1]))
    coarse = Image.new("F", (_COARSE, _COARSE))
    coarse.putdata(
        [
            value_at(stops, math.hypot((x + 0.5) / _COARSE - center[0], (y + 0.5) / _COARSE - center[1]) / farthest)
            for y in range(_COARSE)
            for x in range(_COARSE)
        ]
    )
    smooth = coarse.resize(size, Image.Resampling.BICUBIC)
    # A prime number of chances: repeated over the rows they never line up.
    needed = size[0] * size[1]
    chance = Image.frombytes("L", size, (_chance(1) * (needed // _POOL + 1))[:needed])
    dithered: Image.Image = ImageMath.lambda_eval(
        lambda images: images["convert"](images["smooth"] + images["chance"] / 256.0, "L"),
        smooth=smooth,
        chance=chance.convert("F"),
    )
    return dithered


@cache
def _chance(width: int) -> bytes:
    return random.Random(1895).randbytes(_POOL + width)


def _levels(value: float, grain: int) -> bytes:
    """Which level a value becomes for each of 256 chances; their mean is the value."""
    table = bytearray()
    level = math.floor(value - grain / 2 + 0.5)
    while len(table) < 256:
        # The level holds for all chances below the one that lifts the value to the next level.
        end = min(256, max(0, round(((level + 0.5 - value) / grain + 0.5) * 256)))
        table += bytes([min(255, max(0, level))]) * (end - len(table))
        level += 1
    return bytes(table)
