"""Which sticks are plugged in and mounted."""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MOUNTINFO: Final = Path("/proc/self/mountinfo")
ROOTS: Final = (Path("/media"), Path("/run/media"), Path("/mnt"))
"""Where desktops and automounters put sticks; a mount somewhere else is the machine's own affair."""
FOLDER: Final = "kiosk"
_ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Stick:
    """A mounted stick with an exhibition's folder on it. ``mount``: another number each time that it is plugged in."""

    mount: int
    point: Path
    folder: Path


def plugged_in(
    mountinfo: Path = MOUNTINFO, roots: Sequence[Path] = ROOTS, is_removable: Callable[[str], bool] | None = None
) -> list[Stick]:
    """The sticks with a folder ``kiosk/``, in the order in which they were mounted.

    ``mountinfo`` is described in proc(5). It costs about 0.5 ms to read, so nobody has to wait for its events.
    """
    removable = is_removable or _is_removable
    try:
        lines = mountinfo.read_bytes().decode(errors="surrogateescape").splitlines()
    except OSError:
        return []
    found = []
    for fields in (line.split(" ") for line in lines):
        if len(fields) < 5 or not fields[0].isdecimal():
            continue
        point = Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[4]))
        if any(root in point.parents for root in roots) and removable(fields[2]):
            folder = _exhibition_on(point)
            if folder is not None:
                found.append(Stick(int(fields[0]), point, folder))
    return found


def _exhibition_on(point: Path) -> Path | None:
    """The folder ``kiosk``, however a Windows machine has written its name; None if there is none."""
    try:
        with os.scandir(point) as entries:
            names = sorted(each.name for each in entries if each.is_dir(follow_symlinks=False))
    except OSError:
        return None
    return next((point / name for name in names if name.casefold() == FOLDER), None)


def _is_removable(device: str) -> bool:
    """Whether a block device (``8:17``) can be pulled out: a stick, a card, or any disk on a USB cable."""
    try:
        place = Path("/sys/dev/block", device).resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    if any(each.startswith("usb") for each in place.parts):
        return True
    disk = place if (place / "removable").exists() else place.parent
    try:
        return (disk / "removable").read_text().strip() == "1"
    except OSError:
        return False
