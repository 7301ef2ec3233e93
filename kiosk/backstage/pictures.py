"""Pictures out of films, for whoever chooses an in or out point."""

import tempfile
import threading
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any, Final

from kiosk.exhibition.exhibition import Exhibition
from kiosk.projection.asking import ask_child

_PATIENCE_SECONDS: Final = 15.0
"""In a film whose key frames are far apart, many pictures are decoded before the one that is wanted."""
_KEPT: Final = 60


class Pictures:
    """Takes one after the other, the last two that were asked for: who steps on quickly waits for none in between."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._numbers = count(1)
        self._taken: list[Path] = []
        self._latest = 0
        self._one_at_a_time = threading.Lock()

    def taken(self, _exhibition: Exhibition, facts: Mapping[str, Any]) -> Path | None:
        """The picture that ``file`` shows at ``second`` ("12.40"), as a file that stays for a while."""
        number = self._latest = next(self._numbers)
        with self._one_at_a_time:
            if number < self._latest - 1:
                return None
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix="film-kiosk-pictures-")
            picture = Path(self._folder.name, f"{number}.jpg")
            asked = {"file": facts["file"], "second": facts["second"], "picture": str(picture)}
            told = ask_child("kiosk.projection.child.frame", _PATIENCE_SECONDS, **asked)
            if not (told and told.get("taken")):
                return None
            self._taken.append(picture)
            while len(self._taken) > _KEPT:
                self._taken.pop(0).unlink(missing_ok=True)
            return picture
