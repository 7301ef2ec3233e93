"""``kiosk.local.yaml``: changed value by value, and written whole."""

from pathlib import Path
from typing import Any, Final

import yaml

from kiosk.config.checking import plain
from kiosk.config.reader import read_fields
from kiosk.config.settings import LOCAL_FILE
from kiosk.whole_file import write_whole

_HEAD: Final = (
    "# What was changed on the kiosk itself. It lies over kiosk.yaml, and is written anew with every change.\n"
)


class LocalFileUnreadable(Exception):
    """What is there cannot be read, so it is not replaced: why, as a sentence."""


def change_local(folder: Path, way: tuple[str, ...], value: str) -> Path:
    """Set the value at ``way``, such as ``("panel", "pin")``; all others stay. Answers the file.

    LocalFileUnreadable if what is there would be lost; OSError if it cannot be written.
    """
    path = folder / LOCAL_FILE
    content = _content(path)
    holder = content
    for step in way[:-1]:
        below = holder.get(step)
        holder[step] = holder = below if isinstance(below, dict) else {}
    holder[way[-1]] = value
    text = _HEAD + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)
    write_whole(path, text, lasting=True)
    return path


def _content(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    reading = read_fields(path, path.name, otherwise="")
    if reading.root is None and path.stat().st_size == 0:
        return {}
    if reading.root is None or reading.problems:
        raise LocalFileUnreadable(str(reading.problems[-1]))
    content = plain(reading.root)
    assert isinstance(content, dict)
    return content
