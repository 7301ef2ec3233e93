"""Where a film's sound goes on this machine."""

import ctypes
import logging
from ctypes import c_char_p, c_uint, c_void_p
from pathlib import Path
from typing import Any, Final, Literal

import vlc

from kiosk.projection.child import alsa, pulse

LOG = logging.getLogger(__name__)

Output = Literal["pulse", "alsa", "nowhere"]

_LINGER_MICROSECONDS: Final = 600_000
_C_LIBRARY: Final = ctypes.CDLL(None)


class Outlet:
    """The sound of one player: by ``auto``, or by the device that the installer named, as soon as it is there."""

    def __init__(self, player: Any) -> None:
        self._player = player
        self._missed: str | None = None

    def use(self, device: str) -> Output:
        """Choose the output, which is answered, and begin in silence.

        Has to come before every play: libvlc forgets output, device and volume at every stop. Looked up for every film:
        a screen that is switched on late brings its loudspeakers late.
        """
        output, name = self._found(device)
        if output == "nowhere":
            swallow(self._player)
        else:
            self._player.audio_output_set(output)
        self._player.audio_set_volume(0)
        if name is not None:
            self._player.audio_output_device_set(None, name)
        return output

    def _found(self, device: str) -> tuple[Output, str | None]:
        """The output, and the device on it if a certain one is wanted and there."""
        if device != "auto":
            if pulse.has_sink(device):
                self._missed = None
                return "pulse", device
            if alsa.has_device(device):
                self._missed = None
                return "alsa", device
            if device != self._missed:
                self._missed = device
                LOG.warning("There is no sound device %s. The sound goes where it would without it.", device)
        return automatic(), None


def automatic() -> Output:
    """``pulse`` where a server answers, else ``alsa`` where there is a device, else ``nowhere``."""
    if pulse.answers():
        return "pulse"
    return "alsa" if any(Path("/dev/snd").glob("pcm*p")) else "nowhere"


def swallow(player: Any) -> None:
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
