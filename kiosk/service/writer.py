"""Puts a plan's files under a root, and takes away what was put there."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from kiosk.service.machine import Folder
from kiosk.service.plan import Entry, Plan
from kiosk.service.record import PLACE, Content, Record

What = Literal["write", "replace", "delete", "put back"]


@dataclass(frozen=True, slots=True)
class Step:
    """One change. ``content``: what will be there, None for nothing."""

    what: What
    path: str
    content: Content | None
    why: str = ""


def steps_to_install(root: Path, plan: Plan, record: Record | None) -> list[Step]:
    """What has to change until everything is as planned; empty if it is."""
    known = record or Record()
    steps = [step for entry in plan.entries if (step := _step(root, entry))]
    planned = {entry.path for entry in plan.entries}
    return steps + _steps_back(root, known, (path for path in known.written if path not in planned))


def steps_to_remove(root: Path, record: Record) -> list[Step]:
    """What has to change until everything is as it was before the installation."""
    return _steps_back(root, record, record.written)


def install(root: Path, plan: Plan, record: Record | None, steps: Iterable[Step]) -> None:
    """Carry out ``steps``. The record is written first, so that an installation that breaks off can be taken back."""
    steps = list(steps)
    new = record or Record()
    if new.exhibition is None or new.exhibition.path != plan.folder.path:
        _restore_folder(root, new.exhibition)
        new.exhibition = plan.folder
    if (new.room and new.room.path) != (plan.room and plan.room.path):
        _restore_folder(root, new.room)
        new.room = plan.room
    new.undo = [list(each) for each in plan.undo]
    for step in steps:
        if step.what in ("write", "replace") and step.content is not None:
            new.before.setdefault(step.path, contents(root, step.path))
            new.written[step.path] = step.content
            _remember_folders(root, step.path, new)
    _remember_folders(root, PLACE, new)
    _put(root, PLACE, Content(new.text()))
    _carry_out(root, steps)
    dropped = [step.path for step in steps if step.what in ("delete", "put back")]
    for path in dropped:
        del new.written[path], new.before[path]
    if dropped:
        _put(root, PLACE, Content(new.text()))


def remove(root: Path, record: Record, steps: Iterable[Step]) -> None:
    """Carry out ``steps``, and take away the record and the folders that were made."""
    _carry_out(root, steps)
    _restore_folder(root, record.exhibition)
    _restore_folder(root, record.room)
    (root / PLACE).unlink(missing_ok=True)
    for folder in reversed(record.folders):
        with suppress(OSError):  # it is gone, or something else is in it by now
            (root / folder).rmdir()


def contents(root: Path, path: str) -> Content | None:
    """What is at ``path``, None if nothing is."""
    place = root / path
    if place.is_symlink():
        return Content(link=os.readlink(place))
    try:
        return Content(place.read_text("utf-8", "surrogateescape"))
    except FileNotFoundError:
        return None


def _step(root: Path, entry: Entry) -> Step | None:
    there, wanted = contents(root, entry.path), Content(entry.text, entry.link)
    if there == wanted:
        return None
    return Step("write" if there is None else "replace", entry.path, wanted, entry.why)


def _steps_back(root: Path, record: Record, paths: Iterable[str]) -> list[Step]:
    steps = []
    for path in paths:
        before = record.before.get(path)
        steps.append(Step("delete" if before is None else "put back", path, before))
    return [step for step in steps if contents(root, step.path) != step.content or step.what == "delete"]


def _carry_out(root: Path, steps: Iterable[Step]) -> None:
    for step in steps:
        if step.content is None:
            (root / step.path).unlink(missing_ok=True)
        else:
            _put(root, step.path, step.content)


def _put(root: Path, path: str, content: Content) -> None:
    """Whole or not at all, and readable by all."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.new")
    new.unlink(missing_ok=True)
    if content.link is not None:
        new.symlink_to(content.link)
    else:
        with new.open("w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(content.text)
            file.flush()
            os.fchmod(file.fileno(), 0o644)
            os.fsync(file.fileno())
    new.replace(place)


def _remember_folders(root: Path, path: str, record: Record) -> None:
    for folder in list(reversed(PurePosixPath(path).parents))[1:]:
        if str(folder) not in record.folders and not (root / folder).exists():
            record.folders.append(str(folder))


def _restore_folder(root: Path, folder: Folder | None) -> None:
    if folder is None or not (place := root / folder.path.lstrip("/")).is_dir():
        return
    with suppress(OSError):
        os.chown(place, -1, folder.group)
        place.chmod(folder.mode)
