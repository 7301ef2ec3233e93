"""libvlc's picture output into the ring: four callbacks that only fill memory and note the time.

They run on libvlc's own threads, one at a time for each player. An exception in one of them would end
the process, and so would a callback that Python has thrown away.
"""

import ctypes
import threading
import time
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, c_char, c_size_t, c_uint, c_void_p
from typing import Any

import vlc

from kiosk.projection.child.gate import Gate
from kiosk.projection.messages import KEPT_SECONDS
from kiosk.projection.ring import RingWriter

# python-vlc types these wrongly: the planes are an array of pointers, the chroma four characters.
_Lock = CFUNCTYPE(c_void_p, c_void_p, POINTER(c_void_p))
_Display = CFUNCTYPE(None, c_void_p, c_void_p)
_Format = CFUNCTYPE(
    c_uint,
    POINTER(c_void_p),
    POINTER(c_char * 4),
    POINTER(c_uint),
    POINTER(c_uint),
    POINTER(c_uint),
    POINTER(c_uint),
)
_Cleanup = CFUNCTYPE(None, c_void_p)

# Ensure before Release, once each for a thread. With them Python keeps what it knows of libvlc's thread from frame to
# frame; else ctypes has it made and thrown away in every callback, which cost 0.3 ms a frame.
_keep_thread = ctypes.pythonapi.PyGILState_Ensure
_forget_thread = ctypes.pythonapi.PyGILState_Release

_memcmp = ctypes.CDLL(None).memcmp
_memcmp.argtypes = (c_void_p, c_void_p, c_size_t)


class Screen:
    """Where a player's frames go: into the slots of a ring, under the number of the current take.

    ``on_frame`` is called with the time of each of a take's first ``announced`` frames, on libvlc's thread.
    """

    announced = 2

    def __init__(self, player: Any, on_frame: Callable[[int, int, float], None]) -> None:
        self._on_frame = on_frame
        self._ring: RingWriter | None = None
        self._address = 0
        self._width = self._height = 0
        self._take = 0
        self._idle_since: float | None = None
        self._full_range = False
        self._frames = 0
        self._displays = 0
        self._previous = 0
        self._current = 0
        self.paused_seconds = 0.0
        self._thread: tuple[int, int] | None = None
        self.gate = Gate()
        self._callbacks = (
            _Lock(self._lock),
            _Display(self._display),
            _Format(self._format),
            _Cleanup(self._cleanup),
        )
        _install(player, *self._callbacks)

    def idle(self, now: float) -> None:
        """No film is on since ``now``, or still none: let go of a ring that nobody took (monotonic seconds)."""
        self._idle_since = now if self._idle_since is None else self._idle_since
        if now - self._idle_since > 2 * KEPT_SECONDS:
            self.leave()

    def leave(self) -> None:
        """Let go of the ring. Only while the player is stopped."""
        old, self._ring = self._ring, None
        if old is not None:
            old.close()

    @property
    def ring(self) -> str | None:
        """Name of the ring in use."""
        return self._ring.name if self._ring else None

    @property
    def frames(self) -> int:
        """How many different frames the take has shown."""
        return self._frames

    @property
    def displays(self) -> int:
        """How often the take has shown a frame. libvlc repeats the last one about 16 times a second if none comes."""
        return self._displays

    def use(self, ring: RingWriter) -> None:
        """Show on this ring. Only while the player is stopped."""
        self.leave()
        self._ring = ring
        self._address = ctypes.addressof(c_char.from_buffer(ring.memory))
        self._width, self._height = ring.shape.width, ring.shape.height

    def begin(self, take: int, *, full_range: bool) -> None:
        """A new take. Only while the player is stopped."""
        self._take = take
        self._idle_since = None
        self._full_range = full_range
        self._frames = self._displays = 0
        self._previous = self._current = 0
        self.paused_seconds = 0.0

    def _lock(self, _opaque: int, planes: Any) -> None:
        if self._thread is None:
            self._thread = threading.get_ident(), _keep_thread()
        ring = self._ring
        assert ring is not None
        luma = self._address + ring.begin()
        size = self._width * self._height
        planes[0], planes[1], planes[2] = luma, luma + size, luma + size + size // 4
        self._current = luma

    def _display(self, _opaque: int, _picture: int) -> None:
        """Publish, unless it is the frame before once more: libvlc repeats those of a slow or paused film.

        Two frames that differ do so early; only a repeated one is compared to its end.
        """
        now = time.monotonic()
        self._displays += 1
        size = self._width * self._height * 3 // 2
        repeated = bool(self._previous) and _memcmp(self._previous, self._current, size) == 0
        if not repeated:
            self._publish(now)
        # Here and not in ``_lock``: libvlc takes the time in there for the time that pictures need, and hurries.
        self.gate.passes(now, repeated=repeated)

    def _cleanup(self, _opaque: int) -> None:
        """The picture output is closed, on the thread that showed the frames."""
        kept, self._thread = self._thread, None
        if kept is not None and kept[0] == threading.get_ident():
            _forget_thread(kept[1])

    def _publish(self, now: float) -> None:
        assert self._ring is not None
        self._ring.publish(self._take, now, self.paused_seconds)
        self._previous = self._current
        self._frames += 1
        if self._frames <= self.announced:
            self._on_frame(self._take, self._frames, now)

    def _format(self, _opaque: Any, chroma: Any, width: Any, height: Any, pitches: Any, lines: Any) -> int:
        """Ask for I420 at the ring's size; libvlc scales. Called about three times a start.

        A film of full range is offered as J420 and friends; taken as I420 it would be squeezed into 16 to 235.
        The size that is offered is padded and says nothing; 0 as an answer would be asked again for ever.
        """
        full_range = self._full_range and chroma[0].raw.startswith(b"J4")
        ctypes.memmove(chroma, b"J420" if full_range else b"I420", 4)
        width[0], height[0] = self._width, self._height
        pitches[0], pitches[1], pitches[2] = self._width, self._width // 2, self._width // 2
        lines[0], lines[1], lines[2] = self._height, self._height // 2, self._height // 2
        return 1


def _install(player: Any, lock: Any, display: Any, set_format: Any, cleanup: Any) -> None:
    library = vlc.dll
    library.libvlc_video_set_callbacks.argtypes = (c_void_p,) * 5
    library.libvlc_video_set_callbacks.restype = None
    library.libvlc_video_set_format_callbacks.argtypes = (c_void_p,) * 3
    library.libvlc_video_set_format_callbacks.restype = None
    as_pointer = ctypes.cast
    library.libvlc_video_set_callbacks(
        player._as_parameter_, as_pointer(lock, c_void_p), None, as_pointer(display, c_void_p), None
    )
    library.libvlc_video_set_format_callbacks(
        player._as_parameter_, as_pointer(set_format, c_void_p), as_pointer(cleanup, c_void_p)
    )
