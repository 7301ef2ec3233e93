"""Notices what was changed in an exhibition, beside the frame loop, so that no frame waits for it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock, Thread

from kiosk.changes.inventory import Inventory
from kiosk.config.captions import CaptionsWritten, caption_problems
from kiosk.config.load import Loaded, load_exhibition
from kiosk.config.settings import LOCAL_FILE
from kiosk.config.watch import Watch
from kiosk.exhibition.media import fonts_of, media_of
from kiosk.exhibition.sharing import sharing
from kiosk.memory import without_collecting

LOG = logging.getLogger(__name__)

_LOOK_EVERY = 0.25
"""Seconds. A saved change is on the screen within one, also where a thousand films are read."""
_MEDIA_EVERY = 4
"""Looks at what was written for one at all media files; those that are being copied are looked at each time."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is not as it was.

    ``loaded``: the exhibition, read anew; None where it did not have to be. ``saved``: somebody wrote something, rather
    than media files alone having come or gone; ``at_panel``: into the file that the panel writes, too. ``elsewhere``:
    it is another exhibition, in another folder. ``files``: the media files that came, went or are others now.
    """

    loaded: Loaded | None = None
    saved: bool = False
    at_panel: bool = False
    elsewhere: bool = False
    files: frozenset[Path] = frozenset()

    def and_then(self, later: "Change") -> "Change":
        """Both in one."""
        return Change(
            later.loaded or self.loaded,
            self.saved or later.saved,
            self.at_panel or later.at_panel,
            self.elsewhere or later.elsewhere,
            self.files | later.files,
        )


NO_CHANGE = Change()


class Reloading:
    """A thread that watches the files of an exhibition. ``take`` hands over what it has found.

    It also looks into the caption files, which nobody has to wait for, and says in the log what is wrong with them.
    """

    def __init__(self, folder: Path, loaded: Loaded, wake: Callable[[], None], inventory: Inventory) -> None:
        self._folder = self._wanted = folder
        self._inventory = inventory
        self._wake = wake
        self._shown: frozenset[Path] = frozenset()
        self._change = NO_CHANGE
        self._lock = Lock()
        self._looks = 0
        self._watch = Watch(())
        self._captions: tuple[CaptionsWritten, ...] = ()
        self._exhibition = loaded.exhibition
        self._follow(loaded)
        self._over = Event()
        self._thread = Thread(target=self._run, name="reloading", daemon=True)
        self._thread.start()

    @property
    def has_found(self) -> bool:
        """Whether there is something to take."""
        return self._change is not NO_CHANGE

    def take(self) -> Change | None:
        """What changed since the last call; None if nothing did."""
        if not self.has_found:
            return None
        with self._lock:
            change, self._change = self._change, NO_CHANGE
        return change

    def show(self, folder: Path) -> None:
        """Read the exhibition in this folder from now on. May be called on any thread."""
        self._wanted = folder

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
        self._looks += 1
        files = self._inventory.look(None if self._looks % _MEDIA_EVERY == 0 else self._inventory.waits)
        elsewhere, self._folder = self._wanted != self._folder, self._wanted
        changed = self._watch.changed()
        saved, at_panel = bool(changed) or elsewhere, self._folder / LOCAL_FILE in changed
        if saved or any(file in self._read or self._inventory.identity(file) is None for file in files):
            with without_collecting():
                loaded = self._sharing(load_exhibition(self._folder, arriving=self._is_arriving, texts=False))
            self._follow(loaded)  # first, or it would go on beside the frame that shows the change
            self._tell(Change(loaded, saved, at_panel, elsewhere, files))
        elif files:
            self._tell(Change(files=files))
        if self._captions:
            written, self._captions = self._captions, ()
            for problem in caption_problems(written):
                LOG.warning("%s", problem)

    def _tell(self, change: Change) -> None:
        with self._lock:
            self._change = self._change.and_then(change)
        self._wake()

    def _is_arriving(self, file: Path) -> bool:
        """Whether a file is still being copied. What is shown already was whole before."""
        return file not in self._shown and self._inventory.is_arriving(file)

    def _follow(self, loaded: Loaded) -> None:
        """Look after the files that the exhibition is read from, and after those that it shows."""
        self._captions = loaded.captions
        exhibition = loaded.exhibition
        media = exhibition.media if exhibition else self._folder / "media"
        fonts = fonts_of(exhibition) if exhibition else frozenset()
        read = (file for file in loaded.files if media in file.parents and not file.is_dir())
        self._read = frozenset((*read, *fonts))
        self._watch.follow(file for file in loaded.files if file not in self._read)
        # What was shown before may still be, if the change is not good enough.
        before = (file for file in self._shown if self._inventory.is_there(file))
        self._shown = frozenset(before) | (media_of(exhibition) if exhibition else frozenset())
        self._inventory.follow(self._shown | self._read)
