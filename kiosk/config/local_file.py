"""``kiosk.local.yaml``: changed value by value, and written whole."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from kiosk.config.checking import plain
from kiosk.config.reader import read_fields
from kiosk.config.settings import LOCAL_FILE
from kiosk.panel.effects import Change, Put, Way
from kiosk.whole_file import write_whole

_HEAD: Final = (
    "# What was changed on the kiosk itself. It lies over kiosk.yaml, and is written anew with every change.\n"
)


class LocalFileUnreadable(Exception):
    """What is there cannot be read, so it is not replaced: why, as a sentence."""


def change_local(folder: Path, changes: Sequence[Change]) -> Path:
    """Make all ``changes``, such as ``Put(("panel", "pin"), …)``; all other values stay. Answers the file.

    LocalFileUnreadable if what is there would be lost; OSError if it cannot be written.
    """
    write_whole(folder / LOCAL_FILE, changed_text(folder, changes), lasting=True)
    return folder / LOCAL_FILE


def changed_text(folder: Path, changes: Sequence[Change]) -> str:
    """What the file would say after ``changes``. LocalFileUnreadable if what is there would be lost."""
    content = local_content(folder)
    for change in changes:
        if isinstance(change, Put):
            _put(content, change)
        else:
            _drop(content, change.way)
    return _HEAD + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)


def local_content(folder: Path) -> dict[str, Any]:
    """What the file says; nothing if there is none. Raises as ``change_local``."""
    path = folder / LOCAL_FILE
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


def ways(content: dict[str, Any]) -> Iterator[Way]:
    """The steps to every value that is no mapping."""
    for key, value in content.items():
        if isinstance(value, dict):
            yield from ((key, *way) for way in ways(value))
        else:
            yield (key,)


def _put(content: dict[str, Any], change: Put) -> None:
    holder = content
    for step in change.way[:-1]:
        below = holder.get(step)
        holder[step] = holder = below if isinstance(below, dict) else {}
    holder[change.way[-1]] = change.value


def _drop(content: dict[str, Any], way: Way) -> None:
    """Take the value out, and the mappings that are empty then."""
    holders = [content]
    for step in way[:-1]:
        below = holders[-1].get(step)
        if not isinstance(below, dict):
            return
        holders.append(below)
    for holder, step in zip(reversed(holders), reversed(way), strict=True):
        holder.pop(step, None)
        if holder:
            return
