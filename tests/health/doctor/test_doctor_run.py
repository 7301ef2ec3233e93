"""Doctor on this very machine, without a display and with one; and what it does where something hangs or breaks."""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli.doctor import exit_code
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.commands import run_command
from kiosk.health.doctor.examination import PARTS, examine_all
from kiosk.health.doctor.finding import Examined, Finding, fatal, notice, problem
from kiosk.projection.asking import ask_child
from tests.health.doctor.planted import case, lines, machine

PROJECT = Path(__file__).parents[3]


def kiosk(*words: str, environment: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words],
        cwd=PROJECT,
        env=environment or kept,
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_a_program_that_hangs_is_not_waited_for() -> None:
    began = time.monotonic()
    assert run_command(["sh", "-c", "sleep 600 & sleep 600"], 0.3) is None
    assert time.monotonic() - began < 60


def test_a_program_that_leaves_a_child_behind_is_not_waited_for() -> None:
    began = time.monotonic()
    said = run_command(["sh", "-c", "sleep 100 & echo done"], 60)
    assert said is not None
    assert (said.code, said.out) == (0, "done\n")
    assert time.monotonic() - began < 60


def test_a_program_that_is_not_there() -> None:
    assert run_command(["no-such-program-of-anybody"], 5) is None


def test_a_process_that_breaks_or_hangs_tells_nothing() -> None:
    assert ask_child("kiosk.no_such_module_of_anybody", 60) is None
    began = time.monotonic()
    assert ask_child("tests.health.doctor.hanging", 0.5) is None
    assert time.monotonic() - began < 60


def test_a_part_that_breaks_or_hangs_keeps_no_other_one_off(tmp_path: Path) -> None:
    for_ever = threading.Event()

    def breaks(_case: Case) -> Examined:
        raise RuntimeError("planted")

    def hangs(_case: Case) -> Examined:
        for_ever.wait()
        raise AssertionError

    def works(_case: Case) -> Examined:
        return Examined("third", "Third", ("there",))

    parts = {"first": breaks, "second": hangs, "third": works}
    found = examine_all(case(machine(tmp_path)), parts, seconds=1.0)
    for_ever.set()
    assert [(each.name, each.facts, lines(each)) for each in found] == [
        ("first", (), ["notice doctor.unseen: The look at this part broke off (RuntimeError: planted)."]),
        ("second", (), ["notice doctor.unseen: The look at this part was not done after 1 s."]),
        ("third", ("there",), []),
    ]


def test_a_machine_of_which_nothing_can_be_read_is_examined_all_the_same(tmp_path: Path) -> None:
    found = examine_all(case(machine(tmp_path)))
    assert [each.name for each in found] == list(PARTS)
    assert "doctor.unseen" not in [finding.code for each in found for finding in each.findings]


@pytest.mark.parametrize(
    ("findings", "code"),
    [
        ((), 0),
        ((notice("a", "", ""),), 0),
        ((notice("a", "", ""), problem("b", "", "")), 1),
        ((problem("b", "", ""), fatal("c", "", "")), 2),
    ],
)
def test_exit_code(findings: tuple[Finding, ...], code: int) -> None:
    assert exit_code([Examined("x", "X", (), findings)]) == code


@pytest.mark.vlc
def test_without_a_display(tmp_path: Path) -> None:
    done = kiosk("doctor", "--json", "--report", str(tmp_path / "report.txt"))
    told = json.loads(done.stdout)
    parts = {part["name"]: part for part in told["parts"]}
    assert list(parts) == list(PARTS)
    assert done.returncode == 1  # there is no display
    assert {each["severity"] for each in parts["vlc"]["findings"]} <= {"notice"}  # an older VLC is one
    assert parts["vlc"]["facts"][1] == "plays H.264 in MP4, HEVC in MP4, ProRes in MOV, VP9 in WebM"
    assert parts["letters"]["findings"] == []
    assert parts["software"]["findings"] == []
    assert parts["exhibition"]["findings"] == []
    assert [each["code"].split(".")[0] for each in parts["display"]["findings"]] == ["display"]
    assert "doctor.unseen" not in done.stdout
    report = (tmp_path / "report.txt").read_text()
    assert report.startswith("== Film kiosk: report on a machine\n")
    assert str(PROJECT) not in report
    assert done.stderr.count("\n") == 1  # where the report is, and nothing of what the libraries have to say


def test_without_libvlc() -> None:
    environment = {**os.environ, "PYTHON_VLC_LIB_PATH": "/nowhere/libvlc.so.5"}
    done = kiosk("doctor", environment=environment)
    assert done.returncode == 2
    assert "✗ VLC's library does not start.  [vlc.missing]\n" in done.stdout
    assert "The kiosk cannot run on this machine." in done.stdout
    assert done.stderr == ""
    versions = kiosk("--version", environment=environment)
    assert (versions.stdout.splitlines()[2], versions.stderr) == ("libvlc missing", "")


@pytest.mark.vlc
def test_where_programs_hang(tmp_path: Path) -> None:
    for name in ("pactl", "timedatectl", "xset", "xrandr", "systemctl"):
        (tmp_path / name).write_text("#!/bin/sh\nexec sleep 1000\n")
        (tmp_path / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "DISPLAY": ":4711"}
    done = kiosk("doctor", environment=environment)
    assert "doctor.unseen" not in done.stdout
    assert done.returncode == 1


@pytest.mark.vlc
@pytest.mark.screen
def test_with_a_display(open_display) -> None:
    display = open_display(1920, 1080)
    environment = {**display.environment()}
    done = kiosk("doctor", environment=environment)
    assert "display 0: screen, 1920x1080\n" in "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"
    assert "server: X11" in done.stdout
    assert "[display." not in done.stdout
    assert done.returncode in (0, 1)  # as there is a sound device here or not


@pytest.mark.screen
def test_screens(open_display) -> None:
    display = open_display(1280, 720)
    done = kiosk("screens", "--json", environment=display.environment())
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "driver": "x11",
        "displays": [
            {"number": 0, "name": "screen", "width": 1280, "height": 720, "x": 0, "y": 0, "refresh": None},
        ],
    }
    table = kiosk("screens", environment=display.environment()).stdout
    assert [line.split() for line in table.splitlines()] == [
        ["screen.display", "name", "pixels", "place", "hertz"],
        ["0", "screen", "1280x720", "0,0", "?"],
    ]


def test_screens_where_there_is_none() -> None:
    done = kiosk("screens")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no display here (no display server answers). Start this from a terminal")


def test_a_report_that_cannot_be_written(tmp_path: Path) -> None:
    done = kiosk("doctor", "--report", str(tmp_path / "nowhere" / "report.txt"))
    assert done.returncode == 2
    assert done.stderr == f"{tmp_path}/nowhere/report.txt cannot be written: there is no such folder.\n"


def test_a_folder_that_is_no_exhibition(tmp_path: Path) -> None:
    done = kiosk("doctor", str(tmp_path))
    assert done.returncode == 2
    assert done.stderr == f"{tmp_path} has no kiosk.yaml, so it is not an exhibition's folder.\n"


def test_the_versions_that_matter() -> None:
    told: dict[str, Any] = dict(line.split(" ", 1) for line in kiosk("--version").stdout.splitlines())
    assert list(told) == ["kiosk", "Python", "libvlc", "SDL", "Raqm", "pygame-ce", "PyAV", "Pillow", "FFmpeg", "on"]
    assert told["kiosk"] == "0.1.0"
    assert told["libvlc"].startswith("3.0.")
    assert "missing" not in told.values()
