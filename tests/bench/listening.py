"""What is heard: a sound server of our own with a null sink, and what is played into it, with its times."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.build import sound
from tests.build.sound import RATE, Heard, Microphone, missing, socket_of

__all__ = ["RATE", "Heard", "Recording", "missing", "sound_server"]


class Recording:
    """Records what the sink plays until ``end``, in one channel."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._microphone = Microphone(environment, "null", channels=1)

    def end(self) -> Heard:
        heard = self._microphone.end()
        return Heard(heard.samples[:, 0], heard.begins)


@contextmanager
def sound_server() -> Iterator[dict[str, str]]:
    """A PulseAudio with a null sink and nothing else; all that this process starts meanwhile plays there."""
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-bench-sound-") as folder,
        sound.sound_server(Path(folder), "null") as server,
    ):
        address = f"unix:{socket_of(server.environment)}"
        before = os.environ.get("PULSE_SERVER")
        os.environ["PULSE_SERVER"] = address
        try:
            yield {**server.environment, "PULSE_SERVER": address}
        finally:
            if before is None:
                os.environ.pop("PULSE_SERVER", None)
            else:
                os.environ["PULSE_SERVER"] = before
