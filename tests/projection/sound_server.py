"""A sound server that is a test's own, and an ear on what its sinks play."""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

RATE = 48_000

needs_pulse = pytest.mark.skipif(
    not (shutil.which("pulseaudio") and shutil.which("parec") and shutil.which("pactl")),
    reason="there is no PulseAudio to listen to (packages pulseaudio and pulseaudio-utils)",
)


def wait_for(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "the sound server does not answer"
        time.sleep(0.02)


class Microphone:
    """Records what a sink plays, in both channels. An idle sink takes two seconds until it is heard."""

    def __init__(self, folder: Path, sink: str) -> None:
        self._raw = folder / f"heard-{sink}.raw"
        self._taken = 0
        with self._raw.open("wb") as out:
            command = [
                "parec",
                "-d",
                f"{sink}.monitor",
                "--format=float32le",
                "--channels=2",
                f"--rate={RATE}",
                "--raw",
            ]
            self.process = subprocess.Popen([*command, "--latency-msec=10"], stdout=out)
        wait_for(lambda: self._raw.stat().st_size > 0)

    def heard(self) -> NDArray[np.float32]:
        """The samples since the last call, a row each moment."""
        samples = np.fromfile(self._raw, np.float32)
        samples = samples[: len(samples) // 2 * 2].reshape(-1, 2)
        since, self._taken = self._taken, len(samples)
        return samples[since:]


class SoundServer:
    """A PulseAudio of null sinks, and the microphones on them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.microphones: list[Microphone] = []

    def microphone(self, sink: str) -> Microphone:
        self.microphones.append(Microphone(self._folder, sink))
        return self.microphones[-1]

    def add(self, sink: str) -> None:
        """Plug in another device."""
        subprocess.run(["pactl", "load-module", "module-null-sink", f"sink_name={sink}"], check=True, timeout=30)


@contextmanager
def sound_server(folder: Path, monkeypatch: pytest.MonkeyPatch, *sinks: str) -> Iterator[SoundServer]:
    """With null sinks of these names; the first is the one that everything plays on by itself."""
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    for name in ("XDG_RUNTIME_DIR", "HOME"):
        monkeypatch.setenv(name, str(runtime))
    for name in ("PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_SINK"):
        monkeypatch.delenv(name, raising=False)
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--realtime=no"]
    modules = [f"--load=module-null-sink sink_name={sink} rate={RATE}" for sink in sinks]
    with (folder / "pulse.log").open("wb") as log:
        command = ["pulseaudio", *options, *modules, "--load=module-native-protocol-unix"]
        process = subprocess.Popen(command, stdout=log, stderr=log)
    server = SoundServer(folder)
    try:
        wait_for((runtime / "pulse" / "native").exists)
        yield server
    finally:
        for each in (*(microphone.process for microphone in server.microphones), process):
            each.kill()
            each.wait()
