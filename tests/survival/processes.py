"""Looks at the kiosk's processes and memory from outside."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.tour.display import VirtualDisplay
from kiosk.tour.kiosk_process import POLL_SECONDS
from tests.journeys.visitor import Visitor

SHARED_MEMORY = Path("/dev/shm")


def playing_projector(visitor: Visitor, file: Path) -> int:
    """The process that has ``file`` open; waits until one of the projectors has."""
    return visitor.pilot.wait_until(lambda: _with_open(visitor, file), f"a projector with {file.name}", seconds=3)


def _with_open(visitor: Visitor, file: Path) -> int | None:
    pids = visitor.pilot.process.projectors().values()
    return next((pid for pid in pids if pid and file in set(_open_files(pid))), None)


def _open_files(pid: int) -> Iterator[Path]:
    try:
        for number in os.listdir(f"/proc/{pid}/fd"):
            yield Path(os.readlink(f"/proc/{pid}/fd/{number}"))
    except OSError:  # it ended while we looked
        return


def nothing_is_left(display: VirtualDisplay, pid: int, within: float) -> None:
    """Wait until no process and no shared memory of the kiosk with this process number is there."""
    begun = time.monotonic()
    while (left := left_on(display)) or (left := shared_memory_of(pid)):
        assert time.monotonic() - begun < within, left
        time.sleep(POLL_SECONDS)


def left_on(display: VirtualDisplay) -> list[str]:
    """The command lines of Python processes that were started for this screen and live."""
    return [
        _read(pid, "cmdline").replace(b"\0", b" ").decode(errors="replace")
        for pid in os.listdir("/proc")
        if pid.isdigit() and _is_kiosks(pid, display) and _lives(pid)
    ]


def _is_kiosks(pid: str, display: VirtualDisplay) -> bool:
    here = f"DISPLAY={display.name}".encode()
    return here in _read(pid, "environ").split(b"\0") and b"python" in _read(pid, "cmdline")


def _lives(pid: str) -> bool:
    return _read(pid, "stat").rpartition(b")")[2].split()[:1] != [b"Z"]


def shared_memory_of(pid: int) -> list[str]:
    """The names of shared memory that a kiosk with this process number made."""
    return [path.name for path in SHARED_MEMORY.glob(f"kiosk-{pid}-*")]


def _read(pid: str, name: str) -> bytes:
    try:
        return Path("/proc", pid, name).read_bytes()
    except OSError:
        return b""
