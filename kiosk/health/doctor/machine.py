"""The door to the machine: files below a root, programs with a time limit, and looks in other processes."""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from kiosk.health.doctor.commands import Said, run_command
from kiosk.projection.asking import ask_child

_MOST_BYTES = 200_000

Run = Callable[[Sequence[str], float], Said | None]


class Ask(Protocol):
    """Has a module of the kiosk look at something in a process of its own; None where that fails or takes too long."""

    def __call__(self, module: str, seconds: float, **arguments: Any) -> dict[str, Any] | None: ...


@dataclass(frozen=True, slots=True)
class Space:
    """Room on the disk that holds a folder, in bytes, and whether the folder can be written."""

    free: int
    total: int
    writable: bool


@dataclass(frozen=True)
class Machine:
    """What can be asked of a machine. Nothing here raises: what cannot be read is not there.

    ``root`` stands for ``/``, so that tests can lay out a machine in a folder.
    """

    root: Path = Path("/")
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    run_program: Run = run_command
    ask: Ask = ask_child

    @property
    def has_x11(self) -> bool:
        """An X server shows the picture. The one inside a Wayland compositor (XWayland) does not, and knows little."""
        return bool(self.environment.get("DISPLAY")) and not self.has_wayland

    @property
    def has_wayland(self) -> bool:
        return bool(self.environment.get("WAYLAND_DISPLAY"))

    def text(self, path: str) -> str | None:
        """The contents of a file, without white space around them."""
        raw = self.head(path, _MOST_BYTES)
        return None if raw is None else raw.decode(errors="replace").strip("\x00 \t\r\n")

    def head(self, path: str, size: int) -> bytes | None:
        """The first ``size`` bytes of a file."""
        try:
            with self._at(path).open("rb") as file:
                return file.read(size)
        except (OSError, ValueError):
            return None

    def end_of(self, path: str) -> str:
        """The last part of a file that may be long; it may begin inside a line."""
        try:
            with self._at(path).open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _MOST_BYTES))
                return file.read(_MOST_BYTES).decode(errors="replace")
        except (OSError, ValueError):
            return ""

    def number(self, path: str) -> int | None:
        """The whole number in a file."""
        try:
            return int(self.text(path) or "")
        except ValueError:
            return None

    def paths(self, pattern: str) -> list[str]:
        """What is there, as paths from ``/``, in their order. ``pattern`` as for ``glob``."""
        try:
            found = sorted(self.root.glob(pattern.lstrip("/")))
        except OSError:
            return []
        return ["/" + each.relative_to(self.root).as_posix() for each in found]

    def exists(self, path: str) -> bool:
        return os.path.lexists(self._at(path))

    def target(self, path: str) -> str | None:
        """Where a link points; None if it is none."""
        try:
            return os.readlink(self._at(path))
        except OSError:
            return None

    def may_read(self, path: str) -> bool:
        return os.access(self._at(path), os.R_OK)

    def may_write(self, path: str) -> bool:
        return os.access(self._at(path), os.W_OK)

    def space(self, folder: str) -> Space | None:
        """Of a folder, or of the nearest one above it that is there, where it would be made."""
        place = self._at(folder)
        while not place.is_dir() and place != place.parent:
            place = place.parent
        try:
            disk = os.statvfs(place)
        except OSError:
            return None
        writable = os.access(place, os.W_OK | os.X_OK)
        return Space(disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize, writable)

    def run(self, *command: str, seconds: float = 4.0) -> Said | None:
        """What a program says; None where it is not installed or takes too long."""
        return self.run_program(command, seconds)

    def has(self, program: str) -> bool:
        return shutil.which(program, path=self._search_path()) is not None

    def _search_path(self) -> str:
        usual = self.environment.get("PATH", os.defpath).split(os.pathsep)
        # What only root has in its path can often be asked by others, too.
        folders = dict.fromkeys([*usual, "/usr/sbin", "/sbin"])
        return os.pathsep.join(str(self._at(each)) for each in folders if each)

    def _at(self, path: str) -> Path:
        return self.root / path.lstrip("/")
