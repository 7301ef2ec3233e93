"""Which of libvlc's sound outputs this machine can use."""

import os
import socket
from pathlib import Path
from typing import Final, Literal

Output = Literal["pulse", "alsa", "adummy"]

_CONNECT_SECONDS: Final = 0.2


def output() -> Output:
    """``pulse`` where a server answers, else ``alsa`` where there is a device.

    Else a dummy that takes the sound and drops it: the picture then runs by the machine's clock, and
    nobody is asked to start a sound server.
    """
    if _pulse_answers():
        return "pulse"
    return "alsa" if any(Path("/dev/snd").glob("pcm*p")) else "adummy"


def _pulse_answers() -> bool:
    if os.environ.get("PULSE_SERVER"):
        return True
    folder = os.environ.get("PULSE_RUNTIME_PATH") or os.path.join(
        os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}", "pulse"
    )
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(_CONNECT_SECONDS)
        try:
            connection.connect(os.path.join(folder, "native"))
        except OSError:
            return False
    return True
