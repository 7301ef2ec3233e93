"""The touchscreen: whether there is one, and whether a finger is found where it is."""

import re
from dataclasses import dataclass
from typing import Final

from kiosk.exhibition.exhibition import Screen
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.health.doctor.machine import Machine

# Numbers of bits, from linux/input-event-codes.h.
_ABS_X: Final = 0x00
_ABS_MT_POSITION_X: Final = 0x35
_BTN_TOUCH: Final = 0x14A
_PROP_DIRECT: Final = 0x01
_WORD_BITS: Final = 64

_AS_IT_IS: Final = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
_CLOSE: Final = 0.001

Matrix = tuple[float, ...]
"""The first two rows of what turns a finger's place into one on the screen: six numbers, 1 0 0 0 1 0 for "as it is"."""


@dataclass(frozen=True, slots=True)
class Touchscreen:
    """``node`` is its file below /dev/input. ``matrix``: its calibration, None where none is set."""

    name: str
    node: str
    readable: bool = True
    matrix: Matrix | None = None


@dataclass(frozen=True, slots=True)
class Touch:
    """``known``: the system tells which devices there are. ``reads_itself``: there is no display server, so the kiosk
    would read them itself. ``turned``: the X server turns the picture. ``displays``: how many it shows."""

    screens: tuple[Touchscreen, ...] = ()
    known: bool = True
    reads_itself: bool = False
    turned: bool = False
    displays: int = 1


def look(machine: Machine) -> Touch:
    listing = machine.text("proc/bus/input/devices")
    found = []
    for block in re.split(r"\n\s*\n", listing or ""):
        node = re.search(r"H: Handlers=.*?\b(event\d+)", block)
        if node and is_touchscreen(block):
            name = re.search(r'N: Name="(.*)"', block)
            label = name[1].strip() if name else "touchscreen"
            path = f"/dev/input/{node[1]}"
            found.append(Touchscreen(label, path, machine.may_read(path), _matrix(machine, node[1], label)))
    reads_itself = not (machine.has_x11 or machine.has_wayland)
    turned, displays = _picture(machine)
    return Touch(tuple(found), listing is not None, reads_itself, turned, displays)


def is_touchscreen(block: str) -> bool:
    """Whether a block of ``/proc/bus/input/devices`` describes a device that is touched where its picture is."""
    direct = _has_bit(block, "PROP", _PROP_DIRECT)
    places = _has_bit(block, "ABS", _ABS_MT_POSITION_X) or (
        _has_bit(block, "ABS", _ABS_X) and _has_bit(block, "KEY", _BTN_TOUCH)
    )
    return direct and places


def _has_bit(block: str, name: str, bit: int) -> bool:
    line = re.search(rf"^B: {name}=([0-9a-f ]+)$", block, re.MULTILINE)
    words = line[1].split() if line else []
    at = bit // _WORD_BITS
    return at < len(words) and bool(int(words[-1 - at], 16) >> bit % _WORD_BITS & 1)


def _matrix(machine: Machine, node: str, name: str) -> Matrix | None:
    """Of udev's rules, which libinput follows, else of the X server."""
    numbers = machine.text(f"sys/class/input/{node}/dev")
    rules = machine.text(f"run/udev/data/c{numbers}") if numbers else None
    told = re.search(r"LIBINPUT_CALIBRATION_MATRIX=([-0-9. ]+)", rules or "")
    if told and len(told[1].split()) >= len(_AS_IT_IS):
        return tuple(float(each) for each in told[1].split()[: len(_AS_IT_IS)])
    if not machine.has_x11:
        return None
    said = machine.run("xinput", "list-props", name)
    told = re.search(r"Coordinate Transformation Matrix.*?:\s*([-0-9., ]+)", said.out if said else "")
    return tuple(float(each) for each in told[1].split(",")[: len(_AS_IT_IS)]) if told else None


def _picture(machine: Machine) -> tuple[bool, int]:
    """Whether the X server turns a picture, and how many it shows."""
    said = machine.run("xrandr", "--query") if machine.has_x11 else None
    shown = re.findall(
        r"^\S+ connected(?: primary)? \d+x\d+\+\d+\+\d+ (\w+ )?\(", said.out if said else "", re.MULTILINE
    )
    return any(shown), max(1, len(shown))


def judge(touch: Touch, screen: Screen, mode: str) -> list[Finding]:
    if not touch.screens:
        return [] if mode == "loop" else [_missing(touch)]
    found = [each for device in touch.screens for each in _of_calibration(device, touch, screen)]
    locked = [each for each in touch.screens if not each.readable]
    if locked and touch.reads_itself:
        message = f"{locked[0].node} may not be read by this user, so fingers are not heard."
        found.append(problem("touch.locked", message, "Add the user to the group input, and start the machine again."))
    if len(touch.screens) == 1 and touch.displays > 1 and touch.screens[0].matrix in (None, _AS_IT_IS):
        message = f"There are {touch.displays} displays, and the touchscreen is spread over all of them."
        remedy = (
            f'Bind it to its own: xinput map-to-output "{touch.screens[0].name}" OUTPUT (xrandr lists the outputs).'
        )
        found.append(problem("touch.spread", message, remedy))
    return found


def _missing(touch: Touch) -> Finding:
    if not touch.known:
        message = "This system does not tell which input devices there are, so no touchscreen was found."
        return notice("touch.unknown", message, "Run doctor on the machine itself, not in a container.")
    message = "There is no touchscreen; only a mouse would work."
    return problem("touch.none", message, "Connect the touchscreen's USB cable, to another socket if it is connected.")


def _of_calibration(device: Touchscreen, touch: Touch, screen: Screen) -> list[Finding]:
    if device.matrix is None or is_close(device.matrix, _AS_IT_IS):
        if not touch.turned:
            return []
        message = f"The picture is turned by the display server, but the touchscreen {device.name} is not."
        remedy = "Turn it in kiosk.yaml instead (screen.rotate) and leave the display server as it is."
        return [problem("touch.not-turned", message, remedy)]
    if screen.rotate and _turns(device.matrix):
        message = f"The touchscreen {device.name} is turned by its calibration, and by screen.rotate once more."
        return [problem("touch.turned-twice", message, "Remove the calibration, and keep screen.rotate.")]
    numbers = " ".join(f"{each:g}" for each in device.matrix)
    message = f"The touchscreen {device.name} has a calibration: {numbers}."
    return [
        notice("touch.calibrated", message, "Touch all four corners, and remove it if fingers are not found there.")
    ]


def is_close(one: Matrix, other: Matrix) -> bool:
    return all(abs(a - b) < _CLOSE for a, b in zip(one, other, strict=True))


def _turns(matrix: Matrix) -> bool:
    """Whether it swaps the axes or reverses one of them."""
    return abs(matrix[1]) > 0.5 or abs(matrix[3]) > 0.5 or matrix[0] < 0 or matrix[4] < 0


def told(touch: Touch) -> list[str]:
    return [f"{each.name} ({each.node})" for each in touch.screens] or ["no touchscreen"]


def examine(case: Case) -> Examined:
    touch = look(case.machine)
    screen, mode = (case.exhibition.screen, case.exhibition.mode) if case.exhibition else (Screen(), "kiosk")
    return Examined("touch", "Touch", tuple(told(touch)), tuple(judge(touch, screen, mode)))
