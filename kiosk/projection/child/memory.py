"""Settings of the C library's memory, for a process that decodes films for months."""

import ctypes
from typing import Final

# From malloc.h.
_M_MMAP_THRESHOLD: Final = -3
_M_ARENA_MAX: Final = -8


def keep_small() -> None:
    """Give large blocks (frames) back to the system when they are freed, and share the pools between threads.

    A fixed threshold keeps glibc from raising it with every freed frame, which fragments the heap.
    Must run before the threads of libvlc start. Nothing happens where the C library has no ``mallopt``.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_MMAP_THRESHOLD, 131_072)
        mallopt(_M_ARENA_MAX, 2)
