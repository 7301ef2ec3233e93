"""What is really heard: a tone, played by a projector into a null sink of a sound server that is the test's own."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.projection.contract import Matrix, MediaFacts, Reel
from kiosk.projection.reports import Loaded, Rolling
from tests.build.sound import RATE, Heard, Microphone
from tests.build.sound_session import needs_pulse, sound_session
from tests.projection.film_clips import ClipPlan, make_clip
from tests.projection.shows import VlcShow

pytestmark = [pytest.mark.vlc, needs_pulse]

WINDOW = RATE // 100
SECONDS = 8.0
STEP_VOLUME = 0.17
"""The largest step of a fade that takes 120 ms, of the volume. A busy machine may make one of two."""


@pytest.fixture
def microphone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Microphone]:
    with sound_session(tmp_path, monkeypatch, "null") as server, server.microphone("null", channels=1) as microphone:
        yield microphone


@pytest.fixture
def show(microphone: Microphone) -> Iterator[VlcShow]:  # noqa: ARG001 (the sound server comes first)
    show = VlcShow()
    yield show
    show.projector.close()


def levels_of(heard: Heard) -> NDArray[np.float64]:
    """The loudest sample of every 10 ms, as a share of the tone's full volume."""
    samples = np.abs(heard.samples[:, 0].astype(float))
    loudest = samples[: len(samples) // WINDOW * WINDOW].reshape(-1, WINDOW).max(axis=1)
    return loudest / np.percentile(loudest, 95)


def steps(levels: NDArray[np.float64]) -> float:
    """The largest change of the volume from one 20 ms to the next: the cube root of what is heard."""
    volume = np.cbrt(levels[: len(levels) // 2 * 2].reshape(-1, 2).max(axis=1))
    return float(np.abs(np.diff(volume)).max())


def test_nothing_bangs(show: VlcShow, microphone: Microphone, tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "tone.mp4", ClipPlan(frames=round(SECONDS * 25)))
    facts = MediaFacts(320, 180, 1.0, 0, SECONDS, 25.0, Matrix.BT601, has_sound=True)
    reel = Reel(clip, facts, (320, 180), end=5.0, volume=100)
    projector = show.projector
    projector.load(reel, paused=True)
    show.until(Loaded)
    projector.release()
    show.until(Rolling)
    show.watch(1.5)
    projector.set_volume(0)
    show.watch(0.12)
    projector.pause()
    show.watch(0.5)
    projector.resume()
    projector.set_volume(100)
    show.watch(1.5)
    projector.stop()
    show.watch(0.6)
    levels = levels_of(microphone.end())
    loud = np.flatnonzero(levels > 0.9)
    assert len(loud) > 180  # it was there, for about two and a half seconds
    assert len(np.flatnonzero(np.diff(loud) > 30)) == 1  # with one pause
    assert steps(levels) < 2 * STEP_VOLUME
