"""What a viewer saw: each frame with the moment at which it came onto the screen."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.bench.number import StripReader
from tests.bench.screen import Screen

PAUSE = 0.0012
"""Seconds between two looks; with the look itself some 700 looks a second."""


@dataclass(frozen=True, slots=True)
class Watched:
    """``frames``: monotonic seconds and number, in the order seen. ``looks`` at the screen in ``seconds``.

    ``longest_blink``: the longest time between two looks, in seconds. Where it is long, the machine was
    too busy for the measurement itself, and a late frame may be a late look. ``dark``: looks at which the place
    of the numbers was black.
    """

    frames: list[tuple[float, int]]
    looks: int
    seconds: float
    longest_blink: float
    dark: int = 0

    @property
    def looks_a_second(self) -> float:
        return self.looks / self.seconds


def watch(screen: Screen, seconds: float, *, frames: int | None = None, pause: float = PAUSE) -> Watched:
    """Look at the screen for ``seconds``, or until that many different ``frames`` were seen."""
    reader = StripReader(screen.size)
    seen: list[tuple[float, int]] = []
    looks, dark, blink, start = 0, 0, 0.0, time.monotonic()
    before = start
    with attentive():
        while (now := time.monotonic()) - start < seconds and (frames is None or len(seen) < frames):
            blink, before = max(blink, now - before), now
            looks += 1
            pixels = screen.pixels(reader.rect)
            number = reader.read(pixels)
            dark += number is None and bool(seen) and reader.is_dark(pixels)
            if number is not None and (not seen or seen[-1][1] != number):
                seen.append((now, number))
            time.sleep(pause)
    return Watched(seen, looks, time.monotonic() - start, blink, dark)


@contextmanager
def attentive() -> Iterator[None]:
    """Look before others work, where the system allows it: looking costs 3 % of a core, being late costs the result."""
    usual = os.getpriority(os.PRIO_PROCESS, 0)
    try:
        os.setpriority(os.PRIO_PROCESS, 0, -15)
    except PermissionError:
        yield
        return
    try:
        yield
    finally:
        os.setpriority(os.PRIO_PROCESS, 0, usual)
