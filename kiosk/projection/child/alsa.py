"""What ALSA says of its devices."""

import ctypes
import errno
import os
from contextlib import suppress
from ctypes import POINTER, byref, c_char_p, c_int, c_void_p
from typing import Final

_PLAYBACK: Final = 0
_NOT_WAITING: Final = 1
_LIBRARY: Final = "libasound.so.2"
_SAY_NOTHING: Final = ctypes.CFUNCTYPE(None, c_char_p, c_int, c_char_p, c_int, c_char_p)(lambda *_: None)
"""Instead of a line on the terminal: that a device is not there is said in our own words."""


def has_device(name: str) -> bool:
    """Whether there is a device of that name for playing, also while another film is on it."""
    with suppress(OSError):
        library = ctypes.CDLL(_LIBRARY)
        library.snd_lib_error_set_handler(_SAY_NOTHING)
        library.snd_pcm_open.argtypes = (POINTER(c_void_p), c_char_p, c_int, c_int)
        library.snd_pcm_close.argtypes = (c_void_p,)
        device = c_void_p()
        failure = library.snd_pcm_open(byref(device), os.fsencode(name), _PLAYBACK, _NOT_WAITING)
        if failure == 0:
            library.snd_pcm_close(device)
        return failure in (0, -errno.EBUSY, -errno.EAGAIN)
    return False
