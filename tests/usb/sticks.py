"""Sticks that tests plug in: folders, and a table of mounts that names them."""

import os
from dataclasses import dataclass
from pathlib import Path

from kiosk.usb.mounts import Stick, plugged_in
from tests.journeys.exhibitions import film, write_exhibition


def exhibition(folder: Path, *films: str, clip: bytes = b"", **settings: object) -> Path:
    """An exhibition whose films all show the same file."""
    write_exhibition(folder, [film(each) for each in films], [], **settings)
    (folder / "media/bar.mp4").write_bytes(clip)
    return folder


@dataclass
class Table:
    """A table of mounts as in proc(5), and the folder in which sticks are mounted."""

    file: Path
    root: Path

    def __post_init__(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        self._lines: dict[Path, str] = {}
        self._count = 100
        self._write()

    def plug_in(self, point: Path) -> None:
        self._count += 1
        place = str(point).replace(" ", "\\040")
        self._lines[point] = f"{self._count} 29 8:17 / {place} rw,relatime shared:1 - vfat /dev/sdb1 rw\n"
        self._write()

    def pull_out(self, point: Path) -> None:
        del self._lines[point]
        self._write()

    def sticks(self) -> list[Stick]:
        return plugged_in(self.file, (self.root,), lambda device: device == "8:17")

    def _write(self) -> None:
        partial = self.file.with_suffix(".part")
        partial.write_text("29 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw\n" + "".join(self._lines.values()))
        os.replace(partial, self.file)
