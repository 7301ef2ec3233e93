"""What has to be known of a machine before the kiosk can be made its service."""

import os
import stat
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

import kiosk
from kiosk.service.names import GROUPS
from kiosk.service.sticks import room_around


class Display(Enum):
    """What brings the kiosk onto the screen."""

    CAGE = "cage"
    """A Wayland compositor for one program."""
    X = "x"
    """An X server without anything else."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The exhibition's folder as it is now: permission bits and the number of its group."""

    path: str
    mode: int
    group: int


@dataclass(frozen=True, slots=True)
class Machine:
    """Facts. All paths are as the machine itself sees them, whatever root they were looked up under.

    ``python``, ``program``: the interpreter that runs the kiosk, and the folder that the kiosk's code is in.
    ``libraries``: where that interpreter's packages and its own files are. ``programs``: what is installed, by name.
    ``groups``: those of ``GROUPS`` that exist. ``desktop``: the service that would show a desktop. ``grub``: the boot
    loader is GRUB. ``usb``: the exhibition's setting of that name. ``room``: the folder around the exhibition, where
    one from a stick takes its place; None unless ``usb`` is ``copy``.
    """

    exhibition: Folder
    python: str
    program: str
    libraries: tuple[str, ...]
    programs: dict[str, str]
    groups: tuple[str, ...] = ()
    desktop: str | None = None
    grub: bool = False
    usb: str = "off"
    room: Folder | None = None

    @property
    def displays(self) -> tuple[Display, ...]:
        """What the kiosk could be shown by, the better one first."""
        cage = all(each in self.programs for each in ("cage", "seatd", "Xwayland"))  # without it cage gives up
        return (*([Display.CAGE] if cage else []), *([Display.X] if "Xorg" in self.programs else []))


_PLACES: Final = {
    "cage": ("usr/bin/cage", "usr/local/bin/cage"),
    "seatd": ("usr/sbin/seatd", "usr/bin/seatd", "usr/local/bin/seatd"),
    "Xwayland": ("usr/bin/Xwayland",),
    "Xorg": ("usr/lib/xorg/Xorg", "usr/libexec/Xorg", "usr/bin/Xorg"),
}
"""Where programs are found. Xorg itself, not the wrapper before it, which wants a terminal."""


def look(root: Path, exhibition: Path, usb: str = "off") -> Machine:
    """The facts, with ``root`` for the machine's ``/``. ``usb``: as the exhibition's setting.

    Raises OSError where the exhibition's folder cannot be looked at, ValueError with a sentence where none from a stick
    can take its place although ``usb`` says so.
    """
    return Machine(
        exhibition=_folder(root, exhibition),
        python=_seen_from(root, Path(sys.executable)),
        program=_seen_from(root, Path(kiosk.__file__).parents[1]),
        libraries=tuple(_seen_from(root, Path(each)) for each in dict.fromkeys((sys.prefix, sys.base_prefix))),
        programs={name: f"/{found}" for name, places in _PLACES.items() if (found := _first(root, places))},
        groups=tuple(each for each in GROUPS if each in _groups(root)),
        desktop=_desktop(root),
        grub=(root / "etc/default/grub").is_file(),
        usb=usb,
        room=_folder(root, room_around(exhibition)) if usb == "copy" else None,
    )


def _folder(root: Path, path: Path) -> Folder:
    told = path.stat()
    return Folder(_seen_from(root, path), stat.S_IMODE(told.st_mode), told.st_gid)


def _seen_from(root: Path, path: Path) -> str:
    """Absolute, and without ``root`` before it where it lies inside."""
    absolute = Path(os.path.abspath(path))
    return "/" + str(absolute.relative_to(root)) if absolute.is_relative_to(root) else str(absolute)


def _first(root: Path, places: tuple[str, ...]) -> str | None:
    return next((each for each in places if (root / each).is_file()), None)


def _groups(root: Path) -> frozenset[str]:
    try:
        lines = (root / "etc/group").read_text("utf-8", "replace").splitlines()
    except OSError:
        return frozenset()
    return frozenset(line.partition(":")[0] for line in lines)


def _desktop(root: Path) -> str | None:
    """The name of the display manager that is enabled, such as ``lightdm.service``."""
    link = root / "etc/systemd/system/display-manager.service"
    return os.path.basename(os.readlink(link)) if link.is_symlink() else None
