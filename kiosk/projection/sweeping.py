"""Rings that a killed kiosk and its killed projectors left behind."""

import contextlib
from pathlib import Path

from kiosk.projection.ring import PREFIX, SHARED_MEMORY


def sweep(folder: Path = SHARED_MEMORY) -> list[str]:
    """Remove rings of processes that are gone, and answer their names."""
    swept = []
    for path in folder.glob(PREFIX + "*-*"):
        pid = path.name.removeprefix(PREFIX).split("-")[0]
        if pid.isdigit() and not Path("/proc", pid).exists():
            with contextlib.suppress(OSError):
                path.unlink()
                swept.append(path.name)
    return swept
