"""Other programs, asked for what they know, and never waited for longer than allowed."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Final

from kiosk.commands import exit_code

_MOST_BYTES: Final = 200_000


@dataclass(frozen=True, slots=True)
class Said:
    """What a program wrote, errors apart, and how it ended."""

    code: int
    out: str
    errors: str = ""


def run_command(command: Sequence[str], seconds: float) -> Said | None:
    """What ``command`` says; None where there is no such program, or it is not done after ``seconds``."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        try:
            code = exit_code(
                command, seconds, stdin=subprocess.DEVNULL, stdout=out, stderr=errors, environment=_environment()
            )
        except (OSError, ValueError):
            return None
        return None if code is None else Said(code, _read(out), _read(errors))


def _environment() -> dict[str, str]:
    """Plain English, no pager, and the folders in which only root looks."""
    path = os.environ.get("PATH", os.defpath)
    return {**os.environ, "LC_ALL": "C", "SYSTEMD_PAGER": "", "PATH": f"{path}:/usr/sbin:/sbin"}


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read(_MOST_BYTES).decode(errors="replace")
