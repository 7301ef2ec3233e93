"""Rings and lists that projectors and a killed kiosk left behind."""

import contextlib
from pathlib import Path

from kiosk.projection.ring import PREFIX, SHARED_MEMORY


def list_names(kiosk: int, projector: int) -> tuple[str, str]:
    """Names of a projector's list and of the film in it, beside the rings. Both numbers are those of processes."""
    return f"{PREFIX}{kiosk}-{projector}.list", f"{PREFIX}{kiosk}-{projector}.film"


def forget_list(kiosk: int, projector: int) -> None:
    """Remove what a projector that is gone has listed."""
    for name in list_names(kiosk, projector):
        with contextlib.suppress(OSError):
            (SHARED_MEMORY / name).unlink()


def sweep(folder: Path = SHARED_MEMORY) -> list[str]:
    """Remove what belongs to processes that are gone, and answer the names."""
    swept = []
    for path in folder.glob(PREFIX + "*-*"):
        pid = path.name.removeprefix(PREFIX).split("-")[0]
        if pid.isdigit() and not Path("/proc", pid).exists():
            with contextlib.suppress(OSError):
                path.unlink()
                swept.append(path.name)
    return swept
