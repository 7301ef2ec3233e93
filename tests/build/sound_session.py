"""This very process in a session with a sound server of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.build.sound import STRANGERS, SoundServer, missing, sound_server

needs_pulse = pytest.mark.skipif(bool(missing()), reason=missing() or "PulseAudio is here")


@contextmanager
def sound_session(folder: Path, monkeypatch: pytest.MonkeyPatch, *sinks: str) -> Iterator[SoundServer]:
    """With null sinks of these names, as ``sound_server`` has them."""
    with sound_server(folder, *sinks) as server:
        for name in ("XDG_RUNTIME_DIR", "HOME"):
            monkeypatch.setenv(name, server.environment[name])
        for name in STRANGERS:
            monkeypatch.delenv(name, raising=False)
        yield server
