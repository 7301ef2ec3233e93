"""An X server without a screen, whose picture can be read straight from memory."""

import mmap
import os
import select
import shutil
import struct
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from kiosk.tour.png import png

START_SECONDS = 15.0
STOP_SECONDS = 3.0
SHARED_MEMORY = Path("/dev/shm")
OPTIONS = ("-nocursor", "-noreset", "-nolisten", "tcp", "-ac")

# The header of an XWD file: 25 numbers of 32 bits, big-endian. Where the ones that matter here stand in it:
XWD_HEADER = struct.Struct(">25I")
XWD_HEADER_SIZE, XWD_BYTE_ORDER, XWD_BITS_PER_PIXEL, XWD_BYTES_PER_LINE, XWD_COLOURS = 0, 7, 11, 12, 19
XWD_COLOUR_BYTES = 12

Rect = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""


class DisplayError(Exception):
    """The virtual screen cannot be had. The text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Screenshot:
    """A picture of the screen: ``rgb`` holds 3 bytes a pixel, row by row from the top left."""

    width: int
    height: int
    rgb: bytes

    def pixel(self, x: int, y: int) -> tuple[int, int, int]:
        """Red, green and blue, 0 to 255."""
        at = (y * self.width + x) * 3
        return self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]

    def save(self, path: Path) -> None:
        """Write it as PNG."""
        path.write_bytes(png(self.width, self.height, self.rgb))


class VirtualDisplay:
    """Xvfb on a free display number. A context manager; also ``start`` and ``close``.

    Xvfb keeps its picture in a file that is mapped into memory here. Reading it costs nothing but a
    copy, so it can be looked at many hundred times a second. It has no vertical retrace: a read
    during a draw shows part of the old picture and part of the new one.
    """

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)
        self.name = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: Path | None = None
        self._picture: mmap.mmap | None = None
        self._start = 0
        self._pitch = 0

    @property
    def pid(self) -> int:
        """The process of the X server."""
        if self._process is None:
            raise DisplayError("The virtual screen is not running.")
        return self._process.pid

    def start(self) -> None:
        """Start the server and wait until it takes clients. Raises ``DisplayError``."""
        program = shutil.which("Xvfb")
        if program is None:
            raise DisplayError("Xvfb is missing. Install the package xvfb.")
        self._folder = Path(tempfile.mkdtemp(prefix="kiosk-screen-", dir=_memory_folder()))
        try:
            self._launch(program, self._folder)
            self._map(self._folder / "Xvfb_screen0")
        except BaseException:
            self.close()
            raise

    def _launch(self, program: str, folder: Path) -> None:
        answer, question = os.pipe()
        screen = ("-screen", "0", "{}x{}x24".format(*self.size))
        with os.fdopen(answer, "rb", buffering=0) as number, (folder / "log").open("wb") as log:
            try:
                self._process = subprocess.Popen(
                    [program, "-displayfd", str(question), "-fbdir", str(folder), *screen, *OPTIONS],
                    pass_fds=[question],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                )
            finally:
                os.close(question)
            self.name = ":" + _first_line(number)
        if self.name == ":":
            words = (folder / "log").read_text(errors="replace").strip().splitlines()
            raise DisplayError(f"Xvfb did not start: {words[-1] if words else 'it said nothing'}.")

    def _map(self, path: Path) -> None:
        with path.open("rb") as file:
            self._picture = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = XWD_HEADER.unpack_from(self._picture)
        if header[XWD_BITS_PER_PIXEL] != 32 or header[XWD_BYTE_ORDER] != 0:
            raise DisplayError("Xvfb keeps its picture in an order of bytes that is not known here.")
        self._start = header[XWD_HEADER_SIZE] + header[XWD_COLOURS] * XWD_COLOUR_BYTES
        self._pitch = header[XWD_BYTES_PER_LINE]

    def environment(self) -> dict[str, str]:
        """This process's environment, with this display instead of any other."""
        kept = {key: value for key, value in os.environ.items() if key not in ("WAYLAND_DISPLAY", "XAUTHORITY")}
        return {**kept, "DISPLAY": self.name, "SDL_VIDEODRIVER": "x11"}

    def pixels(self, rect: Rect | None = None) -> bytes:
        """A part of the screen, or all of it, as it is in memory: 4 bytes a pixel, blue, green, red and one unused.

        ``rect`` must lie inside the screen.
        """
        if self._picture is None:
            raise DisplayError("The virtual screen is not running.")
        left, top, width, height = rect or (0, 0, *self.size)
        if left == 0 and width * 4 == self._pitch:
            first = self._start + top * self._pitch
            return self._picture[first : first + height * self._pitch]
        starts = (self._start + row * self._pitch + left * 4 for row in range(top, top + height))
        return b"".join([self._picture[first : first + width * 4] for first in starts])

    def screenshot(self, rect: Rect | None = None) -> Screenshot:
        """A picture of a part of the screen, or of all of it. About 10 ms at 1920×1080."""
        _, _, width, height = rect or (0, 0, *self.size)
        raw = self.pixels(rect)
        rgb = bytearray(width * height * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = raw[2::4], raw[1::4], raw[0::4]
        return Screenshot(width, height, bytes(rgb))

    def close(self) -> None:
        """End the server and remove its files. Safe to call twice."""
        if self._picture is not None:
            self._picture.close()
            self._picture = None
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _memory_folder() -> str | None:
    """A folder that is never written to a disk, where there is one."""
    return str(SHARED_MEMORY) if os.access(SHARED_MEMORY, os.W_OK) else None


def _first_line(pipe: IO[bytes]) -> str:
    """What is written to ``pipe`` up to the end of the line; empty if the writer ended or took too long."""
    text = b""
    while not text.endswith(b"\n"):
        ready, _, _ = select.select([pipe], [], [], START_SECONDS)
        more = pipe.read(16) if ready else b""
        if not more:
            return ""
        text += more
    return text.decode().strip()
