"""Other programs, asked for what they know, and never waited for longer than allowed."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Final

_MOST_BYTES: Final = 200_000
_END_SECONDS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Said:
    """What a program wrote, errors apart, and how it ended."""

    code: int
    out: str
    errors: str = ""


def run_command(command: Sequence[str], seconds: float) -> Said | None:
    """What ``command`` says; None where there is no such program, or it is not done after ``seconds``.

    What it writes goes into files and not through pipes: a grandchild that lives on would keep a pipe open for ever.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                list(command),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=errors,
                env=_environment(),
                start_new_session=True,
            )
        except (OSError, ValueError):
            return None
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            return None
        return Said(code, _read(out), _read(errors))


def _environment() -> dict[str, str]:
    """Plain English, no pager, and the folders in which only root looks."""
    path = os.environ.get("PATH", os.defpath)
    return {**os.environ, "LC_ALL": "C", "SYSTEMD_PAGER": "", "PATH": f"{path}:/usr/sbin:/sbin"}


def _end(process: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):  # one that waits for a device does not even end then
        process.wait(_END_SECONDS)


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read(_MOST_BYTES).decode(errors="replace")
