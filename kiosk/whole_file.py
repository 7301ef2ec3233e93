"""Text files that are there whole or as they were, whatever happens while they are written."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, text: str, *, lasting: bool = False) -> None:
    """Put ``text`` (UTF-8) in the place of what is at ``path``; the folder is made if it is missing.

    ``lasting``: it is on the disk before it takes the place, so that it outlives a power cut. That may take the disk's
    time. OSError if it cannot be written; then what was there still is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = written_beside(path, text, lasting=lasting)
    try:
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def written_beside(path: Path, text: str, *, lasting: bool) -> Path:
    """The first half of ``write_whole``, for a text that is looked at before it takes the place at ``path``."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.write(text)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    return beside
