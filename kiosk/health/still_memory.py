"""Which stills were looked into and found to be whole, so that it takes no time again."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.changes.identity import identity_of
from kiosk.kept import keep, read_kept

VERSION: Final = 1


class StillMemory:
    """Looks into stills with ``inspect``, each state of a file once. ``file``: JSON, which may be missing.

    What was not asked for since it was read is forgotten when it is written.
    """

    def __init__(self, file: Path, inspect: Callable[[Path], str | None]) -> None:
        self._file, self._inspect = file, inspect
        self._before = _read(file)
        self._whole: dict[str, tuple[int, ...]] = {}

    def flaw(self, still: Path) -> str | None:
        """Why a picture cannot be shown, as the end of a sentence that begins with its name; None if it can."""
        identity = identity_of(still)
        known = identity is not None and identity[1:] in (self._before.get(identity[0]), self._whole.get(identity[0]))
        reason = None if known else self._inspect(still)
        if reason is None and identity is not None:
            self._whole[identity[0]] = identity[1:]
        return reason

    def keep(self) -> None:
        """Write down what was learnt."""
        if self._whole != self._before:
            keep(self._file, VERSION, "whole", self._whole)


def _read(file: Path) -> dict[str, tuple[int, ...]]:
    try:
        kept = read_kept(file, VERSION, "whole") or {}
        return {str(path): (int(size), int(changed)) for path, (size, changed) in kept.items()}
    except (ValueError, TypeError, AttributeError):
        return {}
