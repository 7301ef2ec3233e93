"""Other programs: run without a shell, within a time limit."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LONGEST_SECONDS = 30.0
_ANSWER_BYTES = 4000
_END_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a command. ``failure``: why it was of no use, None for a good end. ``answer``: its last words."""

    failure: str | None
    answer: str = ""


def run(
    command: Sequence[str], *, told: str = "", folder: Path | None = None, seconds: float = LONGEST_SECONDS
) -> Outcome:
    """Run a command to its end, or for so many ``seconds``; then it is ended with all that it has started.

    ``told``: what it reads. ``folder``: where it runs, and where a command with a slash in it is looked for. Never
    raises for anything that a command does.
    """
    with tempfile.TemporaryFile() as words, tempfile.TemporaryFile() as question:
        question.write(told.encode())
        question.seek(0)
        try:
            code = exit_code(command, seconds, stdin=question, stdout=words, stderr=words, folder=folder)
        except (OSError, ValueError) as error:
            return Outcome(f"cannot be started: {getattr(error, 'strerror', None) or error}")
        if code is None:
            return Outcome(f"did not end within {seconds:g} s and was stopped")
        words.seek(max(0, words.seek(0, os.SEEK_END) - _ANSWER_BYTES))
        answer = words.read().decode(errors="replace").strip()
    if code == 0:
        return Outcome(None, answer)
    last = answer.splitlines()[-1] if answer else ""
    ended = f"ended with exit code {code}" if code > 0 else f"was ended by signal {-code}"
    return Outcome(f"{ended}{': ' + last if last else ''}", answer)


def exit_code(
    command: Sequence[str],
    seconds: float,
    *,
    stdin: IO[bytes] | int,
    stdout: IO[bytes],
    stderr: IO[bytes],
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> int | None:
    """How a command ended: its exit code, or a signal's number as a negative one. None if it did not end within
    ``seconds``; then it is ended with all that it has started.

    It writes into files, not pipes: what it leaves running in the background would keep a pipe open. OSError or
    ValueError if it cannot be started.
    """
    process = subprocess.Popen(
        command, stdin=stdin, stdout=stdout, stderr=stderr, cwd=folder, env=environment, start_new_session=True
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):  # one that waits for a device does not even end then
            process.wait(_END_SECONDS)
        return None
