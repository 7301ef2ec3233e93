"""Where a film's sound goes on this machine."""

import ctypes
import os
import socket
from ctypes import c_char_p, c_uint, c_void_p
from pathlib import Path
from typing import Any, Final, Literal

import vlc

Output = Literal["pulse", "alsa", "nowhere"]

_CONNECT_SECONDS: Final = 0.2
_LINGER_MICROSECONDS: Final = 600_000
_C_LIBRARY: Final = ctypes.CDLL(None)


def output() -> Output:
    """``pulse`` where a server answers, else ``alsa`` where there is a device, else ``nowhere``.

    Looked up for every film: a screen that is switched on late brings its loudspeakers late.
    """
    if _pulse_answers():
        return "pulse"
    return "alsa" if any(Path("/dev/snd").glob("pcm*p")) else "nowhere"


def use(player: Any, output: Output) -> None:
    """Has to come before every play: libvlc forgets output and volume at every stop. The film begins in silence."""
    if output == "nowhere":
        _swallow(player)
    else:
        player.audio_output_set(output)
    player.audio_set_volume(0)


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


def _swallow(player: Any) -> None:
    """Take the decoded sound and drop it; the picture then runs by the machine's own clock.

    libvlc's own dummy output has played everything at once. The film is then over as soon as its last but
    one frame is shown, and the last one is lost about every second time. Ours takes its time at the end.
    Both callbacks are functions of the C library, so that no Python runs for each block of sound: ``abs``
    for a block (it does nothing with its argument, and leaves the others alone), ``usleep`` for the end.
    """
    library = vlc.dll
    library.libvlc_audio_set_callbacks.argtypes = (c_void_p,) * 7
    library.libvlc_audio_set_callbacks.restype = None
    library.libvlc_audio_set_format.argtypes = (c_void_p, c_char_p, c_uint, c_uint)
    library.libvlc_audio_set_format.restype = None
    block = ctypes.cast(_C_LIBRARY.abs, c_void_p)
    end = ctypes.cast(_C_LIBRARY.usleep, c_void_p)
    handle = player._as_parameter_
    library.libvlc_audio_set_callbacks(handle, block, None, None, None, end, _LINGER_MICROSECONDS)
    library.libvlc_audio_set_format(handle, b"FL32", 48_000, 2)
