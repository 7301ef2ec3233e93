"""What a PulseAudio server (or PipeWire's stand-in for one) says of itself."""

import ctypes
import os
import socket
from contextlib import suppress
from ctypes import POINTER, byref, c_char_p, c_int, c_uint8, c_uint32, c_void_p
from typing import Final

_CONNECT_SECONDS: Final = 0.2
_PLAYBACK: Final = 1
_SIXTEEN_BITS: Final = 3
_LIBRARY: Final = "libpulse-simple.so.0"


class _Samples(ctypes.Structure):
    """``pa_sample_spec``."""

    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


def answers() -> bool:
    """Whether there is a server."""
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


def has_sink(name: str) -> bool:
    """Whether the server has a sink of that name. A stream to it is opened, and closed before anything is heard.

    libvlc cannot tell: it knows the sinks only while something plays, and plays nothing on one that is not there.
    """
    if not answers():
        return False
    with suppress(OSError):
        library = ctypes.CDLL(_LIBRARY)
        library.pa_simple_new.restype = c_void_p
        library.pa_simple_new.argtypes = (
            *(c_char_p, c_char_p, c_int, c_char_p, c_char_p),
            *(POINTER(_Samples), c_void_p, c_void_p, POINTER(c_int)),
        )
        library.pa_simple_free.argtypes = (c_void_p,)
        samples, error = _Samples(_SIXTEEN_BITS, 48_000, 2), c_int()
        stream = library.pa_simple_new(
            None, b"film-kiosk", _PLAYBACK, os.fsencode(name), b"look", byref(samples), None, None, byref(error)
        )
        if stream:
            library.pa_simple_free(stream)
        return bool(stream)
    return False
