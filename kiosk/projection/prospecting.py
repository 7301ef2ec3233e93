"""Asks the process that looks into media files, one file after the other; a file that breaks it is only lost itself."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from kiosk.projection.errand import Errand

_PATIENCE_SECONDS: Final = 120.0
"""A long film on a slow stick takes its time."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a media file tells. ``tags`` by FFmpeg's names; ``subtitles``: languages, empty where the file names none.

    ``still_at``: the second that the still is from, None if no frame was good enough or none was asked for.
    """

    width: int
    height: int
    seconds: float
    has_sound: bool
    tags: dict[str, str] = field(default_factory=dict)
    subtitles: tuple[str, ...] = ()
    still_at: float | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file cannot be used, as the end of a sentence that begins with its name."""

    reason: str


class Prospector:
    """Call ``close`` at the end."""

    def __init__(self) -> None:
        self._errand = Errand("kiosk.projection.child.prospect", "prospect")

    def look(self, file: Path, still: Path | None) -> Prospect | Refused:
        """Look into ``file``; ``still``: where a good frame is to be written as a JPEG. Waits for the answer."""
        self._errand.ask(file=str(file), still=str(still) if still else None)
        try:
            message = self._errand.wait(_PATIENCE_SECONDS)
        except TimeoutError:
            return self._lost("does not tell what it is within two minutes")
        return _decoded(message) if message is not None else self._lost("breaks the program that looks at it")

    def close(self) -> None:
        """End the process. Safe to call twice."""
        self._errand.dismiss()

    def _lost(self, reason: str) -> Refused:
        self.close()
        return Refused(reason)


def _decoded(message: bytes) -> Prospect | Refused:
    try:
        told: dict[str, Any] = json.loads(message)["is"]
        if "reason" in told:
            return Refused(str(told["reason"]))
        return Prospect(
            width=int(told["width"]),
            height=int(told["height"]),
            seconds=float(told["seconds"]),
            has_sound=bool(told["has_sound"]),
            tags={str(key): str(value) for key, value in told["tags"].items()},
            subtitles=tuple(str(each) for each in told["subtitles"]),
            still_at=None if told["still_at"] is None else float(told["still_at"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return Refused("cannot be read")
