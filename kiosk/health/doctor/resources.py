"""Memory and processors."""

import os
import re
from dataclasses import dataclass
from typing import Final

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.health.doctor.folders import size
from kiosk.health.doctor.machine import Machine

_LEAST_MEMORY: Final = 1_700 * 1024**2
"""A machine that is sold with 2 GB tells a little less."""
_LEAST_FREE: Final = 500 * 1024**2
_LEAST_PROCESSORS: Final = 2
_BUSY_SHARE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Resources:
    """``total`` and ``available``: memory in bytes, None where nobody tells. ``load``: how many processors were wanted
    in the last five minutes."""

    total: int | None = None
    available: int | None = None
    processors: int = 4
    model: str = ""
    load: float = 0.0
    kernel: str = ""
    system: str = ""


def look(machine: Machine) -> Resources:
    memory = dict(re.findall(r"^(\w+):\s+(\d+) kB$", machine.text("proc/meminfo") or "", re.MULTILINE))
    cpu = machine.text("proc/cpuinfo") or ""
    model = machine.text("proc/device-tree/model") or _field(cpu, r"model name\s*: (.*)")
    loads = (machine.text("proc/loadavg") or "").split()
    return Resources(
        total=int(memory["MemTotal"]) * 1024 if "MemTotal" in memory else None,
        available=int(memory["MemAvailable"]) * 1024 if "MemAvailable" in memory else None,
        processors=len(re.findall(r"^processor\s*:", cpu, re.MULTILINE)) or os.cpu_count() or 1,
        model=model.strip(),
        load=float(loads[1]) if len(loads) > 1 else 0.0,
        kernel=machine.text("proc/sys/kernel/osrelease") or "",
        system=_field(machine.text("etc/os-release") or "", r'^PRETTY_NAME="?([^"\n]*)'),
    )


def _field(text: str, pattern: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    return found[1] if found else ""


def judge(resources: Resources) -> list[Finding]:
    found = []
    if resources.total is not None and resources.total < _LEAST_MEMORY:
        message = f"The machine has {size(resources.total)} of memory; the kiosk wants 2 GB."
        found.append(
            problem("resources.memory", message, "Use a machine with more memory, and start no desktop on it.")
        )
    elif resources.available is not None and resources.available < _LEAST_FREE:
        message = f"Only {size(resources.available)} of memory are free."
        found.append(
            problem("resources.free", message, "End other programs, and keep them from starting with the machine.")
        )
    if resources.processors < _LEAST_PROCESSORS:
        message = "The machine has one processor, which is too few for films and touches at once."
        found.append(problem("resources.processors", message, "Use a machine with at least two."))
    if resources.load > _BUSY_SHARE * resources.processors:
        message = (
            f"The machine is busy: {resources.load:.1f} of {resources.processors} processors in the last 5 minutes."
        )
        found.append(notice("resources.busy", message, "If the kiosk was not running, look with top what else is."))
    return found


def told(resources: Resources) -> list[str]:
    machine = f"{resources.model or 'processor'}, {resources.processors} cores"
    memory = [f"{size(resources.available or 0)} of {size(resources.total)} memory free"] if resources.total else []
    system = ", ".join(each for each in (resources.system, resources.kernel) if each)
    return [machine, *memory, *([system] if system else [])]


def examine(case: Case) -> Examined:
    resources = look(case.machine)
    return Examined("resources", "Machine", tuple(told(resources)), tuple(judge(resources)))
