"""Temperature, and whether a Raspberry Pi slows down or has too little power."""

import re
from dataclasses import dataclass
from typing import Final

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.health.doctor.machine import Machine

HOT: Final = 80.0
"""Degrees Celsius at which processors begin to slow down."""
AIR: Final = "Let air reach it from below and above, or fit a fan."
_WARM: Final = 70.0
_BELIEVABLE: Final = (-20.0, 150.0)

# Bits of `vcgencmd get_throttled`, from the Raspberry Pi's documentation.
_LOW_VOLTAGE, _SLOWED, _THROTTLED, _SOFT_LIMIT = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_BEFORE: Final = 16


@dataclass(frozen=True, slots=True)
class Heat:
    """``degrees``: Celsius by sensor. ``throttled``: the bits of a Raspberry Pi, None on other machines."""

    degrees: tuple[tuple[str, float], ...] = ()
    throttled: int | None = None


def look(machine: Machine) -> Heat:
    return Heat(degrees_of(machine), _throttled(machine))


def degrees_of(machine: Machine) -> tuple[tuple[str, float], ...]:
    """Celsius by sensor; nothing where there is none."""
    degrees = []
    for zone in machine.paths("sys/class/thermal/thermal_zone*"):
        thousandths = machine.number(f"{zone}/temp")
        if thousandths is not None and _BELIEVABLE[0] <= thousandths / 1000 <= _BELIEVABLE[1]:
            degrees.append((machine.text(f"{zone}/type") or zone.rsplit("/", 1)[-1], thousandths / 1000))
    return tuple(degrees)


def _throttled(machine: Machine) -> int | None:
    said = machine.run("vcgencmd", "get_throttled")
    found = re.search(r"throttled=0x([0-9a-fA-F]+)", said.out if said else "")
    if found:
        return int(found[1], 16)
    raw = machine.text("sys/devices/platform/soc/soc:firmware/get_throttled")
    return int(raw, 16) if raw and re.fullmatch(r"(0x)?[0-9a-fA-F]+", raw) else None


def judge(heat: Heat) -> list[Finding]:
    return [*_of_degrees(heat), *_of_throttling(heat.throttled or 0)]


def _of_degrees(heat: Heat) -> list[Finding]:
    name, hottest = max(heat.degrees, key=lambda each: each[1], default=("", 0.0))
    if hottest >= HOT:
        message = f"The machine is at {hottest:.0f} °C ({name}), at which it slows down."
        return [problem("heat.hot", message, AIR)]
    if hottest >= _WARM:
        message = f"The machine is at {hottest:.0f} °C ({name})."
        return [notice("heat.warm", message, "Look again in the afternoon of a warm day, with a film playing.")]
    return []


def _of_throttling(bits: int) -> list[Finding]:
    before = bits >> _BEFORE
    if bits & _LOW_VOLTAGE:
        message = "The Raspberry Pi has too little voltage at this moment."
        return [problem("heat.voltage", message, "Use the power supply that belongs to it, with its own short cable.")]
    if bits & (_SLOWED | _THROTTLED | _SOFT_LIMIT):
        message = "The Raspberry Pi runs slower at this moment, because it is too warm."
        return [problem("heat.slowed", message, "Let air reach it, or fit a fan.")]
    found = []
    if before & _LOW_VOLTAGE:
        message = "The Raspberry Pi had too little voltage at some time since it was started."
        found.append(problem("heat.voltage-before", message, "Use the power supply that belongs to it."))
    if before & (_SLOWED | _THROTTLED | _SOFT_LIMIT):
        message = "The Raspberry Pi ran slower at some time since it was started, because it was too warm."
        found.append(notice("heat.slowed-before", message, "Let air reach it, or fit a fan."))
    return found


def told(heat: Heat) -> list[str]:
    return [f"{name}: {degrees:.0f} °C" for name, degrees in heat.degrees] or ["no sensor tells"]


def examine(case: Case) -> Examined:
    heat = look(case.machine)
    return Examined("heat", "Heat", tuple(told(heat)), tuple(judge(heat)))
