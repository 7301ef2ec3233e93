"""Doctor's test tone, heard on a sound server that is the test's own."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.build.sound import RATE, sound_server
from tests.build.sound_session import needs_pulse

PROJECT = Path(__file__).parents[3]
STRANGERS = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")

pytestmark = [pytest.mark.vlc, needs_pulse]


def test_the_tone_is_heard_on_the_left_and_then_on_the_right(tmp_path: Path) -> None:
    with sound_server(tmp_path, "museum") as server, server.microphone("museum") as microphone:
        environment = {name: value for name, value in server.environment.items() if name not in STRANGERS}
        command = [sys.executable, "-m", "kiosk", "doctor", "--tone", "--json"]
        done = subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        heard = np.abs(microphone.end().samples)
    sound = next(part for part in json.loads(done.stdout)["parts"] if part["name"] == "sound")
    assert sound["findings"] == []
    assert sound["facts"][0].startswith("museum: ")
    assert sound["facts"][0].endswith("(in use)")
    assert sound["facts"][1] == "a tone was played, first on the left, then on the right: was it heard?"
    left, right = (np.flatnonzero(channel > 0.3 * channel.max()) for channel in heard.T)
    assert heard.max() > 500 / 32767  # no noise of an empty line
    assert min(len(left), len(right)) > 0.4 * RATE  # of 1.2 s each, of which a sine is above this for four fifths
    assert left.mean() < right.mean()
