"""Reads the exhibition again when somebody saved a change, beside the frame loop, so that no frame waits for it."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

from kiosk.config.captions import caption_problems
from kiosk.config.load import Loaded, load_exhibition
from kiosk.config.watch import Watch
from kiosk.exhibition.sharing import sharing
from kiosk.memory import without_collecting

LOG = logging.getLogger(__name__)

_LOOK_EVERY = 0.25
"""Seconds. A saved change is on the screen within one, also where a thousand films are read."""


class Reloading:
    """A thread that watches the files of an exhibition. ``take`` hands over what it has read.

    It also looks into the caption files, which nobody has to wait for, and says in the log what is wrong with them.
    """

    def __init__(self, folder: Path, loaded: Loaded, wake: Callable[[], None]) -> None:
        self._folder = folder
        self._watch = Watch(loaded.files)
        self._wake = wake
        self._read: Loaded | None = None
        self._captions = loaded.captions
        self._exhibition = loaded.exhibition
        self._over = Event()
        self._thread = Thread(target=self._run, name="reloading", daemon=True)
        self._thread.start()

    def take(self) -> Loaded | None:
        """What was read since the last call; None if nothing changed."""
        read, self._read = self._read, None
        return read

    def close(self) -> None:
        self._over.set()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        while not self._over.wait(_LOOK_EVERY):
            try:
                self._look()
            except Exception:  # whatever is in the files must not end the watch over them
                LOG.exception("The exhibition could not be read again")

    def _sharing(self, loaded: Loaded) -> Loaded:
        """What is as it was before is the same object again: nobody has to compare it, or to look at it anew."""
        if loaded.exhibition is None:
            return loaded
        if self._exhibition is not None:
            loaded = replace(loaded, exhibition=sharing(loaded.exhibition, self._exhibition))
        self._exhibition = loaded.exhibition
        return loaded

    def _look(self) -> None:
        if self._watch.changed():
            with without_collecting():
                loaded = self._sharing(load_exhibition(self._folder))
            self._watch.follow(loaded.files)
            self._read = loaded
            self._wake()
            self._captions = loaded.captions
        if self._captions:
            written, self._captions = self._captions, ()
            for problem in caption_problems(written):
                LOG.warning("%s", problem)
