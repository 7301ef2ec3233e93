"""The service that starts the kiosk with the machine."""

from dataclasses import dataclass
from typing import Final

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.health.doctor.machine import Machine

UNIT: Final = "film-kiosk.service"
_PROPERTIES: Final = "LoadState,ActiveState,SubState,UnitFileState,NRestarts,Result"
_MANY_RESTARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Service:
    """What systemd says of the unit, in its own words. ``here``: systemd runs this machine."""

    here: bool = True
    installed: bool = True
    active: str = "active"
    enabled: str = "enabled"
    restarts: int = 0
    result: str = "success"


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
    )


def judge(service: Service) -> list[Finding]:
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
    return found


def told(service: Service) -> list[str]:
    if not service.here:
        return ["systemd does not run this machine"]
    return [f"{UNIT}: {service.active}, {service.enabled}"] if service.installed else ["not installed"]


def examine(case: Case) -> Examined:
    service = look(case.machine)
    return Examined("service", "Service", tuple(told(service)), tuple(judge(service)))
