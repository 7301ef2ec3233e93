"""What is heard: a sound server of our own with a null sink, and what is played into it, with its times."""

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
PATIENCE = 10.0


def missing() -> str:
    """What keeps us from listening, empty if nothing does."""
    return "" if shutil.which("pulseaudio") and shutil.which("parec") else "there is no PulseAudio to listen to"


@dataclass(frozen=True, slots=True)
class Heard:
    """``samples`` from -1 to 1; the first was heard at ``begins`` (monotonic seconds)."""

    samples: NDArray[np.float32]
    begins: float


class Recording:
    """Records what the sink plays until ``end``."""

    def __init__(self, environment: dict[str, str]) -> None:
        command = ["parec", "-d", "null.monitor", "--format=s16le", "--channels=1", f"--rate={RATE}", "--raw"]
        self._process = subprocess.Popen(
            [*command, "--latency-msec=10"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._parts: list[bytes] = []
        self._begins = float("inf")
        self._count = 0
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def end(self) -> Heard:
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        samples = np.frombuffer(b"".join(self._parts), np.int16).astype(np.float32) / 32768
        return Heard(samples, self._begins)

    def _read(self) -> None:
        """The earliest arrival of all tells when the recording began: late is only the reading."""
        out = self._process.stdout
        assert out is not None
        while part := os.read(out.fileno(), 65536):
            self._count += len(part) // 2
            self._begins = min(self._begins, time.monotonic() - self._count / RATE)
            self._parts.append(part)


@contextmanager
def sound_server() -> Iterator[dict[str, str]]:
    """A PulseAudio with a null sink and nothing else; its variables are those of this process meanwhile."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-bench-sound-"))
    socket = folder / "native"
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--realtime=no"]
    modules = [
        "--load=module-null-sink sink_name=null rate=48000",
        f"--load=module-native-protocol-unix auth-anonymous=1 socket={socket}",
    ]
    environment = os.environ | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_SERVER": f"unix:{socket}"}
    folder.chmod(0o755)
    server = subprocess.Popen(
        ["pulseaudio", *options, *modules], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    before = os.environ.get("PULSE_SERVER")
    try:
        begun = time.monotonic()
        while not socket.exists():
            if time.monotonic() - begun > PATIENCE:
                raise TimeoutError("the sound server does not start")
            time.sleep(0.05)
        os.environ["PULSE_SERVER"] = environment["PULSE_SERVER"]
        yield dict(environment)
    finally:
        if before is None:
            os.environ.pop("PULSE_SERVER", None)
        else:
            os.environ["PULSE_SERVER"] = before
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)
