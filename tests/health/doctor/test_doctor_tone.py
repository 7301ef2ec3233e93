"""Doctor's test tone, heard on a sound server that is the test's own."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

PROJECT = Path(__file__).parents[3]
RATE = 48_000

pytestmark = [
    pytest.mark.vlc,
    pytest.mark.skipif(
        not (shutil.which("pulseaudio") and shutil.which("parec")),
        reason="there is no PulseAudio to listen to (packages pulseaudio and pulseaudio-utils)",
    ),
]


def wait_for(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "the sound server does not answer"
        time.sleep(0.02)


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Of a session whose sound server has one device, ``museum``, into which everything vanishes."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    strangers = ("PULSE_SERVER", "DISPLAY", "WAYLAND_DISPLAY", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
    kept = {name: value for name, value in os.environ.items() if name not in strangers}
    session = {**kept, "XDG_RUNTIME_DIR": str(runtime), "HOME": str(runtime)}
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--realtime=no"]
    modules = [f"--load=module-null-sink sink_name=museum rate={RATE}", "--load=module-native-protocol-unix"]
    with (tmp_path / "pulse.log").open("wb") as log:
        server = subprocess.Popen(["pulseaudio", *options, *modules], env=session, stdout=log, stderr=log)
    try:
        wait_for((runtime / "pulse" / "native").exists)
        yield session
    finally:
        server.terminate()
        server.wait()


def test_the_tone_is_heard_on_the_left_and_then_on_the_right(environment: dict[str, str], tmp_path: Path) -> None:
    raw = tmp_path / "heard.raw"
    listen = ["parec", "-d", "museum.monitor", "--format=s16le", "--channels=2", f"--rate={RATE}", "--raw"]
    with raw.open("wb") as out:
        microphone = subprocess.Popen([*listen, "--latency-msec=20"], env=environment, stdout=out)
    try:
        wait_for(lambda: raw.stat().st_size > 0)
        command = [sys.executable, "-m", "kiosk", "doctor", "--tone", "--json"]
        done = subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
    finally:
        microphone.terminate()
        microphone.wait()
    sound = next(part for part in json.loads(done.stdout)["parts"] if part["name"] == "sound")
    assert sound["findings"] == []
    assert sound["facts"][0].startswith("museum: ")
    assert sound["facts"][0].endswith("(in use)")
    assert sound["facts"][1] == "a tone was played, first on the left, then on the right: was it heard?"
    heard = np.abs(np.fromfile(raw, np.int16).astype(float)).reshape(-1, 2)
    left, right = (np.flatnonzero(channel > 0.3 * channel.max()) for channel in heard.T)
    assert heard.max() > 500  # of 32767: no noise of an empty line
    assert min(len(left), len(right)) > 0.4 * RATE  # of 1.2 s each, of which a sine is above this for four fifths
    assert left.mean() < right.mean()
