"""What is really heard: a tone, played by a projector into a null sink of a sound server that is the test's own."""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.projection.contract import Matrix, MediaFacts, Reel
from kiosk.projection.reports import Loaded, Rolling
from tests.projection.film_clips import ClipPlan, make_clip
from tests.projection.shows import VlcShow

pytestmark = [
    pytest.mark.vlc,
    pytest.mark.skipif(
        not (shutil.which("pulseaudio") and shutil.which("parec")),
        reason="there is no PulseAudio to listen to (packages pulseaudio and pulseaudio-utils)",
    ),
]

RATE = 48_000
WINDOW = RATE // 100
SECONDS = 8.0
STEP_VOLUME = 0.17
"""The largest step of a fade that takes 120 ms, of the volume. A busy machine may make one of two."""


def wait_for(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "the sound server does not answer"
        time.sleep(0.02)


class Microphone:
    """Records what the sink plays."""

    def __init__(self, folder: Path) -> None:
        self._raw = folder / "heard.raw"
        with self._raw.open("wb") as out:
            command = ["parec", "-d", "null.monitor", "--format=s16le", "--channels=1", f"--rate={RATE}", "--raw"]
            self._process = subprocess.Popen([*command, "--latency-msec=10"], stdout=out)
        wait_for(lambda: self._raw.stat().st_size > 0)

    def levels(self) -> NDArray[np.float64]:
        """End the recording; the loudest sample of every 10 ms of it, as a share of the tone's full volume."""
        self._process.terminate()
        self._process.wait()
        samples = np.abs(np.fromfile(self._raw, np.int16).astype(float))
        loudest = samples[: len(samples) // WINDOW * WINDOW].reshape(-1, WINDOW).max(axis=1)
        return loudest / np.percentile(loudest, 95)


@pytest.fixture
def microphone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Microphone]:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    for name in ("XDG_RUNTIME_DIR", "HOME"):
        monkeypatch.setenv(name, str(runtime))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--realtime=no"]
    modules = ["--load=module-null-sink sink_name=null rate=48000", "--load=module-native-protocol-unix"]
    with (tmp_path / "pulse.log").open("wb") as log:
        server = subprocess.Popen(["pulseaudio", *options, *modules], stdout=log, stderr=log)
    try:
        wait_for((runtime / "pulse" / "native").exists)
        yield Microphone(tmp_path)
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def show(microphone: Microphone) -> Iterator[VlcShow]:  # noqa: ARG001 (the sound server comes first)
    show = VlcShow()
    yield show
    show.projector.close()


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
    levels = microphone.levels()
    loud = np.flatnonzero(levels > 0.9)
    assert len(loud) > 180  # it was there, for about two and a half seconds
    assert len(np.flatnonzero(np.diff(loud) > 30)) == 1  # with one pause
    assert steps(levels) < 2 * STEP_VOLUME
