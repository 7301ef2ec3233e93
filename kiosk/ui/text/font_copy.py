"""Font files of an exhibition, as they were when they were first asked for."""

import os
import threading
import weakref
from pathlib import Path


class FontCopies:
    """Keeps the font files that it is asked for in memory of its own, once for all faces and threads.

    FreeType draws from the file itself for as long as a face lives: somebody who copies another font over it would
    end the kiosk with a bus error.
    """

    def __init__(self) -> None:
        self._copies: dict[Path, Path] = {}
        self._one = threading.Lock()

    def of(self, file: Path) -> Path:
        """The path of the copy, which is there as long as this object. OSError where the file cannot be read."""
        with self._one:
            if file not in self._copies:
                content = file.read_bytes()
                handle = os.memfd_create(file.name)
                weakref.finalize(self, os.close, handle)
                with os.fdopen(handle, "wb", closefd=False) as copy:
                    copy.write(content)
                self._copies[file] = Path(f"/proc/self/fd/{handle}")
            return self._copies[file]
