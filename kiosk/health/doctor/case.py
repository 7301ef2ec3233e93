"""What doctor is called to: a machine, and the exhibition that it is to show."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.doctor.machine import Machine


@dataclass(frozen=True)
class Case:
    """``exhibition``: None where it cannot be shown. ``folder`` is its own, ``cache`` and ``state`` those in which the
    kiosk keeps what it finds out and what happened. ``now``: the wall clock, aware. ``tone``: whether to play one."""

    machine: Machine
    exhibition: Exhibition | None
    folder: Path
    cache: Path
    state: Path
    now: datetime
    tone: bool = False
    sentences: tuple[str, ...] = field(default=())
    """What is wrong in the exhibition's files, a line each."""
