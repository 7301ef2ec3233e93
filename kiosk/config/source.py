"""From the bytes of a file to its text, with a line for everything that does not belong in it."""

import re
import stat
from collections.abc import Callable
from pathlib import Path

from kiosk.config.tree import Mark

MAX_BYTES = 4 * 1024 * 1024
MAX_STRANGE = 1000
REPLACEMENT = "\ufffd"

Say = Callable[[Mark, str], None]
"""Takes down a problem of the file as a whole: where, and what."""

_STEP = 65_536
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_STRAY_BYTES = re.compile("[\udc80-\udcff]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class Unreadable(Exception):
    """The file cannot be used. Its message says why, in words for the installer.

    ``mendable``: it can be used without the block at ``line``.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0, *, mendable: bool = False) -> None:
        super().__init__(message)
        self.message, self.line, self.column, self.mendable = message, line, column, mendable


def read_source(path: Path, file: str, say: Say) -> str:
    """The text of ``path``, called ``file`` in what is said.

    Bytes that are not UTF-8 are read as Windows-1252, a byte order mark is skipped and characters that
    YAML does not allow become U+FFFD, each with a word to ``say``. Raises Unreadable if there is no
    such file, it may not be read, is no file, or has more than 4 MB.
    """
    return _without_unprintable(_decoded(bytes_of(path), file, say), file, say)


def bytes_of(path: Path) -> bytes:
    """What is in a file of at most 4 MB. Raises Unreadable as ``read_source`` does."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise Unreadable("is not a file.")
        if facts.st_size > MAX_BYTES:
            raise Unreadable(f"has {facts.st_size / 1024 / 1024:.1f} MB; at most 4 MB are read.")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Unreadable("is not there.") from None
    except PermissionError:
        raise Unreadable("may not be read by the kiosk's user.") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"cannot be read ({getattr(error, 'strerror', None) or error}).") from None


def _decoded(data: bytes, file: str, say: Say) -> str:
    if data.startswith(_UTF16_MARKS):
        say(Mark(file, 1, 1), "is saved as UTF-16. It is read, but please save it as UTF-8.")
        return data.decode("utf-16", errors="replace")
    text = data.decode("utf-8", errors="surrogateescape")
    if text.startswith("\ufeff"):
        say(Mark(file, 1, 1), "begins with a byte order mark (BOM). It is skipped; please save as UTF-8 without BOM.")
        text = text[1:]
    if not (first := _first(_STRAY_BYTES, text)):
        return text
    mark = _mark(file, text, first.start())
    more = _and_more(_STRAY_BYTES, text)
    byte = f"byte 0x{_byte(first)[0]:02X} is not UTF-8 and is read as Latin-1: {_windows(first)}"
    say(mark, f"{byte}{more}. Please save the file as UTF-8.")
    return _STRAY_BYTES.sub(_windows, text)


def _without_unprintable(text: str, file: str, say: Say) -> str:
    if not (first := _first(_UNPRINTABLE, text)):
        return text
    code = ord(first.group())
    name = "a NUL byte" if code == 0 else f"the control character U+{code:04X}"
    more = _and_more(_UNPRINTABLE, text)
    say(_mark(file, text, first.start()), f"{name}{more} cannot stand in YAML. It is read as {REPLACEMENT}.")
    return _UNPRINTABLE.sub(REPLACEMENT, text)


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first of the characters that a pattern stands for. In steps: no other thread can do anything while one looks
    through megabytes."""
    parts = (pattern.search(text, begin, begin + _STEP) for begin in range(0, len(text), _STEP))
    return next((found for found in parts if found), None)


def _and_more(pattern: re.Pattern[str], text: str) -> str:
    count = len(pattern.findall(text))
    if count > MAX_STRANGE:
        raise Unreadable("is not a text file.", 1, 1)
    return f" (and {count - 1} more)" if count > 1 else ""


def _byte(match: re.Match[str]) -> bytes:
    return match.group().encode("utf-8", errors="surrogateescape")


def _windows(match: re.Match[str]) -> str:
    try:
        return _byte(match).decode("cp1252")
    except UnicodeDecodeError:
        return _byte(match).decode("latin-1")


def _mark(file: str, text: str, position: int) -> Mark:
    return Mark(file, text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))
