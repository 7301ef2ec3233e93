"""What tells one state of a file from another."""

from pathlib import Path

Identity = tuple[str, int, int]
"""Path, size in bytes, time of the last change in nanoseconds."""


def identity_of(file: Path) -> Identity | None:
    """None where there is no such file."""
    try:
        stat = file.stat()
    except (OSError, ValueError):
        return None
    return str(file), stat.st_size, stat.st_mtime_ns
