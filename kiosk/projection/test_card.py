"""A projector without a player: test cards that carry their number, drawn here, on the clock that is handed in.

It keeps the contract of a real projector, so that the booth and everything above it can be tested by
buying time. Nothing is decoded: a film is a file that begins like one, and its facts are in the reel.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.clock import Clock
from kiosk.projection.card import card
from kiosk.projection.contract import Picture, Reel
from kiosk.projection.reports import Died, Ended, Failed, Loaded, Report, Rolling

LOADING_SECONDS: Final = 0.03

_RATE: Final = 25.0
_BEGINNINGS: Final = ((4, b"ftyp"), (0, b"\x1a\x45\xdf\xa3"), (0, b"RIFF"))


@dataclass(slots=True)
class _Running:
    """A reel that is threaded. Times in monotonic seconds."""

    take: int
    reel: Reel
    ready_at: float
    waits: bool
    visible: bool
    start: float | None = None
    held_at: float | None = None
    told_loaded: bool = False
    told_rolling: bool = False

    @property
    def rate(self) -> float:
        return self.reel.facts.frame_rate or _RATE

    def elapsed(self, now: float) -> float:
        """Seconds of the reel that have been shown."""
        if self.start is None:
            return 0.0
        return max(0.0, (now if self.held_at is None else self.held_at) - self.start)

    def index(self, now: float) -> int:
        """Of the frame that is due, counted from 0; the last one stays."""
        index = math.floor(self.elapsed(now) * self.rate + 0.02)
        count = math.ceil(self.reel.seconds * self.rate - 0.1)
        return min(index, count - 1) if count > 0 else index

    def picture(self, index: int, number: int) -> Picture:
        """The card that is due as the ``index``-th, with its number in the file."""
        width, height = self.reel.size
        due = (self.start or self.ready_at) + index / self.rate
        planes = memoryview(card(width, height, number))
        return Picture(planes, width, height, self.reel.facts.matrix, index, self.take, due)


class TestCard:
    """Shows frame ``n`` of a file as a test card with the number ``n``."""

    __test__ = False  # not a test, whatever pytest makes of the name

    def __init__(self, name: str, clock: Clock) -> None:
        self.name = name
        self._clock = clock
        self._take = 0
        self._running: _Running | None = None
        self._reports: list[Report] = []
        self._picture: Picture | None = None
        self.alive = True
        self.volumes: list[int] = []  # every one that was set, in per cent
        self.crossfades: list[float] = []  # seconds of each one of its sound
        self.takes_without_first = range(0)  # numbers of those that tell so, as VLC's do now and then

    @property
    def pid(self) -> int | None:
        return None

    def load(self, reel: Reel, *, paused: bool, shown: bool = False) -> int:
        self._take += 1
        self._picture = self._running = None
        self.volumes.append(reel.volume)
        if reason := _objection(reel.file):
            self._reports.append(Failed(self._take, reason))
        else:
            ready_at = self._clock.monotonic() + LOADING_SECONDS
            self._running = _Running(self._take, reel, ready_at, waits=paused, visible=shown or not paused)
        return self._take

    def release(self, at: float | None = None) -> None:
        running = self._running
        if running is not None and running.waits:
            running.waits, running.visible = False, True
            running.start = max(running.ready_at, self._clock.monotonic() if at is None else at)

    def pause(self) -> None:
        running = self._running
        if running is None:
            return
        now = self._clock.monotonic()
        self._begin(running)
        if running.start is None or now < running.start:
            running.waits, running.start = True, None
        elif running.held_at is None:
            running.held_at = now

    def resume(self) -> None:
        running = self._running
        if running is None:
            return
        self.release()
        if running.held_at is not None:
            if running.start is not None:
                running.start += self._clock.monotonic() - max(running.held_at, running.start)
            running.held_at = None

    def stop(self) -> None:
        self._running, self._picture = None, None

    def set_volume(self, volume: int) -> None:
        self.volumes.append(volume)

    def crossfade(self, seconds: float) -> None:
        self.crossfades.append(seconds)

    def die(self) -> None:
        """What kill -9 does to a real one."""
        self.close()
        self._reports = [Died(f"projector {self.name}: its process ended")]

    def reports(self) -> list[Report]:
        found, self._reports = self._reports, []
        running, now = self._running, self._clock.monotonic()
        if running is None or now < running.ready_at:
            return found
        if running.waits and not running.told_loaded:
            running.told_loaded = True
            found.append(Loaded(running.take, running.take in self.takes_without_first))
        self._begin(running)
        if running.start is not None and now >= running.start and not running.told_rolling:
            running.told_rolling = True
            found.append(Rolling(running.take))
        ends = self.ends_at()
        if ends is not None and now >= ends:
            found.append(Ended(running.take))
            self.stop()
        return found

    def picture(self, now: float) -> Picture | None:
        running = self._running
        if running is None or not running.visible or now < running.ready_at:
            return None
        self._begin(running)
        if not running.waits and (running.start is None or now < running.start):
            return None
        index = running.index(now)
        if self._picture is None or self._picture.number != index:
            first = math.ceil(running.reel.start * running.rate - 0.1)
            self._picture = running.picture(index, first + index)
        return self._picture

    def next_picture_at(self, now: float) -> float | None:
        running = self._running
        if running is None or (running.waits and running.told_loaded) or running.held_at is not None:
            return None
        if running.start is None:
            return max(now, running.ready_at)
        return running.start + (running.index(now) + 1) / running.rate

    def position(self, now: float) -> float:
        running = self._running
        return running.reel.start + running.elapsed(now) if running is not None else 0.0

    def ends_at(self) -> float | None:
        running = self._running
        if running is None or running.start is None or running.held_at is not None or running.reel.seconds <= 0:
            return None
        return running.start + running.reel.seconds

    def close(self, seconds: float = 1.0) -> bool:  # noqa: ARG002
        self.alive = False
        self.stop()
        return True

    def _begin(self, running: _Running) -> None:
        if running.start is None and not running.waits:
            running.start = running.ready_at


def _objection(file: Path) -> str | None:
    """Why this cannot be a film."""
    try:
        with file.open("rb") as opened:
            beginning = opened.read(16)
    except OSError:
        beginning = b""
    return None if any(beginning[at:].startswith(mark) for at, mark in _BEGINNINGS) else "it cannot be played"
