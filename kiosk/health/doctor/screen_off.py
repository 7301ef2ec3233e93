"""``when_closed: {screen: off}``: which ways of switching the screen off work here. Nothing is switched.

Asked are the ways that the kiosk itself uses when it closes.
"""

import os
from collections.abc import Callable, Sequence

from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.power.methods import Found, cec_devices, methods, probe

Probe = Callable[[], Sequence[Found]]

_REMEDIES = {
    "x11": "Ask for a screen that takes DPMS, connect it over HDMI with CEC, or write screen: black.",
    "wayland": "Install wlopm (sudo apt-get install wlopm), or write screen: black.",
}
_ELSEWHERE = "Start doctor from the screen itself, install cec-client (cec-utils), or write screen: black."


def ask_this_machine() -> tuple[Found, ...]:
    """What this machine says to every way."""
    return probe(methods(os.environ, cec_devices()))


def examine(case: Case, probe: Probe = ask_this_machine) -> Examined:
    """``probe``: who is asked about the ways."""
    found = probe()
    server = "wayland" if case.machine.has_wayland else "x11" if case.machine.has_x11 else ""
    return Examined("screen-off", "Screen off", tuple(told(found)), tuple(judge(found, case.exhibition, server)))


def told(found: Sequence[Found]) -> list[str]:
    """The ways that work, in words."""
    working = ", ".join(each.method.name for each in found if each.works)
    return [f"can be switched off by {working}" if working else "cannot be switched off from here"]


def judge(found: Sequence[Found], exhibition: Exhibition | None, server: str) -> list[Finding]:
    """``server``: x11, wayland or empty. Where the screen stays on all night, nothing is wrong with that."""
    if exhibition is None or exhibition.closing.screen != "off":
        return []
    working = [each.method.name for each in found if each.works]
    if not working:
        message = "when_closed.screen is off, but no way to switch this screen off was found."
        said = [f"{each.method.name}: {each.why}" for each in found if each.why and "not installed" not in each.why]
        message = " ".join([message, *([f"{'; '.join(said)}."] if said else [])])
        return [problem("screen-off.none", message, _REMEDIES.get(server, _ELSEWHERE))]
    if all(name.startswith("CEC") for name in working):
        message = "The screen can only be switched over the HDMI cable (CEC), by which some screens do not wake."
        return [
            notice("screen-off.cec", message, "Try it twice before the opening, and see that sound comes back, too.")
        ]
    return []
