"""The service that starts the kiosk with the machine."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.health.doctor.machine import Machine
from kiosk.service.quoting import mount, word
from kiosk.service.sticks import RULES

UNIT: Final = "film-kiosk.service"
_FILE: Final = f"/etc/systemd/system/{UNIT}"
_PROPERTIES: Final = "LoadState,ActiveState,SubState,UnitFileState,NRestarts,Result"
_MANY_RESTARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Service:
    """What systemd says of the unit, in its own words. ``here``: systemd runs this machine.

    ``mounts``: sticks are mounted. ``written``: the folders that the unit may write.
    """

    here: bool = True
    installed: bool = True
    active: str = "active"
    enabled: str = "enabled"
    restarts: int = 0
    result: str = "success"
    mounts: bool = False
    written: tuple[str, ...] = ()


def look(machine: Machine) -> Service:
    if not machine.exists("run/systemd/system"):
        return Service(here=False, installed=False)
    said = machine.run("systemctl", "show", UNIT, f"--property={_PROPERTIES}", "--no-pager")
    told = dict(line.split("=", 1) for line in said.out.splitlines() if "=" in line) if said and said.code == 0 else {}
    return Service(
        installed=told.get("LoadState") == "loaded",
        active=told.get("ActiveState", ""),
        enabled=told.get("UnitFileState", ""),
        restarts=int(told["NRestarts"]) if told.get("NRestarts", "").isdigit() else 0,
        result=told.get("Result", ""),
        mounts=machine.exists(RULES),
        written=tuple(re.findall(r"^(?:ReadWrite|Bind)Paths=(.*)$", machine.text(_FILE) or "", re.MULTILINE)),
    )


def judge(service: Service, exhibition: Path = Path(), usb: str = "off") -> list[Finding]:
    if not service.here:
        return []
    if not service.installed:
        message = "The kiosk does not start with the machine."
        return [notice("service.none", message, "Run: kiosk service install")]
    found = []
    if service.active == "failed":
        message = f"The service {UNIT} has given up ({service.result or 'no reason told'})."
        found.append(problem("service.failed", message, f"Read why: journalctl -u {UNIT} -n 50"))
    if service.enabled not in ("enabled", "enabled-runtime", "static", ""):
        message = f"The service {UNIT} is installed but {service.enabled}, so it does not start with the machine."
        found.append(problem("service.disabled", message, f"Run: sudo systemctl enable {UNIT}"))
    if service.active != "failed" and service.restarts >= _MANY_RESTARTS:
        message = f"The service {UNIT} had to be started again {service.restarts} times since it was first started."
        found.append(problem("service.restarts", message, f"Read why: journalctl -u {UNIT} -n 200"))
    if lacks := _lacks_for_sticks(service, exhibition, usb):
        message = f"usb: {usb} has no effect, because {lacks}."
        found.append(problem("service.sticks", message, "Run once more: sudo kiosk service install"))
    return found


def _lacks_for_sticks(service: Service, exhibition: Path, usb: str) -> str | None:
    """What an installation under other settings has left out."""
    room = str(exhibition.resolve().parent)
    if usb == "copy" and {word(room), mount(room)}.isdisjoint(service.written):
        return f"the service {UNIT} may not write in {room}"
    if usb != "off" and not service.mounts:
        return f"nobody mounts sticks for the service {UNIT}"
    return None


def told(service: Service) -> list[str]:
    if not service.here:
        return ["systemd does not run this machine"]
    return [f"{UNIT}: {service.active}, {service.enabled}"] if service.installed else ["not installed"]


def examine(case: Case) -> Examined:
    service = look(case.machine)
    usb = case.exhibition.usb if case.exhibition else "off"
    return Examined("service", "Service", tuple(told(service)), tuple(judge(service, case.folder, usb)))
