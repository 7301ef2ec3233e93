"""A tone through the same way that the sound of films takes."""

import json
import math
import os
import struct
import tempfile
import time
import wave
from array import array
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from kiosk.projection.child.examiner import be_silent

_RATE: Final = 48_000
_SIDE_SECONDS: Final = 1.2
_HERTZ: Final = 440.0
_LEVEL: Final = 0.2
"""Of full scale; -14 dB."""
_EDGE_SECONDS: Final = 0.03
"""It rises and falls so slowly that it does not click."""
_PATIENCE_SECONDS: Final = 8.0


def main(connection: Connection, volume: int, device: str) -> None:
    """Play it at ``volume`` per cent on ``device``, or auto. Tells once, as JSON: ``output`` (pulse, alsa or nowhere)
    and ``played``."""
    be_silent()
    connection.send_bytes(json.dumps(_play(volume, device)).encode())
    os._exit(0)


def write_tone(file: Path) -> None:
    """A WAV file: on the left, then on the right."""
    side = [_sample(number) for number in range(round(_RATE * _SIDE_SECONDS))]
    samples = array("h")
    for each in side:
        samples.extend((each, 0))
    for each in side:
        samples.extend((0, each))
    if struct.pack("=h", 1) != struct.pack("<h", 1):
        samples.byteswap()
    with wave.open(str(file), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(_RATE)
        out.writeframes(samples.tobytes())


def _sample(number: int) -> int:
    at = number / _RATE
    edge = min(1.0, at / _EDGE_SECONDS, (_SIDE_SECONDS - at) / _EDGE_SECONDS)
    return round(32_767 * _LEVEL * edge * math.sin(2 * math.pi * _HERTZ * at))


def _play(volume: int, device: str) -> dict[str, Any]:
    from kiosk.projection.child import instance, sound

    output = sound.automatic()
    if output == "nowhere":
        return {"output": output, "played": False}
    import vlc

    started = instance.start()
    player = started.media_player_new()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tone.wav"
        write_tone(file)
        player.set_media(started.media_new_path(str(file)))
        sound.Outlet(player).use(device)
        player.play()
        began = time.monotonic()
        played = False
        while time.monotonic() - began < _PATIENCE_SECONDS:
            time.sleep(0.02)
            state = player.get_state()
            if state == vlc.State.Playing:
                player.audio_set_volume(volume)  # libvlc takes it only once the sound has begun
                played = True
            if state in (vlc.State.Ended, vlc.State.Error):
                break
        took = time.monotonic() - began
        player.stop()
    # An output that is not there lets libvlc rush through the file.
    return {"output": output, "played": played and took > _SIDE_SECONDS}
