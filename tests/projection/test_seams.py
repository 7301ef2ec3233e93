"""Reels that follow each other, with real projectors: what is seen and what is heard from one to the next."""

import itertools
import os
import statistics
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from kiosk.clock import SystemClock
from kiosk.projection.booth import Booth, ReelFailed, ReelStarted
from kiosk.projection.contract import Matrix, MediaFacts, Picture, Reel
from kiosk.projection.ring import PREFIX, SHARED_MEMORY
from tests.bench import ear, listening
from tests.bench.listening import RATE, Recording, sound_server
from tests.projection.film_clips import ClipPlan, make_clip
from tests.projection.shows import number_in

pytestmark = pytest.mark.vlc

SEAMS = 5
PATIENCE = 60.0


@dataclass
class Evening:
    """A booth that shows one reel after the other. ``shown``: when, which place it was given, which number it bears."""

    booth: Booth
    wake: threading.Event
    shown: list[tuple[float, int, int]] = field(default_factory=list)
    seams: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def play(self, reels: list[Reel], seams: int) -> None:
        """Let the reels follow each other, again and again."""
        following = itertools.cycle(reels)
        self.booth.roll(next(following))
        end, last = time.monotonic() + PATIENCE, None
        while len(self.seams) <= seams:
            now = time.monotonic()
            assert now < end, f"{len(self.seams)} seams within {PATIENCE} s"
            for event in self.booth.step(now):
                if isinstance(event, ReelStarted):
                    self.seams.append(now)
                    self.booth.queue(next(following))
                elif isinstance(event, ReelFailed):
                    self.failed.append(event.reel.file.name)
                    self.booth.queue(next(following))
            last = self._look(last)
            self._sleep()

    def _look(self, last: Picture | None) -> Picture | None:
        picture = self.booth.picture(time.monotonic())
        if picture is not None and picture is not last:
            number = number_in(picture)
            if picture.intact():
                self.shown.append((time.monotonic(), picture.number, number))
        return picture

    def _sleep(self) -> None:
        now = time.monotonic()
        frame = self.booth.next_frame_at(now)
        moment = min(self.booth.next_step_at(now), now + 0.5 if frame is None else frame)
        self.wake.wait(max(0.0, moment - now))
        self.wake.clear()


@pytest.fixture
def evening() -> Iterator[Evening]:
    wake = threading.Event()
    evening = Evening(Booth(SystemClock(), wake.set), wake)
    yield evening
    evening.booth.close()


def reel(file: Path, frames: int, *, volume: int = 0) -> Reel:
    facts = MediaFacts(320, 180, 1.0, 0, frames / 25, 25.0, Matrix.BT601, has_sound=True)
    return Reel(file, facts, (320, 180), volume=volume, joins=True)


def test_every_frame_has_its_place(evening: Evening, tmp_path: Path) -> None:
    """From the first frame to the last of each reel: none is given the place of another one."""
    first = make_clip(tmp_path / "first.mp4", ClipPlan(frames=50))
    second = make_clip(tmp_path / "second.mp4", ClipPlan(frames=30))

    evening.play([reel(first, 50), reel(second, 30)], SEAMS)

    assert not evening.failed
    assert len(evening.shown) > 100
    right = [place == number for _, place, number in evening.shown]
    assert sum(right) > 0.5 * len(right)  # where others keep the machine busy, frames come late and are taken for later
    gaps = [after - before for (before, *_), (after, *_) in itertools.pairwise(evening.shown)]
    assert statistics.median(gaps) == pytest.approx(0.04, abs=0.006)
    assert max(gaps) < 1.0


def test_a_reel_that_cannot_be_shown_is_left_out(evening: Evening, tmp_path: Path) -> None:
    good = make_clip(tmp_path / "good.mp4", ClipPlan(frames=50))
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(good.read_bytes()[:2000])

    evening.play([reel(good, 50), reel(good, 50), reel(broken, 50)], SEAMS)

    assert set(evening.failed) == {"broken.mp4"}
    gaps = [after - before for (before, *_), (after, *_) in itertools.pairwise(evening.shown)]
    assert statistics.median(gaps) == pytest.approx(0.04, abs=0.006)
    assert max(gaps) < 2.0


@pytest.mark.skipif(bool(listening.missing()), reason=listening.missing() or "PulseAudio is here")
def test_the_sound_goes_on_through_the_seam(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "tone.mp4", ClipPlan(frames=75))
    with sound_server() as environment:
        wake = threading.Event()
        evening = Evening(Booth(SystemClock(), wake.set), wake)
        recording = Recording(environment)
        try:
            evening.play([reel(clip, 75, volume=100)], SEAMS)
        finally:
            evening.booth.close()
            heard = recording.end()
    assert not list(SHARED_MEMORY.glob(f"{PREFIX}{os.getpid()}-*.list"))

    silences, ticks = [], []
    for seam in evening.seams[1:-1]:
        at = round((seam - heard.begins) * RATE)
        around = heard.samples[at - RATE // 2 : at + RATE // 2]
        ticks.append(float(ear.band(around, ear.CLICK_HZ, 20_000).max() / around.max()))
        around = np.abs(around)
        loudest = around[: len(around) // 480 * 480].reshape(-1, 480).max(axis=1)
        silences.append(0.01 * int((loudest < 0.05).sum()))
    assert len(silences) == SEAMS - 1
    assert statistics.median(silences) < 0.1  # before: 0.5 to 0.7 s at the end, and a slow rise
    assert statistics.median(ticks) < 0.1  # before: 0.19, where a tone began at once
