"""Frames in shared memory: a header and some slots of I420, written by a projector, read by the kiosk.

No locks: a slot's sequence number is 0 while it is being written, and the reader looks at it before
and after. The kiosk makes the memory; once the projector has mapped it, its name is removed, so that
nothing stays behind however either process ends. Until then the name is ``kiosk-PID-…``, and the next
start sweeps those of processes that are gone.

Layout, in the machine's byte order: a header of 64 bytes (magic, slots, width, height, each u32; latest u64),
then a record of 64 bytes for each slot (sequence u64, take u64, displayed f64, paused f64), then the slots.
"""

import contextlib
import errno
import itertools
import mmap
import os
import struct
from dataclasses import dataclass
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import Final

PREFIX: Final = "kiosk-"
_MAGIC: Final = 0x4B494F31
_HEADER: Final = struct.Struct("@IIII")
_LATEST: Final = struct.Struct("@Q")
_RECORD: Final = struct.Struct("@QQdd")
_SEQUENCE: Final = struct.Struct("@Q")
_LATEST_AT: Final = 16
_HEADER_BYTES: Final = 64
_RECORD_BYTES: Final = 64
_PAGE: Final = 4096
SHARED_MEMORY: Final = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Shape:
    """``width`` and ``height`` in pixels, both even; ``slots`` frames."""

    width: int
    height: int
    slots: int = 8

    def __post_init__(self) -> None:
        if self.width < 2 or self.height < 2 or self.width % 2 or self.height % 2 or not 2 <= self.slots <= 64:
            raise ValueError(f"not a shape of a ring: {self}")

    @property
    def frame_bytes(self) -> int:
        return self.width * self.height * 3 // 2

    def slot_at(self, slot: int) -> int:
        """Where the slot's luma starts; slots begin on a page, planes follow without gaps."""
        records = _HEADER_BYTES + _RECORD_BYTES * self.slots
        return _pages(records) + slot * _pages(self.frame_bytes)

    @property
    def bytes(self) -> int:
        return self.slot_at(self.slots)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the projector wrote beside a frame.

    ``sequence`` counts all frames of the ring from 1. ``displayed``: monotonic seconds at which libvlc
    showed it. ``paused``: seconds for which the take had been paused until then.
    """

    sequence: int
    take: int
    displayed: float
    paused: float


class RingWriter:
    """The projector's side. One thread writes; the slot after the latest frame is the one being filled."""

    def __init__(self, name: str, shape: Shape) -> None:
        """Map the memory that the kiosk made.

        The file is mapped directly: ``SharedMemory`` would tell the resource tracker, which before
        Python 3.13 cannot be told that the memory is someone else's.

        Raises:
            OSError: there is no such memory.
            ValueError: it is not a ring of this shape.
        """
        if "/" in name or not name.startswith(PREFIX):
            raise ValueError(f"not the name of a ring: {name!r}")
        with open(SHARED_MEMORY / name, "r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 0)
        if len(self.memory) < shape.bytes or _HEADER.unpack_from(self.memory) != _header(shape):
            raise ValueError(f"{name} is not a ring of {shape}")
        self.name = name
        self.shape = shape
        self._places = tuple(map(shape.slot_at, range(shape.slots)))
        self._sequence = _LATEST.unpack_from(self.memory, _LATEST_AT)[0]

    @property
    def slot(self) -> int:
        """The slot to be filled next."""
        return int(self._sequence) % self.shape.slots

    def begin(self) -> int:
        """Mark the next slot as being written and answer where its luma starts."""
        _SEQUENCE.pack_into(self.memory, _record_at(self.slot), 0)
        return self._places[self.slot]

    def publish(self, take: int, displayed: float, paused: float) -> None:
        """The slot is complete: readers may have it."""
        record = _record_at(self.slot)
        self._sequence += 1
        _RECORD.pack_into(self.memory, record, 0, take, displayed, paused)
        _SEQUENCE.pack_into(self.memory, record, self._sequence)
        _LATEST.pack_into(self.memory, _LATEST_AT, self._sequence)

    def close(self) -> None:
        # Pointers into the memory may still be held by ctypes; then it goes with the process.
        with contextlib.suppress(BufferError):
            self.memory.close()


class RingReader:
    """The kiosk's side: makes the memory and reads what arrives in it."""

    _numbers = itertools.count(1)

    def __init__(self, shape: Shape) -> None:
        """Raises ``OSError`` where there is no room: the projector would else be ended when it writes."""
        self.shape = shape
        self._places = tuple(map(shape.slot_at, range(shape.slots)))
        room = os.statvfs(SHARED_MEMORY)
        if room.f_bavail * room.f_frsize < shape.bytes:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(SHARED_MEMORY))
        name = f"{PREFIX}{os.getpid()}-{next(self._numbers)}"
        self._named: SharedMemory | None = SharedMemory(name=name, create=True, size=shape.bytes)
        # Mapped once more: SharedMemory's own mapping complains at the end while somebody holds a picture in it.
        with open(SHARED_MEMORY / name, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), shape.bytes)
        self._named.close()
        self._bytes = memoryview(self._map)
        self._closed = False
        self.name = name
        _HEADER.pack_into(self._bytes, 0, *_header(shape))

    def latest(self) -> int:
        """Sequence number of the newest frame, 0 before the first."""
        return int(_LATEST.unpack_from(self._bytes, _LATEST_AT)[0])

    def stamp(self, sequence: int) -> Stamp | None:
        """What is written beside a frame; None if its slot is being overwritten or was."""
        record = _record_at((sequence - 1) % self.shape.slots)
        stamp = Stamp(*_RECORD.unpack_from(self._bytes, record))
        return stamp if stamp.sequence == sequence and self.holds(sequence) else None

    def holds(self, sequence: int) -> bool:
        """Whether the frame is still in memory, complete. After ``close`` nothing is written any more."""
        if self._closed:
            return True
        record = _record_at((sequence - 1) % self.shape.slots)
        return int(_SEQUENCE.unpack_from(self._bytes, record)[0]) == sequence

    def planes(self, sequence: int) -> memoryview:
        """The memory of a frame's slot: width × height × 3/2 bytes."""
        start = self._places[(sequence - 1) % self.shape.slots]
        return self._bytes[start : start + self.shape.frame_bytes]

    def forget_name(self) -> None:
        """Remove the name: both sides have mapped the memory, and it goes when both have let go."""
        named, self._named = self._named, None
        if named is not None:
            with contextlib.suppress(FileNotFoundError):
                named.unlink()

    def close(self) -> None:
        """Nothing is read any more but pictures that somebody holds; ``unmap`` gives the memory back."""
        self.forget_name()
        self._closed = True
        self._bytes.release()

    def unmap(self) -> bool:
        """Let go of the memory, on any thread; False while someone still holds a picture in it. Takes some 20 ms."""
        try:
            self._map.close()
        except BufferError:
            return False
        return True


def _header(shape: Shape) -> tuple[int, int, int, int]:
    return _MAGIC, shape.slots, shape.width, shape.height


def _record_at(slot: int) -> int:
    return _HEADER_BYTES + _RECORD_BYTES * slot


def _pages(size: int) -> int:
    return -(-size // _PAGE) * _PAGE
