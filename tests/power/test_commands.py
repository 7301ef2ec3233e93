"""Commands that installers write, on real programs."""

import time
from pathlib import Path

import pytest

from kiosk.commands import Outcome, run
from kiosk.tour.kiosk_process import is_alive


def test_a_command_gets_its_arguments_as_they_are_written(tmp_path: Path) -> None:
    assert run(["printf", "%s|", "$HOME", "a b", "*"], folder=tmp_path) == Outcome(None, "$HOME|a b|*|")


def test_a_script_of_the_exhibition_runs_in_its_folder(tmp_path: Path) -> None:
    script = tmp_path / "lights.sh"
    script.write_text("#!/bin/sh\npwd\n")
    script.chmod(0o755)
    assert run(["./lights.sh"], folder=tmp_path) == Outcome(None, str(tmp_path))


@pytest.mark.parametrize(
    ("command", "failure"),
    [
        (["no-such-lamp"], "cannot be started: No such file or directory"),
        (["sh", "-c", "echo no lamp >&2; exit 3"], "ended with exit code 3: no lamp"),
        (["sh", "-c", "kill -9 $$"], "was ended by signal 9"),
        (["lamp\0off"], "cannot be started: embedded null byte"),
    ],
)
def test_a_failure_is_a_sentence(command: list[str], failure: str) -> None:
    assert run(command).failure == failure


def test_a_command_that_does_not_end_is_stopped_with_all_that_it_started(tmp_path: Path) -> None:
    outcome = run(["sh", "-c", "sleep 300 & echo $! > pid; wait"], folder=tmp_path, seconds=1.0)
    assert outcome.failure == "did not end within 1 s and was stopped"
    child = int((tmp_path / "pid").read_text())
    latest = time.monotonic() + 10
    while is_alive(child) and time.monotonic() < latest:
        time.sleep(0.02)
    assert not is_alive(child)


def test_what_is_left_running_on_purpose_is_not_waited_for(tmp_path: Path) -> None:
    begun = time.monotonic()
    assert run(["sh", "-c", "sleep 60 & echo $! > pid"], folder=tmp_path).failure is None
    assert time.monotonic() - begun < 30
    pid = int((tmp_path / "pid").read_text())
    assert is_alive(pid)
    run(["kill", str(pid)])
