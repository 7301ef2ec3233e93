"""Writes what is changed on the panel into ``kiosk.local.yaml``, and takes it back."""

import errno
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kiosk.backstage.undo import Step, UndoFile, digest
from kiosk.clock import Clock
from kiosk.config.local_file import LocalFileUnreadable, changed_text, local_content, ways
from kiosk.config.settings import LOCAL_FILE
from kiosk.panel.effects import Change
from kiosk.panel.events import Kept, NotKept
from kiosk.panel.words import Say
from kiosk.whole_file import write_whole

LOG = logging.getLogger(__name__)

TOGETHER_SECONDS: Final = 10.0
"""A value that is changed again within that is one change: a volume is stepped, and not taken back step by step."""

_NOT_ALLOWED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class LocalChanges:
    """``undo``: the file in the state folder that knows what was there before. Nothing here raises."""

    def __init__(self, undo: Path, clock: Clock) -> None:
        self._undo = UndoFile(undo)
        self._clock = clock

    def standing(self, folder: Path, *, anew: bool = False) -> Kept:
        """What was changed in the exhibition in ``folder`` so far. ``anew``: something was just taken back."""
        try:
            found = frozenset(ways(local_content(folder)))
        except (LocalFileUnreadable, OSError):
            found = frozenset()
        steps = self._steps(folder)
        return Kept(len(steps), datetime.fromtimestamp(steps[-1].at, UTC) if steps else None, found, anew)

    def write(self, folder: Path, changes: Sequence[Change]) -> Kept | NotKept:
        """Make all changes, or none. They are on the disk when this answers."""
        try:
            text = changed_text(folder, changes)
            before = _text(folder)
            steps = self._steps(folder)
            if text != before:
                # First what can be taken back, then the change: cut off between the two, nothing was changed.
                self._undo.keep(folder, _with(steps, changes, before, digest(text), self._clock.now().timestamp()))
                write_whole(folder / LOCAL_FILE, text, lasting=True)
                LOG.info("Changed on the panel: %s", ", ".join(".".join(each.way) for each in changes))
        except (LocalFileUnreadable, OSError) as error:
            return _failure(error)
        return self.standing(folder)

    def take_back(self, folder: Path) -> Kept | NotKept:
        """The file is what it was before the last change; it goes where there was none."""
        steps = self._steps(folder)
        if not steps:
            return NotKept(Say("panel.trouble.elsewhere"))
        try:
            if steps[-1].before is None:
                (folder / LOCAL_FILE).unlink(missing_ok=True)
            else:
                write_whole(folder / LOCAL_FILE, steps[-1].before, lasting=True)
        except OSError as error:
            return _failure(error)
        self._undo.keep(folder, steps[:-1])
        LOG.info("The last change on the panel was taken back.")
        return self.standing(folder, anew=True)

    def _steps(self, folder: Path) -> list[Step]:
        """Those that lead to what the file says now. Who writes it by hand has the last word: nothing of that is lost.

        A change that was cut off before it was written has left what was there before it.
        """
        steps = self._undo.steps(folder)
        try:
            text = _text(folder)
        except (LocalFileUnreadable, OSError):
            return []
        if steps and digest(text) != steps[-1].after and text == steps[-1].before:
            steps = steps[:-1]
        return steps if steps and digest(text) == steps[-1].after else []


def _with(steps: list[Step], changes: Sequence[Change], before: str | None, after: str, at: float) -> list[Step]:
    changed = [each.way for each in changes]
    last = steps[-1] if steps else None
    if last is not None and last.changed(changed) and 0 <= at - last.at < TOGETHER_SECONDS:
        return [*steps[:-1], Step(at, last.ways, last.before, after)]
    return [*steps, Step(at, [list(each) for each in changed], before, after)]


def _text(folder: Path) -> str | None:
    try:
        return (folder / LOCAL_FILE).read_text("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise LocalFileUnreadable(f"{LOCAL_FILE} is not UTF-8 ({error}).") from None


def _failure(error: Exception) -> NotKept:
    LOG.warning("A change on the panel could not be written: %s", error)
    if isinstance(error, LocalFileUnreadable):
        return NotKept(Say("panel.trouble.unreadable"))
    denied = isinstance(error, OSError) and error.errno in _NOT_ALLOWED
    return NotKept(Say("panel.trouble.denied" if denied else "panel.trouble.disk"))
