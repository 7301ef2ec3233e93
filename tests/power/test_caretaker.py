"""What is done when the exhibition closes and opens, in which order, and what is said about it."""

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.caretaker import Caretaker
from kiosk.power.methods import Command, Found, Method
from kiosk.visit.effects import RunCommand, ScreenOff, ScreenOn


def method(folder: Path, name: str, off: str = "true") -> Method:
    def command(verb: str, body: str) -> Command:
        return Command(("sh", "-c", f"echo {name} {verb} >> {folder}/done; {body}"))

    return Method(name, command("ask", "true"), (command("off", off),), (command("on", "true"),))


Open = Callable[..., Caretaker]


@pytest.fixture
def caretaker(tmp_path: Path) -> Iterator[Open]:
    made: list[Caretaker] = []

    def start(*found: Found) -> Caretaker:
        made.append(Caretaker(tmp_path, lambda: found))
        return made[-1]

    yield start
    for each in made:
        each.close()


def lines_said(caplog: pytest.LogCaptureFixture, count: int) -> list[str]:
    """The first lines of the log, as soon as there are so many."""
    latest = time.monotonic() + 30
    while len(caplog.messages) < count and time.monotonic() < latest:
        time.sleep(0.01)
    return caplog.messages


def test_all_ways_that_work_are_used_one_after_the_other(
    caretaker: Open, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    works = [Found(method(tmp_path, name), None) for name in ("wlopm", "CEC")]
    house = caretaker(*works, Found(method(tmp_path, "vcgencmd"), "vcgencmd is not installed"))
    for errand in (RunCommand(("sh", "-c", "echo lamp off >> done")), ScreenOff(), ScreenOff(), ScreenOn()):
        house.perform(errand)
    assert lines_said(caplog, 4) == [
        "Ran sh -c 'echo lamp off >> done'",
        "The screen is off (wlopm, CEC).",
        "The screen is off (wlopm, CEC).",
        "The screen is on (wlopm, CEC).",
    ]
    assert (tmp_path / "done").read_text().splitlines() == [
        *("lamp off", "wlopm off", "CEC off", "wlopm off", "CEC off", "wlopm on", "CEC on")
    ]


def test_what_fails_is_a_line_and_keeps_nothing_else_from_being_done(
    caretaker: Open, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    refuses = Found(method(tmp_path, "vcgencmd", "echo display_power=1; exit 1"), None)
    house = caretaker(Found(method(tmp_path, "DPMS"), "this X server has no DPMS"), refuses)
    house.perform(RunCommand(("no-such-lamp", "the hall")))
    house.perform(ScreenOff())
    house.perform(ScreenOn())
    assert lines_said(caplog, 3) == [
        "no-such-lamp 'the hall' cannot be started: No such file or directory.",
        "The screen could not be switched off. DPMS: this X server has no DPMS; "
        "vcgencmd: ended with exit code 1: display_power=1.",
        "The screen is on (vcgencmd).",
    ]
