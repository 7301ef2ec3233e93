"""What is in the folder that a stick brings."""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.config.settings import LOCAL_FILE

MOST_FILES: Final = 20_000
MOST_DEEP: Final = 16
_NOT_OURS: Final = frozenset({"system volume information", "$recycle.bin", "thumbs.db", "desktop.ini"})
"""What Windows leaves on sticks. Names with a dot before them are hidden, or a Mac's shadow files."""


class Refused(Exception):
    """A stick that is not used. Its message says why, as a sentence for the installer."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file: its way from the folder, its bytes, and when it was last changed (nanoseconds)."""

    name: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Tree:
    """All files of a folder, in the order of their names."""

    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(piece.size for piece in self.pieces)

    @property
    def fingerprint(self) -> str:
        """What tells one state of the folder from another. Sticks keep times to two seconds."""
        told = hashlib.sha256()
        for piece in self.pieces:
            told.update(
                f"{piece.name}\0{piece.size}\0{piece.changed // 2_000_000_000}\0".encode(errors="surrogateescape")
            )
        return told.hexdigest()


def tree_of(folder: Path) -> Tree:
    """Look through a folder. Raises Refused where something is in it that no exhibition needs, OSError if it is gone.

    Left out: hidden files, what Windows leaves behind, and ``kiosk.local.yaml``, which belongs to a machine.
    """
    pieces: list[Piece] = []
    for piece in _walk(folder, "", 0):
        pieces.append(piece)
        if len(pieces) > MOST_FILES:
            raise Refused(f"There are more than {MOST_FILES:,} files in it.")
    return Tree(tuple(sorted(pieces, key=lambda piece: piece.name)))


def _walk(folder: Path, before: str, depth: int) -> Iterator[Piece]:
    if depth > MOST_DEEP:
        raise Refused(f"{before} lies more than {MOST_DEEP} folders deep.")
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        name = before + entry.name
        if entry.name.startswith(".") or entry.name.casefold() in _NOT_OURS or name == LOCAL_FILE:
            continue
        facts = entry.stat(follow_symlinks=False)
        if stat.S_ISDIR(facts.st_mode):
            yield from _walk(folder / entry.name, f"{name}/", depth + 1)
        elif stat.S_ISREG(facts.st_mode):
            yield Piece(name, facts.st_size, facts.st_mtime_ns)
        else:
            kind = "a link" if stat.S_ISLNK(facts.st_mode) else "no file"
            raise Refused(f"{name} is {kind}. Only files and folders are taken.")
