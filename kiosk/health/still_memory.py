"""Which stills were looked into and found to be whole, so that it takes no time again."""

import json
import logging
from collections.abc import Callable
from pathlib import Path

from kiosk.changes.identity import identity_of
from kiosk.whole_file import write_whole

LOG = logging.getLogger(__name__)


class StillMemory:
    """Looks into stills with ``inspect``, each state of a file once. ``file``: JSON, which may be missing."""

    def __init__(self, file: Path, inspect: Callable[[Path], str | None]) -> None:
        self._file, self._inspect = file, inspect
        self._whole = _read(file)
        self._before = dict(self._whole)

    def flaw(self, still: Path) -> str | None:
        """Why a picture cannot be shown, as the end of a sentence that begins with its name; None if it can."""
        identity = identity_of(still)
        if identity is not None and self._whole.get(identity[0]) == identity[1:]:
            return None
        reason = self._inspect(still)
        if reason is None and identity is not None:
            self._whole[identity[0]] = identity[1:]
        return reason

    def keep(self) -> None:
        """Write down what was learnt. A memory that cannot be written only costs time the next time."""
        if self._whole == self._before:
            return
        try:
            write_whole(self._file, json.dumps(self._whole, ensure_ascii=False))
        except OSError as error:
            LOG.info("Which stills are whole is not kept for the next time: %s", error)


def _read(file: Path) -> dict[str, tuple[int, ...]]:
    try:
        return {
            str(path): (int(size), int(changed))
            for path, (size, changed) in json.loads(file.read_text("utf-8")).items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
