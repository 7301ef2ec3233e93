"""A PulseAudio of our own without a device, and ears on what is played into it."""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
"""Samples a second."""
PATIENCE = 20.0
STRANGERS = ("PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_SINK")


def missing() -> str:
    """What keeps us from listening, empty if nothing does."""
    found = all(map(shutil.which, ("pulseaudio", "parec", "pactl")))
    return "" if found else "there is no PulseAudio to listen to (packages pulseaudio and pulseaudio-utils)"


@dataclass(frozen=True, slots=True)
class Heard:
    """``samples`` from -1 to 1, a row for each moment, a column for each channel; the first was heard at ``begins``
    (monotonic seconds)."""

    samples: NDArray[np.float32]
    begins: float


class Microphone:
    """Records what a sink plays until ``end``. An idle sink takes two seconds until it is heard."""

    def __init__(self, environment: Mapping[str, str], sink: str, channels: int = 2) -> None:
        command = ["parec", "-d", f"{sink}.monitor", "--format=float32le", f"--channels={channels}", f"--rate={RATE}"]
        self._process = subprocess.Popen(
            [*command, "--raw", "--latency-msec=10"],
            env=dict(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._channels = channels
        self._parts: list[bytes] = []
        self._taken = 0
        self._begins = float("inf")
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        wait_for(lambda: bool(self._parts))

    def heard(self) -> NDArray[np.float32]:
        """The samples since the last call, a row each moment."""
        samples = self._samples()
        since, self._taken = self._taken, len(samples)
        return samples[since:]

    def end(self) -> Heard:
        """All that was heard."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        return Heard(self._samples(), self._begins)

    def _samples(self) -> NDArray[np.float32]:
        raw = b"".join(self._parts)
        return np.frombuffer(raw[: len(raw) // (4 * self._channels) * 4 * self._channels], np.float32).reshape(
            -1, self._channels
        )

    def _read(self) -> None:
        """The earliest arrival of all tells when the recording began: late is only the reading."""
        out, count = self._process.stdout, 0
        assert out is not None
        while part := os.read(out.fileno(), 65536):
            count += len(part)
            self._begins = min(self._begins, time.monotonic() - count / (4 * self._channels * RATE))
            self._parts.append(part)
        out.close()


@dataclass(frozen=True, slots=True)
class SoundServer:
    """``environment``: variables of a session that has this sound server."""

    environment: dict[str, str]

    def add(self, sink: str) -> None:
        """Plug in another device."""
        command = ["pactl", "load-module", "module-null-sink", f"sink_name={sink}"]
        subprocess.run(command, env=self.environment, check=True, timeout=30)

    @contextmanager
    def microphone(self, sink: str, channels: int = 2) -> Iterator[Microphone]:
        """One that is taken away in the end."""
        microphone = Microphone(self.environment, sink, channels)
        try:
            yield microphone
        finally:
            microphone.end()


@contextmanager
def sound_server(folder: Path, *sinks: str) -> Iterator[SoundServer]:
    """With null sinks of these names; the first is the one that everything plays on by itself. ``folder``: its own."""
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if name not in STRANGERS}
    environment = {**kept, "XDG_RUNTIME_DIR": str(runtime), "HOME": str(runtime)}
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--realtime=no"]
    modules = [f"--load=module-null-sink sink_name={sink} rate={RATE}" for sink in sinks]
    with (folder / "pulse.log").open("wb") as log:
        command = ["pulseaudio", *options, *modules, "--load=module-native-protocol-unix"]
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        wait_for(socket_of(environment).exists)
        yield SoundServer(environment)
    finally:
        process.kill()
        process.wait()


def socket_of(environment: Mapping[str, str]) -> Path:
    """Where the sound server of a session is asked."""
    return Path(environment["XDG_RUNTIME_DIR"], "pulse", "native")


def wait_for(condition: Callable[[], bool]) -> None:
    """TimeoutError where it takes too long."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the sound server does not answer")
        time.sleep(0.02)
