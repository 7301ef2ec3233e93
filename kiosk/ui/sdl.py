"""Calls into the SDL that pygame has loaded, which pygame itself does not offer.

pygame's ``event.wait`` looks for events a thousand times a second, which costs 2 % of a core at rest;
SDL's own waits for the window system. And only SDL turns a film's planes into the window's pixels in one go.
"""

import ctypes
from pathlib import Path

import pygame

_IYUV = 0x56555949  # SDL_PIXELFORMAT_IYUV: Y, then U, then V
_RGB888 = 0x16161804  # SDL_PIXELFORMAT_RGB888: 32 bits, no alpha


class _Rectangle(ctypes.Structure):
    _fields_ = (("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int))


class Sdl:
    """The SDL library of this process. pygame must be imported before."""

    def __init__(self) -> None:
        # CDLL lets go of the interpreter lock during a call, so reader threads go on.
        self._library = ctypes.CDLL(_loaded_library())
        self._library.SDL_WaitEventTimeout.argtypes = (ctypes.c_void_p, ctypes.c_int)
        self._library.SDL_SetHint.argtypes = (ctypes.c_char_p, ctypes.c_char_p)
        self._library.SDL_SetYUVConversionMode.argtypes = (ctypes.c_int,)
        self._library.SDL_SetYUVConversionMode.restype = None
        self._library.SDL_ConvertPixels.argtypes = (
            *(ctypes.c_int, ctypes.c_int),
            *(ctypes.c_uint32, ctypes.c_void_p, ctypes.c_int),
            *(ctypes.c_uint32, ctypes.c_void_p, ctypes.c_int),
        )

    def wait(self, milliseconds: int) -> bool:
        """Sleep until an event is there (it stays in the queue) or the time is over."""
        return bool(self._library.SDL_WaitEventTimeout(None, milliseconds))

    def set_hint(self, name: str, value: str) -> None:
        """Set one of SDL's hints, such as ``SDL_FRAMEBUFFER_ACCELERATION``."""
        self._library.SDL_SetHint(name.encode(), value.encode())

    def name_of_display(self, number: int) -> str:
        """What the display server calls a display; empty where it has no name. pygame's display must be open."""
        self._library.SDL_GetDisplayName.restype = ctypes.c_char_p
        name: bytes | None = self._library.SDL_GetDisplayName(number)
        return name.decode(errors="replace") if name else ""

    def place_of_display(self, number: int) -> tuple[int, int]:
        """Its left and top edge on the desktop in pixels. pygame's display must be open."""
        bounds = _Rectangle()
        self._library.SDL_GetDisplayBounds(number, ctypes.byref(bounds))
        return bounds.x, bounds.y

    def convert_i420(
        self, planes: memoryview, size: tuple[int, int], mode: int, target: pygame.Surface, at: tuple[int, int]
    ) -> None:
        """Paint an I420 frame into a surface of 32 bits a pixel.

        ``planes``: Y, U, V without gaps, ``size`` even. ``mode``: SDL_YUV_CONVERSION_MODE (0 full range, 1 BT.601,
        2 BT.709). The frame must lie inside ``target``. ValueError where the sizes do not fit.
        """
        width, height = size
        if at[0] < 0 or at[1] < 0 or at[0] + width > target.get_width() or at[1] + height > target.get_height():
            raise ValueError(f"a frame of {size} at {at} does not fit {target.get_size()}")
        if len(planes) < width * height * 3 // 2 or target.get_bytesize() != 4:
            raise ValueError(f"{len(planes)} bytes are no I420 frame of {size}")
        source = ctypes.addressof(ctypes.c_char.from_buffer(planes))
        pixels = target._pixels_address + at[1] * target.get_pitch() + at[0] * 4
        self._library.SDL_SetYUVConversionMode(mode)
        self._library.SDL_ConvertPixels(width, height, _IYUV, source, width, _RGB888, pixels, target.get_pitch())


def _loaded_library() -> str:
    """Path of the SDL 2 that is already mapped into this process. OSError if there is none."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        path = line.split()[-1]
        if "libSDL2-2" in path:
            return path
    raise OSError("SDL 2 is not loaded: import pygame first")
