"""What processes cost: processor seconds and memory, read from /proc."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROC: Final = Path("/proc")
TICKS_PER_SECOND: Final = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """A process and everything that it started, directly or not, and that still lives."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid]
    for each in found:
        found.extend(children.get(each, []))
    return found


def processor_seconds(pids: Iterable[int]) -> float:
    """User and system time that the processes have used so far, with their ended and awaited children's."""
    ticks = 0
    for pid in pids:
        if fields := _stat(pid):
            ticks += sum(int(each) for each in fields[11:15])  # utime, stime, cutime, cstime
    return ticks / TICKS_PER_SECOND


@dataclass(frozen=True, slots=True)
class Memory:
    """MB (10⁶ bytes). ``resident`` counts a shared page in every process that has it, ``proportional`` once."""

    resident: float
    proportional: float


def memory(pids: Iterable[int]) -> Memory:
    """RSS and PSS of the processes together; one that has ended meanwhile has none."""
    resident = proportional = 0
    for pid in pids:
        with suppress(OSError):
            for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
                name, _, rest = line.partition(":")
                if name == "Rss":
                    resident += int(rest.split()[0]) * 1024
                elif name == "Pss":
                    proportional += int(rest.split()[0]) * 1024
    return Memory(resident / 1e6, proportional / 1e6)


def _stat(pid: int) -> list[str] | None:
    """Fields of /proc/PID/stat from the state on (proc(5) field 3 is index 0); None if it has ended."""
    try:
        text = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return None
    return text.rpartition(")")[2].split()
