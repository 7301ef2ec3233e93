"""A line of JSON for everything that happens, for tests, the tour and benchmarks."""

import json
from pathlib import Path
from typing import Any, TextIO

from kiosk.clock import Clock


class Trace:
    """Appends to a file, or does nothing where there is none."""

    def __init__(self, path: Path | None, clock: Clock, *, frames: bool = False) -> None:
        self._clock = clock
        self._out: TextIO | None = path.open("a", encoding="utf-8", buffering=1) if path else None
        self.frames = frames and path is not None

    def __bool__(self) -> bool:
        return self._out is not None

    def write(self, what: str, **facts: Any) -> None:
        """One line: ``{"at": monotonic seconds, "what": …, …}``."""
        if self._out:
            line = {"at": round(self._clock.monotonic(), 6), "what": what, **facts}
            self._out.write(json.dumps(line, ensure_ascii=False) + "\n")

    def close(self) -> None:
        if self._out:
            self._out.close()
            self._out = None
