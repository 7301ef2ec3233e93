"""What processes cost, and the machine that they run on."""

import os

from kiosk.bench.processes import PROC, Memory, family, memory, processor_seconds

__all__ = ["Memory", "family", "load", "machine", "memory", "processor_seconds"]


def load() -> str:
    """How busy the machine is, from /proc/loadavg: the averages over 1, 5 and 15 minutes."""
    return " ".join((PROC / "loadavg").read_text().split()[:3])


def machine() -> str:
    """The processor and how many cores of it there are."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in (PROC / "cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        os.uname().machine,
    )
    return f"{model}, {os.cpu_count()} cores"
