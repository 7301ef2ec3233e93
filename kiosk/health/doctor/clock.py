"""The clock: whether it is right, stays right without a network, and is in the exhibition's time zone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from kiosk.exhibition.hours import ALWAYS_OPEN, Hours
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.health.doctor.machine import Machine

_FIRST_YEAR: Final = 2024
_RTC_SECONDS: Final = 120


@dataclass(frozen=True, slots=True)
class TimeKeeping:
    """``now``: the wall clock, in the machine's zone. ``zone``: its name, empty where it has none. ``synchronised``:
    with a time server, None where nobody tells. ``rtc``: the clock that runs while the power is off, in seconds
    since 1970; None where there is none."""

    now: datetime
    zone: str = ""
    synchronised: bool | None = None
    rtc: int | None = None
    container: bool = False


def look(machine: Machine, now: datetime) -> TimeKeeping:
    said = machine.run("timedatectl", "show")
    told = dict(line.split("=", 1) for line in said.out.splitlines() if "=" in line) if said and said.code == 0 else {}
    link = machine.target("etc/localtime") or ""
    zone = told.get("Timezone") or link.rpartition("zoneinfo/")[2] or machine.text("etc/timezone") or ""
    synchronised = told["NTPSynchronized"] == "yes" if "NTPSynchronized" in told else None
    if synchronised is None and machine.exists("run/systemd/timesync/synchronized"):
        synchronised = True
    rtc = machine.number("sys/class/rtc/rtc0/since_epoch")
    container = machine.exists(".dockerenv") or machine.exists("run/.containerenv")
    return TimeKeeping(now, zone, synchronised, rtc, container)


def judge(clock: TimeKeeping, hours: Hours) -> list[Finding]:
    if clock.now.year < _FIRST_YEAR:
        message = f"The clock says {clock.now:%Y-%m-%d %H:%M}, which is wrong."
        remedy = 'Connect a network for a minute, or set it: sudo timedatectl set-time "2026-01-31 09:00"'
        return [problem("clock.wrong", message, remedy)]
    return [*_of_keeping(clock), *_of_zone(clock, hours)]


def _of_keeping(clock: TimeKeeping) -> list[Finding]:
    if clock.container:
        return []  # it has its host's clock
    if clock.rtc is not None and abs(clock.rtc - clock.now.timestamp()) > _RTC_SECONDS:
        message = "The clock that runs while the power is off is wrong; its battery may be empty."
        return [
            problem(
                "clock.battery",
                message,
                "Run sudo hwclock --systohc; if it is wrong again tomorrow, change the battery.",
            )
        ]
    if clock.synchronised is not False:
        return []
    if clock.rtc is None:
        message = "No time server sets the clock, and no battery keeps it while the power is off."
        remedy = "Connect a network, or fit a clock with a battery; else opening hours are wrong after every power cut."
        return [problem("clock.forgets", message, remedy)]
    message = "No time server sets the clock; it will be some minutes wrong after some months."
    return [notice("clock.alone", message, "Run sudo timedatectl set-ntp true with a network, or set it now and then.")]


def _of_zone(clock: TimeKeeping, hours: Hours) -> list[Finding]:
    if hours.zone is None:
        if hours == ALWAYS_OPEN or clock.now.utcoffset() != timedelta(0):
            return []
        message = f"The opening hours go by the machine's clock, and that is in {clock.zone or 'UTC'}."
        return [problem("clock.zone", message, "Write hours.timezone in kiosk.yaml, such as Asia/Dubai.")]
    there = clock.now.astimezone(hours.zone)
    if there.utcoffset() == clock.now.utcoffset():
        return []
    message = (
        f"It is {there:%H:%M} in {hours.zone}, by which the exhibition opens, and {clock.now:%H:%M} on this machine."
    )
    return [
        notice(
            "clock.other-zone", message, f"To read the log in the same time: sudo timedatectl set-timezone {hours.zone}"
        )
    ]


def told(clock: TimeKeeping) -> list[str]:
    lines = [f"{clock.now:%Y-%m-%d %H:%M}, {clock.zone or clock.now.tzname() or 'no zone'}"]
    if clock.synchronised is not None:
        lines.append("set by a time server" if clock.synchronised else "not set by a time server")
    return [*lines, "a battery keeps it" if clock.rtc is not None else "no clock with a battery"]


def examine(case: Case) -> Examined:
    clock = look(case.machine, case.now)
    hours = case.exhibition.hours if case.exhibition else ALWAYS_OPEN
    return Examined("clock", "Clock", tuple(told(clock)), tuple(judge(clock, hours)))
