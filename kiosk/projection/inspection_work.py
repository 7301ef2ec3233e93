"""How much work it is to inspect films, guessed before it begins: for a bar that goes on evenly. Pure.

Work is counted in seconds of the processor on which the figures were measured.
"""

import math
from dataclasses import dataclass
from typing import Final

from kiosk.projection.inspection import SPEED_SECONDS, FilmFacts

_FRAME: Final = 1.3e-4
"""Seconds for looking at a frame, however large it is."""
_PIXEL: Final = 0.8e-9
"""Seconds for a pixel of H.264 in which nothing is new: decoded, and made small."""
_DETAIL: Final = 0.9e-8
"""The same that is added by the square root of the bits of a pixel."""
_SOUND: Final = 0.0048
"""Seconds for a second of one channel: decoded and measured."""
_OPENING: Final = 0.02
_HARDER: Final = {"hevc": 1.4, "av1": 1.6, "vp9": 1.1, "prores": 2.0, "jpeg2000": 12.0, "vvc": 3.0}
"""How much more a pixel takes than one of H.264."""
_UNKNOWN_SECONDS: Final = 60.0
_UNKNOWN_RATE: Final = 25.0
_HIGHEST_RATE: Final = 240.0


@dataclass(frozen=True, slots=True)
class Work:
    """Of one stretch: for its sound and its picture, which are gone through one after the other, and for its speed."""

    start: float
    seconds: float
    sound: float
    picture: float
    speed: float

    @property
    def watching(self) -> float:
        return self.sound + self.picture

    def done(self, part: str, at: float) -> float:
        """How much of ``watching`` is done where the sound, or the picture, has come to the second ``at``."""
        share = min(1.0, max(0.0, (at - self.start) / self.seconds)) if self.seconds else 1.0
        return self.sound * share if part == "sound" else self.sound + self.picture * share


def work_of(facts: FilmFacts, start: float, end: float | None) -> Work:
    """Of the stretch from ``start`` to ``end`` seconds."""
    whole = facts.seconds or _UNKNOWN_SECONDS
    seconds = max(0.0, min(end if end is not None else whole, whole) - start)
    rate = min(facts.rate or _UNKNOWN_RATE, _HIGHEST_RATE)
    pixels = max(1.0, facts.width * facts.height * rate)
    detail = math.sqrt(facts.bits / pixels / _HARDER.get(facts.codec, 1.0))
    decoding = pixels * (_PIXEL + _DETAIL * detail) * _HARDER.get(facts.codec, 1.0)
    return Work(
        start,
        seconds,
        _OPENING + seconds * facts.channels * _SOUND,
        _OPENING + seconds * (decoding + rate * _FRAME),
        _OPENING + min(seconds, SPEED_SECONDS) * decoding,
    )
