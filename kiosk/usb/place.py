"""Where an exhibition lies on the disk, and how another one takes its place: wholly or not at all."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import kiosk
from kiosk.config.settings import LOCAL_FILE
from kiosk.usb.copying import sync_folder
from kiosk.usb.tree import Refused

BROUGHT: Final = ".brought"
"""A file in a folder that came from a stick: the fingerprint of what was on it."""
_ROOM_TO_SPARE: Final = 64 * 2**20
"""Bytes that the disk keeps for logs and for what the kiosk finds out."""
PROGRAM: Final = Path(kiosk.__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of an exhibition and its neighbours, all on one disk.

    ``copying``: being filled, worth nothing yet. ``whole``: checked, on its way to become the exhibition. ``before``:
    the exhibition that had the place before, for an installer who wants it back. ``kept``: an earlier one that belongs
    to somebody else, so that a kiosk under a user of its own may not delete it.
    """

    folder: Path

    @classmethod
    def of(cls, folder: Path) -> "Place":
        """Of the exhibition in ``folder``, which may be a link to where it lies."""
        return cls(folder.resolve())

    @property
    def copying(self) -> Path:
        return self.folder.with_name(f".{self.folder.name}.copying")

    @property
    def whole(self) -> Path:
        return self.folder.with_name(f".{self.folder.name}.whole")

    @property
    def before(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}.before")

    @property
    def kept(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}.kept")

    @property
    def brought(self) -> str:
        """Fingerprint of the stick that the exhibition came from; empty where it did not come from one."""
        try:
            return (self.folder / BROUGHT).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""

    def check(self) -> None:
        """Raises Refused where another folder cannot take this one's place."""
        if PROGRAM.is_relative_to(self.folder):
            raise Refused("The exhibition shown lies in the program's own folder. Give it a folder of its own.")
        if not os.access(self.folder.parent, os.W_OK | os.X_OK):
            raise Refused(
                f"The kiosk may not write in {self.folder.parent}, where another exhibition would take this one's "
                "place. If it runs as a service, run once more: sudo ./run service install"
            )
        if self.folder.is_mount():
            raise Refused("The exhibition shown is a disk of its own. Put it into a folder on that disk.")

    def make_room(self, size: int) -> None:
        """See that there is room for so many bytes, if need be in the place of the exhibition before this one.

        Raises Refused where there is not.
        """
        needed = size + _ROOM_TO_SPARE
        if needed > shutil.disk_usage(self.folder.parent).free and _is_ours(self.before):
            _remove(self.before)
        free = shutil.disk_usage(self.folder.parent).free
        if needed > free:
            raise Refused(f"The disk has {free / 2**20:,.0f} MB left, and {needed / 2**20:,.0f} MB are needed.")

    def keep_own(self) -> None:
        """What was changed on the screen of this machine is taken along."""
        own = self.folder / LOCAL_FILE
        if own.is_file():
            shutil.copyfile(own, self.copying / LOCAL_FILE)

    def take(self) -> None:
        """What was copied becomes the exhibition. After a power cut at any moment of it ``recover`` finishes it."""
        self.copying.rename(self.whole)
        sync_folder(self.folder.parent)
        self._exchange()

    def recover(self) -> None:
        """Finish or remove what was left when the power failed. To be called before the exhibition is read."""
        self.clear()
        if self.whole.is_dir():
            self._exchange()
        elif not self.folder.exists() and self.before.is_dir():
            self.before.rename(self.folder)

    def clear(self) -> None:
        """Remove what was copied so far."""
        _remove(self.copying)

    def _exchange(self) -> None:
        if self.folder.exists():
            self._give_up_before()
            self.folder.rename(self.before)
        self.whole.rename(self.folder)
        sync_folder(self.folder.parent)

    def _give_up_before(self) -> None:
        if _is_ours(self.before):
            _remove(self.before)
            return
        free, count = self.kept, 1
        while free.exists():
            count += 1
            free = self.kept.with_name(f"{self.kept.name}-{count}")
        self.before.rename(free)


def _is_ours(folder: Path) -> bool:
    """Whether this process may delete it with all that is in it; true where there is nothing."""
    try:
        return os.geteuid() in (0, folder.lstat().st_uid)
    except FileNotFoundError:
        return True


def _remove(folder: Path) -> None:
    """A folder with all that is in it, if it is there. A link is removed, not what it leads to."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
