"""The running machine: commands that make it take over what was written, and what systemd says of the kiosk."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from kiosk.service.names import DISPLAY_UNIT, UNIT

_PATIENCE_SECONDS: Final = 120
_MISSING: Final = 127
_PROPERTIES: Final = ("ActiveState", "SubState", "UnitFileState", "NRestarts", "Result")


def is_live(root: Path) -> bool:
    """Whether ``root`` is this very machine, and systemd runs it."""
    return root == Path("/") and Path("/run/systemd/system").is_dir()


def is_allowed(root: Path) -> bool:
    """Whether this process may write the machine's files under ``root``."""
    return os.geteuid() == 0 if root == Path("/") else os.access(root, os.W_OK)


def run_all(commands: Iterable[Sequence[str]]) -> list[str]:
    """Run one after the other, whatever becomes of the one before; answers a sentence for each that failed."""
    failed = []
    for command in commands:
        code, said = run(command)
        if code:
            failed.append(f"{' '.join(command)} failed: {said or f'code {code}'}")
    return failed


def run(command: Sequence[str]) -> tuple[int, str]:
    """Exit code, and the last line that was said."""
    program = shutil.which(command[0], path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin:/usr/bin:/bin")
    if program is None:
        return _MISSING, f"there is no {command[0]} here"
    try:
        done = subprocess.run(
            [program, *command[1:]], capture_output=True, text=True, errors="replace", timeout=_PATIENCE_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return 1, str(error)
    lines = (done.stderr or done.stdout).strip().splitlines()
    return done.returncode, lines[-1] if lines else ""


def stop() -> None:
    """End the kiosk, if it runs as a service."""
    run(("systemctl", "stop", UNIT, DISPLAY_UNIT))


def state() -> dict[str, str]:
    """What systemd says of the kiosk, in its own words; empty if nothing."""
    try:
        said = subprocess.run(
            ["systemctl", "show", UNIT, f"--property={','.join(_PROPERTIES)}", "--no-pager"],
            capture_output=True,
            text=True,
            timeout=_PATIENCE_SECONDS,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return {}
    return dict(line.split("=", 1) for line in said.splitlines() if "=" in line)
