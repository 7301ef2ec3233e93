"""The panel's sound section, on a sound server with two devices."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.build.sound import RATE
from tests.build.sound_session import needs_pulse, sound_session
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import PORTRAIT
from tests.journeys.installer import LINE, Installer
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc, needs_pulse]


def test_a_device_is_chosen_and_a_tone_is_heard_on_it(
    open_kiosk: Callable[..., Visitor], tmp_path: Path, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = write_exhibition(tmp_path / "show", [film("first")], [clip], panel={"pin": LINE})
    with (
        sound_session(tmp_path, monkeypatch, "here", "there") as server,
        server.microphone("here") as here,
        server.microphone("there") as there,
    ):
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
        installer = Installer(open_kiosk(show, PORTRAIT), show)
        installer.visitor.pilot.wait_for_scene(screen="attract")
        installer.open()
        installer.tap("panel:section:sound", "Where it comes out")
        installer.tap("do:device:there")
        installer.wait_for_local(sound={"device": "there"})
        here.heard()
        there.heard()
        installer.tap("do:tone")
        installer.see("A tone was played", seconds=60)
        heard = there.heard()
        assert np.abs(here.heard()).max() < 1e-4
        left, right = (np.flatnonzero(np.abs(heard[:, side]) > 0.01) for side in (0, 1))
        assert len(left) > 0.5 * RATE
        assert len(right) > 0.5 * RATE
        assert np.median(left) < np.median(right)
