"""The panel's sound section, on a sound server with two devices."""

from pathlib import Path

import numpy as np
import pytest

from tests.build.sound import RATE
from tests.build.sound_session import needs_pulse, sound_session
from tests.journeys.fixtures import Size
from tests.journeys.installer import OpenKiosk, in_both_languages, opened, with_pin

pytestmark = [pytest.mark.screen, pytest.mark.vlc, pytest.mark.usefixtures("own_state"), needs_pulse]

WORDS = {
    "en": {"sound": "Where it comes out", "heard": "A tone was played"},
    "ar": {"sound": "من أين يخرج", "heard": "شُغّلت نغمة"},
}


@in_both_languages
def test_a_device_is_chosen_and_a_tone_is_heard_on_it(
    open_kiosk: OpenKiosk,
    tmp_path: Path,
    clip: Path,
    monkeypatch: pytest.MonkeyPatch,
    languages: list[str],
    size: Size,
) -> None:
    words = WORDS[languages[0]]
    show = with_pin(tmp_path, clip, languages=languages)
    with (
        sound_session(tmp_path, monkeypatch, "here", "there") as server,
        server.microphone("here") as here,
        server.microphone("there") as there,
    ):
        installer = opened(open_kiosk, show, size)
        installer.tap("panel:section:sound", words["sound"])
        installer.tap("do:device:there")
        installer.wait_for_local(sound={"device": "there"})
        here.heard()
        there.heard()
        installer.tap("do:tone")
        installer.see(words["heard"], seconds=60)
        heard = there.heard()
        assert np.abs(here.heard()).max() < 1e-4
        left, right = (np.flatnonzero(np.abs(heard[:, side]) > 0.01) for side in (0, 1))
        assert len(left) > 0.5 * RATE
        assert len(right) > 0.5 * RATE
        assert np.median(left) < np.median(right)
