"""Planted clocks, powers, services, temperatures and memories, and what doctor says of them."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kiosk.exhibition.hours import Hours
from kiosk.health.doctor import clock, decoding, heat, power, resources, service
from kiosk.health.doctor.commands import Said
from tests.health.doctor.planted import NOON, Link, case, lines, machine

OPEN_ON_MONDAY = {0: ()}
DUBAI = ZoneInfo("Asia/Dubai")
TIMEDATE = "timedatectl show"
SYNCHRONISED = {TIMEDATE: "Timezone=Etc/UTC\nLocalRTC=no\nCanNTP=yes\nNTP=yes\nNTPSynchronized=yes\n"}
ALONE = {TIMEDATE: "Timezone=Etc/UTC\nNTP=no\nNTPSynchronized=no\n"}
RTC = {"sys/class/rtc/rtc0/since_epoch": str(int(NOON.timestamp()) + 3)}

CLOCKS: dict[str, tuple[dict[str, Any], datetime, dict[str, Any], list[str]]] = {
    "set by a time server": ({"commands": SYNCHRONISED}, NOON, {}, []),
    "kept by a battery": (
        {"commands": ALONE, "files": RTC},
        NOON,
        {},
        ["notice clock.alone: No time server sets the clock; it will be some minutes wrong after some months."],
    ),
    "kept by nothing": (
        {"commands": ALONE},
        NOON,
        {},
        ["problem clock.forgets: No time server sets the clock, and no battery keeps it while the power is off."],
    ),
    "nobody tells": ({"commands": {TIMEDATE: Said(1, "")}}, NOON, {}, []),
    "in a container": ({"commands": ALONE, "files": {".dockerenv": ""}}, NOON, {}, []),
    "of 1970": (
        {"commands": ALONE},
        datetime(1970, 1, 1, 0, 4, tzinfo=UTC),
        {},
        ["problem clock.wrong: The clock says 1970-01-01 00:04, which is wrong."],
    ),
    "of the last New Year's Eve that is too early": (
        {"commands": SYNCHRONISED},
        datetime(2023, 12, 31, 23, 59, tzinfo=UTC),
        {},
        ["problem clock.wrong: The clock says 2023-12-31 23:59, which is wrong."],
    ),
    "an empty battery": (
        {"commands": SYNCHRONISED, "files": {"sys/class/rtc/rtc0/since_epoch": "946684800\n"}},
        NOON,
        {},
        ["problem clock.battery: The clock that runs while the power is off is wrong; its battery may be empty."],
    ),
    "hours by a machine in UTC": (
        {"commands": SYNCHRONISED},
        NOON,
        {"hours": Hours(weekly=OPEN_ON_MONDAY)},
        ["problem clock.zone: The opening hours go by the machine's clock, and that is in Etc/UTC."],
    ),
    "hours by a machine elsewhere": (
        {"commands": SYNCHRONISED},
        NOON.astimezone(timezone(timedelta(hours=4))),
        {"hours": Hours(weekly=OPEN_ON_MONDAY)},
        [],
    ),
    "hours of another zone": (
        {"commands": SYNCHRONISED},
        NOON,
        {"hours": Hours(weekly=OPEN_ON_MONDAY, zone=DUBAI)},
        [
            "notice clock.other-zone: It is 16:00 in Asia/Dubai, by which the exhibition opens, "
            "and 12:00 on this machine."
        ],
    ),
    "another name for the same time": (
        {"commands": SYNCHRONISED},
        NOON.astimezone(ZoneInfo("Asia/Muscat")),
        {"hours": Hours(weekly=OPEN_ON_MONDAY, zone=DUBAI)},
        [],
    ),
    "no timedatectl": (
        {"files": {"run/systemd/timesync/synchronized": "", "etc/localtime": Link("/usr/share/zoneinfo/Asia/Beirut")}},
        NOON,
        {"hours": Hours(weekly=OPEN_ON_MONDAY)},
        ["problem clock.zone: The opening hours go by the machine's clock, and that is in Asia/Beirut."],
    ),
}


@pytest.mark.parametrize("name", CLOCKS)
def test_clocks(name: str, tmp_path: Path) -> None:
    planted, now, exhibition, expected = CLOCKS[name]
    assert lines(clock.examine(case(machine(tmp_path, **planted), now=now, **exhibition))) == expected


X11 = {"DISPLAY": ":0"}
SYSTEMD = {"run/systemd/system/keep": ""}
MASKED = {
    f"etc/systemd/system/{each}.target": Link("/dev/null") for each in ("sleep", "suspend", "hibernate", "hybrid-sleep")
}


def xset(saver: int, dpms: str, off: int) -> dict[str, str]:
    return {
        "xset q": f"Screen Saver:\n  prefer blanking:  yes\n  timeout:  {saver}    cycle:  600\n"
        f"DPMS (Energy Star):\n  Standby: 0    Suspend: 0    Off: {off}\n  DPMS is {dpms}\n  Monitor is On\n"
    }


GNOME = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}

POWERS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "all is off": ({"environment": X11, "commands": xset(0, "Disabled", 600), "files": {**SYSTEMD, **MASKED}}, []),
    "a screen saver": (
        {"environment": X11, "commands": xset(600, "Disabled", 0)},
        [
            "notice power.saver: The X server's screen saver comes after 600 s; "
            "the kiosk holds it off only while it runs."
        ],
    ),
    "DPMS": (
        {"environment": X11, "commands": xset(0, "Enabled", 900)},
        ["problem power.dpms: The X server switches the screen off after 900 s."],
    ),
    "DPMS that never comes": ({"environment": X11, "commands": xset(0, "Enabled", 0)}, []),
    "a desktop": (
        {
            "environment": GNOME,
            "commands": {
                "gsettings get org.gnome.desktop.session idle-delay": "uint32 300\n",
                "gsettings get org.gnome.desktop.screensaver lock-enabled": "true\n",
            },
        },
        [
            "problem power.desktop: The desktop goes to sleep after 300 s.",
            "notice power.lock: The desktop locks the screen.",
        ],
    ),
    "inside Wayland an X server has nothing to say": (
        {"environment": {**X11, "WAYLAND_DISPLAY": "wayland-0"}, "commands": xset(600, "Enabled", 900)},
        [],
    ),
    "Raspberry Pi OS": (
        {"files": {"proc/812/comm": "swayidle\n", "proc/813/comm": "labwc\n"}},
        ["problem power.program: A program runs that is made to darken the screen: swayidle."],
    ),
    "sleep is possible": (
        {"files": SYSTEMD},
        ["notice power.sleep: A program or a key may put the machine to sleep."],
    ),
    "logind sends it to sleep": (
        {"files": {**SYSTEMD, **MASKED, "etc/systemd/logind.conf.d/10.conf": "[Login]\nIdleAction=suspend\n"}},
        ["problem power.idle: A machine that nobody uses is put to suspend."],
    ),
    "a line that is commented out": (
        {"files": {**SYSTEMD, **MASKED, "etc/systemd/logind.conf": "[Login]\n#IdleAction=suspend\n"}},
        [],
    ),
    "a lid": (
        {"files": {**SYSTEMD, **MASKED, "proc/acpi/button/lid/LID0/state": "open"}},
        ["notice power.lid: Closing the lid puts the machine to sleep."],
    ),
    "a lid that does nothing": (
        {
            "files": {
                **SYSTEMD,
                **MASKED,
                "proc/acpi/button/lid/LID0/state": "open",
                "etc/systemd/logind.conf": "HandleLidSwitch=ignore\n",
            }
        },
        [],
    ),
    "on its battery": (
        {"files": {"sys/class/power_supply/BAT0/status": "Discharging\n"}},
        ["problem power.battery: The machine runs on its battery."],
    ),
}


@pytest.mark.parametrize("name", POWERS)
def test_powers(name: str, tmp_path: Path) -> None:
    planted, expected = POWERS[name]
    assert lines(power.examine(case(machine(tmp_path, **planted)))) == expected


SHOW = (
    "systemctl show film-kiosk.service "
    "--property=LoadState,ActiveState,SubState,UnitFileState,NRestarts,Result --no-pager"
)


def unit(
    load: str = "loaded", active: str = "active", file: str = "enabled", restarts: int = 0, result: str = "success"
):
    told = f"LoadState={load}\nActiveState={active}\nUnitFileState={file}\nNRestarts={restarts}\nResult={result}\n"
    return {"files": SYSTEMD, "commands": {SHOW: told}}


SERVICES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "no systemd": ({}, []),
    "runs": (unit(), []),
    "not installed": (
        unit(load="not-found", active="inactive", file=""),
        ["notice service.none: The kiosk does not start with the machine."],
    ),
    "given up": (
        unit(active="failed", result="start-limit-hit", restarts=5),
        ["problem service.failed: The service film-kiosk.service has given up (start-limit-hit)."],
    ),
    "not enabled": (
        unit(file="disabled"),
        [
            "problem service.disabled: The service film-kiosk.service is installed but disabled, "
            "so it does not start with the machine."
        ],
    ),
    "restless": (
        unit(restarts=7),
        [
            "problem service.restarts: The service film-kiosk.service had to be started again 7 times "
            "since it was first started."
        ],
    ),
    "systemd does not answer": (
        {"files": SYSTEMD},
        ["notice service.none: The kiosk does not start with the machine."],
    ),
}


@pytest.mark.parametrize("name", SERVICES)
def test_services(name: str, tmp_path: Path) -> None:
    planted, expected = SERVICES[name]
    assert lines(service.examine(case(machine(tmp_path, **planted)))) == expected


GIVEN = {
    "etc/systemd/system/film-kiosk.service": "[Service]\nReadWritePaths=/srv/exhibition\n",
    "etc/udev/rules.d/90-film-kiosk.rules": "",
}


@pytest.mark.parametrize(
    ("folder", "usb", "files", "expected"),
    [
        ("/srv/exhibition/show", "copy", GIVEN, []),
        ("/srv/show", "off", {}, []),
        (
            "/srv/show",
            "copy",
            GIVEN,
            [
                "problem service.sticks: usb: copy has no effect, because the service film-kiosk.service "
                "may not write in /srv."
            ],
        ),
        (
            "/srv/show",
            "play",
            {},
            [
                "problem service.sticks: usb: play has no effect, because nobody mounts sticks for the service "
                "film-kiosk.service."
            ],
        ),
    ],
)
def test_sticks_for_the_service(
    folder: str, usb: str, files: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    planted = unit()
    looked = service.look(machine(tmp_path, files={**planted["files"], **files}, commands=planted["commands"]))
    found = service.judge(looked, Path(folder), usb)
    assert [f"{each.severity} {each.code}: {each.message}" for each in found] == expected


def at(thousandths: int) -> dict[str, str]:
    return {
        "sys/class/thermal/thermal_zone0/type": "cpu-thermal\n",
        "sys/class/thermal/thermal_zone0/temp": f"{thousandths}\n",
    }


def throttled(bits: str) -> dict[str, Any]:
    return {"commands": {"vcgencmd get_throttled": f"throttled={bits}\n"}}


HEATS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "cool": ({"files": at(45_000)}, []),
    "warm": ({"files": at(74_600)}, ["notice heat.warm: The machine is at 75 °C (cpu-thermal)."]),
    "hot": (
        {"files": at(85_200)},
        ["problem heat.hot: The machine is at 85 °C (cpu-thermal), at which it slows down."],
    ),
    "a sensor that cannot be right": ({"files": at(-273_000)}, []),
    "no sensor": ({}, []),
    "a Raspberry Pi that is well": (throttled("0x0"), []),
    "too little voltage": (
        throttled("0x50005"),
        ["problem heat.voltage: The Raspberry Pi has too little voltage at this moment."],
    ),
    "too little voltage before": (
        throttled("0x10000"),
        ["problem heat.voltage-before: The Raspberry Pi had too little voltage at some time since it was started."],
    ),
    "slowed": (
        throttled("0x80008"),
        ["problem heat.slowed: The Raspberry Pi runs slower at this moment, because it is too warm."],
    ),
    "slowed before": (
        {"files": {"sys/devices/platform/soc/soc:firmware/get_throttled": "40000\n"}},
        [
            "notice heat.slowed-before: The Raspberry Pi ran slower at some time since it was started, "
            "because it was too warm."
        ],
    ),
}


@pytest.mark.parametrize("name", HEATS)
def test_heats(name: str, tmp_path: Path) -> None:
    planted, expected = HEATS[name]
    assert lines(heat.examine(case(machine(tmp_path, **planted)))) == expected


def memory(
    total_kb: int, available_kb: int, processors: int = 4, load: str = "0.40 0.50 0.60 1/200 999"
) -> dict[str, Any]:
    cpus = "".join(f"processor\t: {number}\nmodel name\t: Some CPU\n\n" for number in range(processors))
    return {
        "files": {
            "proc/meminfo": f"MemTotal:       {total_kb} kB\nMemFree:  1 kB\nMemAvailable:   {available_kb} kB\n",
            "proc/cpuinfo": cpus,
            "proc/loadavg": load,
        }
    }


RESOURCES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "enough": (memory(8_000_000, 6_000_000), []),
    "a machine sold with 2 GB": (memory(1_886_000, 1_200_000), []),
    "1 GB": (
        memory(945_000, 600_000),
        ["problem resources.memory: The machine has 923 MB of memory; the kiosk wants 2 GB."],
    ),
    "nothing left": (memory(4_000_000, 200_000), ["problem resources.free: Only 195 MB of memory are free."]),
    "one processor": (
        memory(4_000_000, 3_000_000, processors=1),
        [
            "problem resources.processors: The machine has one processor, "
            "which is too few for films and touches at once."
        ],
    ),
    "busy": (
        memory(4_000_000, 3_000_000, load="4.00 3.70 2.00 5/300 99"),
        ["notice resources.busy: The machine is busy: 3.7 of 4 processors in the last 5 minutes."],
    ),
}


@pytest.mark.parametrize("name", RESOURCES)
def test_resources(name: str, tmp_path: Path) -> None:
    planted, expected = RESOURCES[name]
    assert lines(resources.examine(case(machine(tmp_path, **planted)))) == expected


def test_what_the_graphics_hardware_could_decode(tmp_path: Path) -> None:
    vainfo = (
        "      VAProfileH264High               : VAEntrypointVLD\n"
        "      VAProfileH264High               : VAEntrypointEncSlice\n"
        "      VAProfileHEVCMain10             : VAEntrypointVLD\n"
        "      VAProfileAV1Profile0            : VAEntrypointEncSlice\n"
    )
    files = {"dev/dri/renderD128": "", "sys/class/drm/card0/device/driver": Link("../../../bus/pci/drivers/i915")}
    examined = decoding.examine(case(machine(tmp_path, files, {"vainfo --display drm": vainfo})))
    assert (examined.facts, examined.findings) == (
        (
            "graphics: i915",
            "the hardware could decode H264, HEVC",
            "films are decoded by the processor, with this hardware or without",
        ),
        (),
    )


def test_hardware_that_may_not_be_used() -> None:
    found = decoding.judge(decoding.Decoding(nodes=(("/dev/dri/renderD128", False),)))
    assert [each.message for each in found] == [
        "The graphics hardware (/dev/dri/renderD128) may not be used by this user."
    ]
