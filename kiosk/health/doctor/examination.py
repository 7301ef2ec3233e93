"""The whole examination: all parts at the same time, and none waited for longer than it may take."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kiosk.health.doctor import (
    clock,
    decoding,
    display,
    films,
    folders,
    heat,
    letters,
    player,
    power,
    resources,
    screen_off,
    service,
    software,
    sound,
    touch,
)
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, notice

Examine = Callable[[Case], Examined]

PARTS: Final[Mapping[str, Examine]] = {
    "exhibition": films.examine,
    "vlc": player.examine,
    "decoding": decoding.examine,
    "letters": letters.examine,
    "display": display.examine,
    "touch": touch.examine,
    "sound": sound.examine,
    "folders": folders.examine,
    "clock": clock.examine,
    "power": power.examine,
    "screen-off": screen_off.examine,
    "service": service.examine,
    "heat": heat.examine,
    "resources": resources.examine,
    "software": software.examine,
}
"""By name, in the order in which they are told."""

SECONDS: Final = 60.0
"""Longer than all that a part may wait for one after the other. What is not done then hangs on the machine."""


def examine_all(case: Case, parts: Mapping[str, Examine] = PARTS, seconds: float = SECONDS) -> list[Examined]:
    """Every part, in order. One that breaks or hangs is told as such and keeps no other one off."""
    found: dict[str, Examined] = {}

    def look(name: str, examine: Examine) -> None:
        try:
            found[name] = examine(case)
        except Exception as error:
            found[name] = _unseen(name, f"broke off ({type(error).__name__}: {error})")

    # Threads of their own and not a pool: a pool would wait at the end for one that hangs.
    threads = [
        threading.Thread(target=look, args=part, name=f"doctor-{part[0]}", daemon=True) for part in parts.items()
    ]
    for each in threads:
        each.start()
    end = time.monotonic() + seconds
    for each in threads:
        each.join(max(0.0, end - time.monotonic()))
    return [found.get(name) or _unseen(name, f"was not done after {seconds:.0f} s") for name in parts]


def _unseen(name: str, what: str) -> Examined:
    message = f"The look at this part {what}."
    remedy = "Run doctor again; if it stays so, send its report along with a word on what happened."
    return Examined(name, name.capitalize(), findings=(notice("doctor.unseen", message, remedy),))


def findings_of(examined: Sequence[Examined]) -> int:
    """How many of the findings are more than notices."""
    return sum(each.severity != "notice" for part in examined for each in part.findings)
