"""Power: what may put the screen or the machine to sleep while visitors look on."""

import re
from dataclasses import dataclass
from typing import Final

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.health.doctor.machine import Machine

_SLEEPS: Final = ("sleep", "suspend", "hibernate", "hybrid-sleep")
_MASK: Final = "sudo systemctl mask sleep.target suspend.target hibernate.target hybrid-sleep.target"
_DARKENING: Final = frozenset(
    {"swayidle", "hypridle", "xscreensaver", "xautolock", "light-locker", "xfce4-screensav", "mate-screensave"}
)
"""As the kernel names them, in 15 letters at most. Raspberry Pi OS darkens the screen by swayidle."""


@dataclass(frozen=True, slots=True)
class Power:
    """``saver``, ``dpms``, ``desktop``: seconds after which each of them darkens the screen, 0 for never. ``sleeps``:
    systemd's targets that could be reached; ``idle``: what logind does with a machine that nobody uses. ``lid``:
    closing it would end the show. ``programs``: those that run and are made to darken or lock a screen."""

    saver: int = 0
    dpms: int = 0
    desktop: int = 0
    lock: bool = False
    sleeps: tuple[str, ...] = ()
    idle: str = "ignore"
    lid: bool = False
    programs: tuple[str, ...] = ()
    on_battery: bool = False


def look(machine: Machine) -> Power:
    said = machine.run("xset", "q") if machine.has_x11 else None
    text = said.out if said and said.code == 0 else ""
    is_gnome = "gnome" in machine.environment.get("XDG_CURRENT_DESKTOP", "").lower()
    delay = machine.run("gsettings", "get", "org.gnome.desktop.session", "idle-delay") if is_gnome else None
    lock = machine.run("gsettings", "get", "org.gnome.desktop.screensaver", "lock-enabled") if is_gnome else None
    return Power(
        saver=_saver(text),
        dpms=_dpms(text),
        desktop=_last_number(delay.out) if delay else 0,
        lock=bool(lock and lock.out.strip() == "true"),
        sleeps=_sleeps(machine),
        idle=_logind(machine, "IdleAction") or "ignore",
        lid=machine.exists("proc/acpi/button/lid") and _logind(machine, "HandleLidSwitch") != "ignore",
        programs=tuple(sorted(_DARKENING & {machine.text(each) for each in machine.paths("proc/[0-9]*/comm")})),
        on_battery=any(
            machine.text(each) == "Discharging" for each in machine.paths("sys/class/power_supply/*/status")
        ),
    )


def _saver(xset: str) -> int:
    found = re.search(r"Screen Saver:.*?timeout:\s*(\d+)", xset, re.DOTALL)
    return int(found[1]) if found else 0


def _dpms(xset: str) -> int:
    """The first of the three times that is not 0, if the whole is switched on."""
    times = re.search(r"Standby: (\d+)\s+Suspend: (\d+)\s+Off: (\d+)", xset)
    if not times or "DPMS is Enabled" not in xset:
        return 0
    return min((int(each) for each in times.groups() if each != "0"), default=0)


def _last_number(text: str) -> int:
    """From ``uint32 300``."""
    found = re.search(r"(\d+)\s*$", text)
    return int(found[1]) if found else 0


def _sleeps(machine: Machine) -> tuple[str, ...]:
    """Masked ones are links to nothing. Without systemd there are none."""
    if not machine.exists("run/systemd/system"):
        return ()
    masked = [each for each in _SLEEPS if (machine.target(f"etc/systemd/system/{each}.target") or "") == "/dev/null"]
    return tuple(each for each in _SLEEPS if each not in masked)


def _logind(machine: Machine, key: str) -> str:
    """A setting of logind, the last that is written; empty where none is."""
    files = [*machine.paths("etc/systemd/logind.conf"), *machine.paths("etc/systemd/logind.conf.d/*.conf")]
    found = [re.findall(rf"^{key}=(\S+)", machine.text(each) or "", re.MULTILINE) for each in files]
    values = [each for some in found for each in some]
    return values[-1] if values else ""


def judge(power: Power) -> list[Finding]:
    found = []
    if power.dpms:
        message = f"The X server switches the screen off after {power.dpms} s."
        found.append(problem("power.dpms", message, "Run at every login: xset -dpms"))
    if power.saver:
        message = f"The X server's screen saver comes after {power.saver} s; the kiosk holds it off only while it runs."
        found.append(notice("power.saver", message, "Run at every login: xset s off"))
    if power.desktop:
        message = f"The desktop goes to sleep after {power.desktop} s."
        found.append(problem("power.desktop", message, "Run: gsettings set org.gnome.desktop.session idle-delay 0"))
    if power.programs:
        message = f"A program runs that is made to darken the screen: {', '.join(power.programs)}."
        remedy = "End it and keep it from starting; on Raspberry Pi OS by sudo raspi-config, Display, Screen Blanking."
        found.append(problem("power.program", message, remedy))
    if power.lock:
        message = "The desktop locks the screen."
        found.append(
            notice("power.lock", message, "Run: gsettings set org.gnome.desktop.screensaver lock-enabled false")
        )
    return [*found, *_of_sleep(power)]


def _of_sleep(power: Power) -> list[Finding]:
    found = []
    if power.idle != "ignore":
        message = f"A machine that nobody uses is put to {power.idle}."
        found.append(problem("power.idle", message, "Write IdleAction=ignore into /etc/systemd/logind.conf."))
    elif power.sleeps:
        message = "A program or a key may put the machine to sleep."
        found.append(notice("power.sleep", message, f"Run: {_MASK}"))
    if power.lid:
        message = "Closing the lid puts the machine to sleep."
        found.append(notice("power.lid", message, "Write HandleLidSwitch=ignore into /etc/systemd/logind.conf."))
    if power.on_battery:
        message = "The machine runs on its battery."
        found.append(
            problem("power.battery", message, "Connect its power supply, and check that the socket stays live.")
        )
    return found


def told(power: Power) -> list[str]:
    waits = {"screen saver": power.saver, "screen off": power.dpms, "desktop": power.desktop}
    named = [f"{name} after {seconds} s" for name, seconds in waits.items() if seconds]
    return named or ["nothing was found that darkens the screen by itself"]


def examine(case: Case) -> Examined:
    power = look(case.machine)
    return Examined("power", "Power", tuple(told(power)), tuple(judge(power)))
