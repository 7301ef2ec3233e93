"""Which frame of a film makes a still: light enough, sharp, and not half of something else. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 192
"""Pixels of the small grey picture that is judged."""
_DARKEST, _BRIGHTEST = 28.0, 228.0
"""Least and greatest mean of the luminance (0 to 255) of a picture that shows something."""
_FLATTEST: Final = 14.0
"""Least standard deviation: below it is a plain colour, a title on black, fog."""
_SHARP: Final = 14.0
"""Mean difference between neighbours, in the tenth of the picture where it is greatest, that counts as fully sharp."""
_BLURRED: Final = 2.5
_FADING: Final = 5.0
"""Change of the mean within a third of a second from which on it is a fade."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a small grey picture looks like. ``mean``, ``spread``: of the luminance; ``detail``: see ``_SHARP``."""

    mean: float
    spread: float
    detail: float


def look_at(pixels: bytes, width: int, height: int) -> Look:
    """``pixels``: one byte each, rows without gaps."""
    count = width * height
    mean = sum(pixels[:count]) / count
    spread = (sum((each - mean) ** 2 for each in pixels[:count]) / count) ** 0.5
    steps = sorted(
        abs(pixels[row + column + 1] - pixels[row + column])
        for row in range(0, count - width, width * 2)
        for column in range(width - 1)
    )
    top = steps[-max(1, len(steps) // 10) :]
    return Look(mean, spread, sum(top) / len(top) if top else 0.0)


def worth(look: Look, soon: Look) -> float:
    """From 0, no still at all, to about 3. ``soon``: the same film a third of a second later."""
    if not _DARKEST <= look.mean <= _BRIGHTEST or look.spread < _FLATTEST or look.detail < _BLURRED:
        return 0.0
    fade = abs(soon.mean - look.mean)
    if fade >= _FADING:
        return 0.0
    light = 1 - abs(look.mean - 110) / 150
    return min(look.detail / _SHARP, 1.0) + min(look.spread / 55, 1.0) + light - fade / _FADING


def moments(seconds: float) -> Sequence[float]:
    """Where to look: away from titles at the beginning and credits at the end."""
    if seconds <= 0:
        return (0.0,)
    return tuple(seconds * (0.1 + 0.065 * number) for number in range(10))
