"""``when_closed: {screen: off}``: which ways of switching the screen off there are here, and which would work.

``probe`` only asks; it never switches anything.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.health.doctor.machine import Machine

_CEC_SECONDS: Final = 8.0


@dataclass(frozen=True, slots=True)
class Way:
    """A way of switching the screen off, by its program. ``works``: it could be asked and would do it here; else
    ``reason`` says why not, as the end of a sentence."""

    name: str
    works: bool
    reason: str = ""


Probe = Callable[[Machine], Sequence[Way]]


def probe(machine: Machine) -> tuple[Way, ...]:
    """Every way, the best first."""
    return tuple(each(machine) for each in (_xset, _wlopm, _vcgencmd, _cec_client, _cec_ctl))


def _xset(machine: Machine) -> Way:
    if not machine.has_x11:
        return Way("xset", False, "is for X servers, and there is none")
    said = machine.run("xset", "q")
    if said is None:
        return _absent("xset", machine, "does not answer")
    if said.code != 0:
        return Way("xset", False, "does not reach the X server")
    if "DPMS is" not in said.out:
        return Way("xset", False, "finds no power control (DPMS) in this X server")
    return Way("xset", True)


def _wlopm(machine: Machine) -> Way:
    if not machine.has_wayland:
        return Way("wlopm", False, "is for Wayland, and there is none")
    said = machine.run("wlopm")
    if said is None:
        return _absent("wlopm", machine, "does not answer")
    if said.code != 0 or not re.search(r"\b(on|off)\b", said.out):
        return Way("wlopm", False, "finds no screen that this compositor lets it switch")
    return Way("wlopm", True)


def _vcgencmd(machine: Machine) -> Way:
    said = machine.run("vcgencmd", "display_power")
    if said is None:
        return _absent("vcgencmd", machine, "does not answer")
    if said.code != 0 or "display_power=" not in said.out or "display_power=-1" in said.out:
        return Way("vcgencmd", False, "does not switch the screen on this Raspberry Pi")
    return Way("vcgencmd", True)


def _cec_client(machine: Machine) -> Way:
    said = machine.run("cec-client", "-l", seconds=_CEC_SECONDS)
    if said is None:
        return _absent("cec-client", machine, "does not answer")
    if not re.search(r"Found devices: [1-9]", said.out):
        return Way("cec-client", False, "finds no HDMI socket with CEC")
    return Way("cec-client", True)


def _cec_ctl(machine: Machine) -> Way:
    device = next(iter(machine.paths("dev/cec[0-9]*")), None)
    if device is None:
        return _absent("cec-ctl", machine, "finds no HDMI socket with CEC")
    if machine.has("cec-ctl") and not machine.may_write(device):
        return Way("cec-ctl", False, f"may not use {device}: the user is not in the group video")
    said = machine.run("cec-ctl", "-d", device, "--skip-info", "--show-topology", seconds=_CEC_SECONDS)
    if said is None:
        return _absent("cec-ctl", machine, "does not answer")
    if "TV" not in said.out:
        return Way("cec-ctl", False, "finds no screen that answers it")
    return Way("cec-ctl", True)


def _absent(name: str, machine: Machine, otherwise: str) -> Way:
    return Way(name, False, otherwise if machine.has(name) else "is not installed")


def judge(ways: Sequence[Way], wanted: bool, server: str) -> list[Finding]:
    """``wanted``: the exhibition asks for it. ``server``: x11, wayland or empty."""
    if not wanted or any(each.works for each in ways):
        return []
    message = "when_closed.screen is off, but no way to switch this screen off was found."
    remedy = {
        "x11": "Install xset (sudo apt-get install x11-xserver-utils), or write screen: black.",
        "wayland": "Install wlopm (sudo apt-get install wlopm), or write screen: black.",
    }.get(server, "Start doctor from the screen itself, install cec-client (cec-utils), or write screen: black.")
    answering = [
        each for each in ways if each.reason not in ("is not installed", "") and "there is none" not in each.reason
    ]
    if answering:
        message += " " + "; ".join(f"{each.name} {each.reason}" for each in answering) + "."
    return [problem("screen-off.none", message, remedy)]


def judge_switching_on(ways: Sequence[Way], wanted: bool) -> list[Finding]:
    """CEC alone: many screens do not wake by it."""
    working = [each.name for each in ways if each.works]
    if not wanted or not working or any(not each.startswith("cec") for each in working):
        return []
    message = "The screen can only be switched over the HDMI cable (CEC), by which some screens do not wake."
    return [notice("screen-off.cec", message, "Try it twice before the opening, and see that sound comes back, too.")]


def wants_off(exhibition: Exhibition | None) -> bool:
    """Whether ``when_closed.screen`` is ``off``."""
    return exhibition is not None and exhibition.closing.screen == "off"


def told(ways: Sequence[Way]) -> list[str]:
    working = [each.name for each in ways if each.works]
    return [f"can be switched off by {', '.join(working)}" if working else "cannot be switched off from here"]


def examine(case: Case, probe: Probe = probe) -> Examined:
    ways = probe(case.machine)
    server = "wayland" if case.machine.has_wayland else "x11" if case.machine.has_x11 else ""
    wanted = wants_off(case.exhibition)
    findings = (*judge(ways, wanted, server), *judge_switching_on(ways, wanted))
    return Examined("screen-off", "Screen off", tuple(told(ways)), findings)
