"""Copies files so that what is there afterwards is known to be whole and on the disk."""

import hashlib
import os
import stat
from pathlib import Path
from typing import Final

from kiosk.usb.tree import Piece, Refused, Tree

_CHUNK: Final = 2**20


def copy_tree(source: Path, tree: Tree, target: Path) -> None:
    """Copy the files of ``tree`` into the new folder ``target``; each is read back and compared.

    Raises Refused where a file is not what it was when the tree was looked through, OSError where it cannot be read or
    written. What was copied by then is left.
    """
    target.mkdir()
    for piece in tree.pieces:
        place = target / piece.name
        place.parent.mkdir(parents=True, exist_ok=True)
        _copy(source / piece.name, piece, place)
    for folder, _, _ in os.walk(target, topdown=False):
        sync_folder(Path(folder))


def sync_folder(folder: Path) -> None:
    """Let the names in a folder reach the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy(source: Path, piece: Piece, target: Path) -> None:
    handle = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(handle, "rb", buffering=0) as read, target.open("xb", buffering=0) as written:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refused(f"{piece.name} is no file.")
        sums, size = hashlib.blake2b(), 0
        while chunk := read.read(_CHUNK):
            written.write(chunk)
            sums.update(chunk)
            size += len(chunk)
        if size != piece.size:
            raise Refused(f"{piece.name} was changed while it was copied.")
        os.fsync(written.fileno())
        # What is read back has to come from the disk, and films that play need the memory more.
        os.posix_fadvise(written.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    os.utime(target, ns=(piece.changed, piece.changed))
    if _sums_of(target) != sums.digest():
        raise Refused(f"{piece.name} does not read back as it was written. The disk may be failing.")


def _sums_of(file: Path) -> bytes:
    sums = hashlib.blake2b()
    with file.open("rb", buffering=0) as read:
        while chunk := read.read(_CHUNK):
            sums.update(chunk)
        os.posix_fadvise(read.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return sums.digest()
