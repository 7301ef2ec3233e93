"""What the panel can ask of the running kiosk itself: its log, its projectors, its own restart."""

import os
import signal
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kiosk.backstage.at_usb import AtUsb
from kiosk.backstage.checkup import Checkup
from kiosk.backstage.diary import Diary
from kiosk.backstage.works import Doing
from kiosk.exhibition.exhibition import Exhibition
from kiosk.panel.sections.health.found import House
from kiosk.projection.booth import Booth
from kiosk.service.names import UNIT

CGROUP: Final = Path("/proc/self/cgroup")
_PATIENCE_SECONDS: Final = 30.0
_LOOK_SECONDS: Final = 0.1


def works_of(booth: Booth, diary: Diary, checkup: Checkup, usb: AtUsb) -> dict[str, Doing]:
    """By name, as ``WORKS``."""

    def house(_exhibition: Exhibition, _facts: Mapping[str, Any]) -> House:
        return House(diary.lines(), runs_as_service())

    def projectors(_exhibition: Exhibition, _facts: Mapping[str, Any]) -> bool:
        return replaced(booth)

    return {
        "checkup": checkup,
        "house": house,
        "restart-projectors": projectors,
        "restart-kiosk": end_kiosk,
        "usb": usb.look,
        "usb-copy": usb.copy,
    }


def replaced(booth: Booth, seconds: float = _PATIENCE_SECONDS) -> bool:
    """Replace both projectors; whether other ones run after so many ``seconds`` at most."""
    before = set(booth.pids().values())
    booth.replace_projectors()
    latest = time.monotonic() + seconds
    while time.monotonic() < latest:
        if before.isdisjoint(now := set(booth.pids().values())) and None not in now:
            return True
        time.sleep(_LOOK_SECONDS)
    return False


def runs_as_service(cgroup: Path = CGROUP) -> bool:
    """Whether this process belongs to the service, which starts the kiosk again whenever it ends (cgroups(7))."""
    try:
        return UNIT in cgroup.read_text("utf-8", errors="replace")
    except OSError:
        return False


def end_kiosk(_exhibition: Exhibition, _facts: Mapping[str, Any]) -> None:
    """End in good order, as when the machine is switched off. The service starts it again."""
    if runs_as_service():
        os.kill(os.getpid(), signal.SIGTERM)
