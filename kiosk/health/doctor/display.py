"""The screen: which server shows it, and whether it is as ``kiosk.yaml`` says."""

import math
import re
from dataclasses import dataclass
from typing import Literal

from kiosk.exhibition.exhibition import Screen
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.health.doctor.machine import Machine

SECONDS = 15.0

Server = Literal["X11", "Wayland", "console", "none"]

_SERVERS: dict[str, Server] = {"x11": "X11", "wayland": "Wayland", "kmsdrm": "console"}
_SMALLEST = (1024, 600)
_MOST_PIXELS = 3840 * 2160
_SLOWEST_HERTZ = 48
_INCHES_OFF = 0.15


@dataclass(frozen=True, slots=True)
class Display:
    """``number`` as in ``screen.display``; pixels; ``refresh`` in hertz where it is known."""

    number: int
    name: str
    width: int
    height: int
    refresh: int | None = None


@dataclass(frozen=True, slots=True)
class Displays:
    """What SDL finds. ``elsewhere``: servers that run on this machine, though doctor was not started from them.
    ``connected``: sockets with a screen. ``inches``: diagonals of connected screens, as these tell themselves."""

    server: Server
    displays: tuple[Display, ...] = ()
    elsewhere: tuple[str, ...] = ()
    connected: tuple[str, ...] = ()
    inches: tuple[float, ...] = ()


def look(machine: Machine) -> Displays:
    told = machine.ask("kiosk.ui.displays", SECONDS) or {}
    sockets = [
        each.rsplit("/", 1)[0] for each in machine.paths("sys/class/drm/card*-*/status") if _is_on(machine, each)
    ]
    displays = tuple(
        Display(each["number"], each["name"], each["width"], each["height"], each["refresh"])
        for each in told.get("displays", ())
    )
    inches = [size for each in sockets if (size := _inches(machine, each)) is not None]
    return Displays(
        _SERVERS.get(str(told.get("driver")), "X11" if displays else "none"),
        displays,
        () if displays else _servers(machine),
        tuple(each.rsplit("/", 1)[-1].split("-", 1)[-1] for each in sockets),
        tuple(inches),
    )


def _is_on(machine: Machine, status: str) -> bool:
    return machine.text(status) == "connected"


def _servers(machine: Machine) -> tuple[str, ...]:
    """What to put before a command so that it finds a server that runs on this machine."""
    x11 = [re.sub(r".*/X", "DISPLAY=:", each) for each in machine.paths("tmp/.X11-unix/X*")]
    sockets = [each for each in machine.paths("run/user/*/wayland-*") if not each.endswith(".lock")]
    wayland = [
        f"XDG_RUNTIME_DIR={folder} WAYLAND_DISPLAY={name}" for folder, _, name in (s.rpartition("/") for s in sockets)
    ]
    return (*wayland, *x11)


def _inches(machine: Machine, socket: str) -> float | None:
    """The diagonal in the first 23 bytes of what a screen tells of itself (EDID): width and height in centimetres."""
    raw = machine.head(f"{socket}/edid", 23) or b""
    if len(raw) < 23 or not (raw[21] and raw[22]):
        return None
    return round(math.hypot(raw[21], raw[22]) / 2.54, 1)


def judge(seen: Displays, screen: Screen) -> list[Finding]:
    if not seen.displays:
        return [_missing(seen)]
    found = []
    if screen.display >= len(seen.displays):
        message = (
            f"screen.display is {screen.display}, but there {_are(len(seen.displays))}; the kiosk takes another one."
        )
        found.append(problem("display.number", message, "Look at `kiosk screens` and write one of its numbers."))
    used = seen.displays[screen.display % len(seen.displays)]
    return [*found, *_of_size(used, screen), *_of_refresh(used), *_of_inches(seen, screen)]


def _missing(seen: Displays) -> Finding:
    if seen.elsewhere:
        message = "A display server runs here, but doctor was not started from it."
        return problem("display.elsewhere", message, f"Run it again on that screen: {seen.elsewhere[0]} kiosk doctor")
    if seen.connected:
        message = f"A screen is connected ({', '.join(seen.connected)}), but no display server shows anything on it."
        return problem("display.server", message, "Start a desktop or cage, and run doctor from there.")
    message = "There is no display."
    return problem("display.none", message, "Connect the screen, switch it on, and start the machine again.")


def _are(number: int) -> str:
    return "is only display 0" if number == 1 else f"are only the displays 0 to {number - 1}"


def _of_size(used: Display, screen: Screen) -> list[Finding]:
    found = []
    hung = screen.as_hung((used.width, used.height))
    if screen.size and screen.fullscreen and screen.size != hung:
        message = f"screen.size is {_pixels(screen.size)}, but the display has {_pixels(hung)}."
        found.append(problem("display.size", message, "Write size: auto, or set the display to that size."))
    if min(used.width, used.height) < _SMALLEST[1] or max(used.width, used.height) < _SMALLEST[0]:
        message = f"The display has only {used.width}x{used.height} pixels, so texts have little room."
        found.append(notice("display.small", message, "Set the display to its full size in the system's settings."))
    if used.width * used.height > _MOST_PIXELS:
        message = f"The display has {used.width}x{used.height} pixels, more than films are worth."
        found.append(notice("display.large", message, "Set the display to 3840x2160 or 1920x1080, which costs less."))
    return found


def _pixels(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def _of_refresh(used: Display) -> list[Finding]:
    if used.refresh is None or used.refresh >= _SLOWEST_HERTZ:
        return []
    message = f"The display shows only {used.refresh} pictures a second, so movements stutter."
    remedy = "Choose 50 or 60 Hz in the system's settings, with a smaller size or a better cable if need be."
    return [problem("display.refresh", message, remedy)]


def _of_inches(seen: Displays, screen: Screen) -> list[Finding]:
    """Only where there is one screen: else nobody knows which one tells its size."""
    if len(seen.inches) != 1 or not 7 <= seen.inches[0] <= 120:
        return []
    told = seen.inches[0]
    if abs(told - screen.inches) <= _INCHES_OFF * told:
        return []
    message = f"The screen says that it measures {told:g} inches, kiosk.yaml says {screen.inches:g}."
    return [notice("display.inches", message, f"Measure its diagonal; if it is right, write inches: {told:.0f}.")]


def told(seen: Displays) -> list[str]:
    lines = [f"server: {seen.server}"]
    for each in seen.displays:
        rate = f", {each.refresh} Hz" if each.refresh else ""
        lines.append(f"display {each.number}: {each.name}, {each.width}x{each.height}{rate}")
    return lines


def examine(case: Case) -> Examined:
    seen = look(case.machine)
    screen = case.exhibition.screen if case.exhibition else Screen()
    return Examined("display", "Screen", tuple(told(seen)), tuple(judge(seen, screen)))
