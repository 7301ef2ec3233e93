"""Hardware that decodes films. The kiosk works without: films are decoded by the processor, into memory."""

import re
from dataclasses import dataclass

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice
from kiosk.health.doctor.machine import Machine


@dataclass(frozen=True, slots=True)
class Decoding:
    """``drivers`` of the graphics cards; ``nodes`` for rendering, with whether they may be used; ``formats`` that the
    hardware decodes, None where nobody can tell."""

    drivers: tuple[str, ...] = ()
    nodes: tuple[tuple[str, bool], ...] = ()
    formats: tuple[str, ...] | None = None


def look(machine: Machine) -> Decoding:
    drivers = []
    for card in machine.paths("sys/class/drm/card[0-9]"):
        driver = machine.target(f"{card}/device/driver")
        if driver:
            drivers.append(driver.rsplit("/", 1)[-1])
    nodes = tuple((each, machine.may_write(each)) for each in machine.paths("dev/dri/renderD*"))
    said = machine.run("vainfo", "--display", "drm") if nodes else None
    return Decoding(tuple(drivers), nodes, _formats(said.out) if said and said.code == 0 else None)


def _formats(vainfo: str) -> tuple[str, ...]:
    """H264, HEVC, VP9, AV1 and so on, from lines such as ``VAProfileH264High : VAEntrypointVLD``."""
    found = re.findall(r"VAProfile(H264|HEVC|VP9|VP8|AV1|MPEG2)\w*\s*:\s*VAEntrypointVLD", vainfo)
    return tuple(dict.fromkeys(found))


def judge(decoding: Decoding) -> list[Finding]:
    locked = [node for node, usable in decoding.nodes if not usable]
    if locked:
        message = f"The graphics hardware ({', '.join(locked)}) may not be used by this user."
        return [notice("decoding.locked", message, "Add the user to the group render, and start the machine again.")]
    return []


def told(decoding: Decoding) -> list[str]:
    lines = [f"graphics: {', '.join(decoding.drivers)}"] if decoding.drivers else []
    if not decoding.nodes:
        return [*lines, "no hardware for decoding: films are decoded by the processor"]
    if decoding.formats is not None:
        lines.append(f"the hardware could decode {', '.join(decoding.formats) or 'nothing'}")
    return [*lines, "films are decoded by the processor, with this hardware or without"]


def examine(case: Case) -> Examined:
    decoding = look(case.machine)
    return Examined("decoding", "Decoding", tuple(told(decoding)), tuple(judge(decoding)))
