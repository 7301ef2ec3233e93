"""Planted screens, touchscreens and ways of switching a screen off, and what doctor says of them."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibition.closing import Closing
from kiosk.exhibition.exhibition import Screen
from kiosk.health.doctor import display, screen_off, touch
from kiosk.power.methods import Command, Found, Method
from tests.health.doctor.planted import case, lines, machine

LOOK = "kiosk.ui.displays"
X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}


def seen(*displays: tuple[int, int, int | None], driver: str = "x11") -> dict[str, Any]:
    """What SDL tells of displays of these widths, heights and rates."""
    return {
        LOOK: {
            "driver": driver,
            "displays": [
                {"number": number, "name": f"HDMI-{number + 1}", "width": width, "height": height, "refresh": rate}
                for number, (width, height, rate) in enumerate(displays)
            ],
        }
    }


def edid(width_cm: int, height_cm: int) -> bytes:
    return bytes(21) + bytes([width_cm, height_cm]) + bytes(105)


HD = seen((1920, 1080, 60))

DISPLAYS: dict[str, tuple[dict[str, Any], Screen, list[str]]] = {
    "full HD at 60 Hz": ({"answers": HD}, Screen(), []),
    "the rate is not known": ({"answers": seen((1920, 1080, None))}, Screen(), []),
    "an upright one": ({"answers": seen((1080, 1920, 50), driver="wayland")}, Screen(size=(1080, 1920)), []),
    "one that hangs turned": ({"answers": HD}, Screen(size=(1080, 1920), rotate=90), []),
    "nothing": ({"answers": {LOOK: {"reason": "none"}}}, Screen(), ["problem display.none: There is no display."]),
    "the look hung": ({}, Screen(), ["problem display.none: There is no display."]),
    "an X server elsewhere": (
        {"answers": {LOOK: {"reason": "none"}}, "files": {"tmp/.X11-unix/X0": ""}},
        Screen(),
        ["problem display.elsewhere: A display server runs here, but doctor was not started from it."],
    ),
    "a screen without a server": (
        {
            "files": {
                "sys/class/drm/card1-HDMI-A-1/status": "connected\n",
                "sys/class/drm/card1-HDMI-A-2/status": "disconnected\n",
            }
        },
        Screen(),
        ["problem display.server: A screen is connected (HDMI-A-1), but no display server shows anything on it."],
    ),
    "a number too high": (
        {"answers": HD},
        Screen(display=1),
        ["problem display.number: screen.display is 1, but there is only display 0; the kiosk takes another one."],
    ),
    "a number too high of two": (
        {"answers": seen((1920, 1080, 60), (1920, 1080, 60))},
        Screen(display=2),
        [
            "problem display.number: screen.display is 2, but there are only the displays 0 to 1; "
            "the kiosk takes another one."
        ],
    ),
    "4K over an old cable": (
        {"answers": seen((3840, 2160, 30))},
        Screen(),
        ["problem display.refresh: The display shows only 30 pictures a second, so movements stutter."],
    ),
    "another size than asked for": (
        {"answers": HD},
        Screen(size=(3840, 2160)),
        ["problem display.size: screen.size is 3840x2160, but the display has 1920x1080."],
    ),
    "a small one": (
        {"answers": seen((800, 480, 60))},
        Screen(),
        ["notice display.small: The display has only 800x480 pixels, so texts have little room."],
    ),
    "8K": (
        {"answers": seen((7680, 4320, 60))},
        Screen(),
        ["notice display.large: The display has 7680x4320 pixels, more than films are worth."],
    ),
    "larger than written": (
        {
            "answers": HD,
            "files": {"sys/class/drm/card0-DP-1/status": "connected\n", "sys/class/drm/card0-DP-1/edid": edid(95, 53)},
        },
        Screen(inches=24),
        ["notice display.inches: The screen says that it measures 42.8 inches, kiosk.yaml says 24."],
    ),
    "as large as written": (
        {
            "answers": HD,
            "files": {"sys/class/drm/card0-DP-1/status": "connected\n", "sys/class/drm/card0-DP-1/edid": edid(53, 30)},
        },
        Screen(inches=24),
        [],
    ),
    "a screen that tells no size": (
        {
            "answers": HD,
            "files": {"sys/class/drm/card0-DP-1/status": "connected\n", "sys/class/drm/card0-DP-1/edid": edid(0, 0)},
        },
        Screen(inches=24),
        [],
    ),
}


@pytest.mark.parametrize("name", DISPLAYS)
def test_displays(name: str, tmp_path: Path) -> None:
    planted, screen, expected = DISPLAYS[name]
    assert lines(display.examine(case(machine(tmp_path, **planted), screen=screen))) == expected


def test_the_way_to_a_display_server_elsewhere_is_told(tmp_path: Path) -> None:
    files = {"run/user/1000/wayland-0": "", "run/user/1000/wayland-0.lock": "", "tmp/.X11-unix/X1": ""}
    found = display.examine(case(machine(tmp_path, files))).findings
    assert [each.remedy for each in found] == [
        "Run it again on that screen: XDG_RUNTIME_DIR=/run/user/1000 WAYLAND_DISPLAY=wayland-0 kiosk doctor"
    ]


MULTITOUCH = """I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK Multi-Touch"
P: Phys=usb-xhci-hcd.0-1/input0
S: Sysfs=/devices/pci0000:00/usb1/input/input7
U: Uniq=
H: Handlers=mouse1 event4
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
B: ABS=3273800000000003
B: MSC=20
"""
SINGLE = """N: Name="eGalax Resistive"
H: Handlers=event5
B: PROP=2
B: KEY=400 0 0 0 0 0
B: ABS=3
"""
TOUCHPAD = """N: Name="SynPS/2 Synaptics TouchPad"
H: Handlers=mouse0 event2
B: PROP=5
B: KEY=e520 30000 0 0 0 0
B: ABS=660800011000003
"""
MOUSE = """N: Name="USB Mouse"
H: Handlers=mouse0 event3
B: PROP=0
B: REL=1943
"""
LISTING = "proc/bus/input/devices"
NO_TOUCH = "problem touch.none: There is no touchscreen; only a mouse would work."


def calibrated(matrix: str) -> dict[str, Any]:
    return {
        LISTING: MULTITOUCH,
        "dev/input/event4": "",
        "sys/class/input/event4/dev": "13:68\n",
        "run/udev/data/c13:68": f"I:123\nE:ID_INPUT=1\nE:LIBINPUT_CALIBRATION_MATRIX={matrix}\n",
    }


def xrandr(*outputs: str) -> dict[str, Any]:
    return {"xrandr --query": "Screen 0: minimum 1 x 1\n" + "".join(f"{each}\n" for each in outputs)}


ONE = "HDMI-1 connected primary 1920x1080+0+0 (normal left inverted right x axis y axis) 527mm x 296mm"
TWO = "DP-1 connected 1920x1080+1920+0 (normal left inverted right x axis y axis) 527mm x 296mm"
LEFT = "HDMI-1 connected primary 1080x1920+0+0 left (normal left inverted right x axis y axis) 527mm x 296mm"
LIST_PROPS = "xinput list-props ILITEK Multi-Touch"

TOUCH: dict[str, tuple[dict[str, Any], dict[str, Any], list[str]]] = {
    "a touchscreen": ({"files": {LISTING: MULTITOUCH, "dev/input/event4": ""}}, {}, []),
    "one finger at a time": ({"files": {LISTING: SINGLE, "dev/input/event5": ""}}, {}, []),
    "a mouse and a touchpad": ({"files": {LISTING: f"{MOUSE}\n{TOUCHPAD}"}}, {}, [NO_TOUCH]),
    "a loop needs none": ({"files": {LISTING: MOUSE}}, {"mode": "loop"}, []),
    "nothing is told": (
        {},
        {},
        ["notice touch.unknown: This system does not tell which input devices there are, so no touchscreen was found."],
    ),
    "an unneeded calibration": ({"files": calibrated("1 0 0 0 1 0")}, {}, []),
    "a calibration": (
        {"files": calibrated("1.1 0 -0.05 0 1.08 -0.04")},
        {},
        ["notice touch.calibrated: The touchscreen ILITEK Multi-Touch has a calibration: 1.1 0 -0.05 0 1.08 -0.04."],
    ),
    "turned twice": (
        {"files": calibrated("0 -1 1 1 0 0")},
        {"screen": Screen(rotate=90)},
        [
            "problem touch.turned-twice: The touchscreen ILITEK Multi-Touch is turned by its calibration, "
            "and by screen.rotate once more."
        ],
    ),
    "turned by xinput alone": (
        {
            "files": {LISTING: MULTITOUCH, "dev/input/event4": ""},
            "environment": X11,
            "commands": {
                **xrandr(LEFT),
                LIST_PROPS: "\tCoordinate Transformation Matrix (154):\t0.000000, -1.000000, 1.000000, 1.000000, "
                "0.000000, 0.000000, 0.000000, 0.000000, 1.000000\n",
            },
        },
        {},
        ["notice touch.calibrated: The touchscreen ILITEK Multi-Touch has a calibration: 0 -1 1 1 0 0."],
    ),
    "the picture is turned, the touch is not": (
        {
            "files": {LISTING: MULTITOUCH, "dev/input/event4": ""},
            "environment": X11,
            "commands": xrandr(LEFT),
        },
        {},
        [
            "problem touch.not-turned: The picture is turned by the display server, "
            "but the touchscreen ILITEK Multi-Touch is not."
        ],
    ),
    "one touchscreen for two displays": (
        {"files": {LISTING: MULTITOUCH, "dev/input/event4": ""}, "environment": X11, "commands": xrandr(ONE, TWO)},
        {},
        ["problem touch.spread: There are 2 displays, and the touchscreen is spread over all of them."],
    ),
    "a compositor knows which display is touched": (
        {
            "files": {LISTING: MULTITOUCH, "dev/input/event4": ""},
            "environment": {**X11, **WAYLAND},
            "commands": xrandr(LEFT, TWO),
        },
        {},
        [],
    ),
    "its file is gone, and no server reads it": (
        {"files": {LISTING: MULTITOUCH}},
        {},
        ["problem touch.locked: /dev/input/event4 may not be read by this user, so fingers are not heard."],
    ),
    "its file is the server's business": (
        {"files": {LISTING: MULTITOUCH}, "environment": WAYLAND},
        {},
        [],
    ),
}


@pytest.mark.parametrize("name", TOUCH)
def test_touch(name: str, tmp_path: Path) -> None:
    planted, exhibition, expected = TOUCH[name]
    assert lines(touch.examine(case(machine(tmp_path, **planted), **exhibition))) == expected


NO_WAY = "problem screen-off.none: when_closed.screen is off, but no way to switch this screen off was found."
CEC_ALONE = "notice screen-off.cec: " + (
    "The screen can only be switched over the HDMI cable (CEC), by which some screens do not wake."
)

WAYS: dict[str, tuple[dict[str, str | None], list[str]]] = {
    "DPMS": ({"DPMS": None, "vcgencmd": "vcgencmd is not installed"}, []),
    "an X server without power control": (
        {"DPMS": "this X server has no DPMS", "vcgencmd": "vcgencmd is not installed"},
        [f"{NO_WAY} DPMS: this X server has no DPMS."],
    ),
    "a compositor that does not let it": (
        {"wlopm": "ends with 1: does not support", "vcgencmd": "answers: display_power=-1"},
        [f"{NO_WAY} wlopm: ends with 1: does not support; vcgencmd: answers: display_power=-1."],
    ),
    "an old Raspberry Pi": ({"vcgencmd": None}, []),
    "CEC alone": ({"DPMS": "this X server has no DPMS", "CEC on /dev/cec0": None}, [CEC_ALONE]),
    "CEC beside DPMS": ({"DPMS": None, "CEC by cec-client": None}, []),
    "nothing": ({}, [NO_WAY]),
}


def answering(answers: dict[str, str | None]) -> list[Found]:
    """A machine that says this to the ways: why they do not work, None if they do."""
    return [Found(Method(name, Command(("ask",)), (), ()), why) for name, why in answers.items()]


@pytest.mark.parametrize("name", WAYS)
def test_ways_to_switch_the_screen_off(name: str, tmp_path: Path) -> None:
    answers, expected = WAYS[name]
    off = case(machine(tmp_path), closing=Closing(screen="off"))
    assert lines(screen_off.examine(off, probe=lambda: answering(answers))) == expected


def test_a_screen_that_stays_on_needs_no_way(tmp_path: Path) -> None:
    for stays in (case(machine(tmp_path), closing=Closing(screen="black")), case(machine(tmp_path))):
        assert lines(screen_off.examine(stays, probe=list)) == []


def test_this_machine_is_asked_the_way_the_kiosk_asks_it(tmp_path: Path) -> None:
    examined = screen_off.examine(case(machine(tmp_path)))
    assert len(examined.facts) == 1
    assert examined.findings == ()
