"""Finds the captions of the film that a visitor is at, beside the frame loop."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from types import MappingProxyType
from typing import Final

from kiosk.captions.cues import Unreadable
from kiosk.captions.reading import read_captions
from kiosk.captions.shelf import Shelf
from kiosk.captions.track import Track
from kiosk.changes.identity import Identity, identity_of
from kiosk.exhibition.film import Excerpt
from kiosk.projection.spawning import Child

LOG = logging.getLogger(__name__)

Tracks = Mapping[str, Track]
"""The captions that a film offers, by language."""

NO_TRACKS: Final[Tracks] = MappingProxyType({})

_PROCESS: Final = "kiosk.projection.child.subtitles"
_KEPT: Final = 24
"""Files whose captions stay in memory: those of a few films."""
_CALM_SECONDS: Final = 1.0
"""A media file is looked into so long after its film was opened: the screen has come to rest by then."""
_PATIENCE_SECONDS: Final = 120.0
"""A media file without an index has to be read as a whole."""
_LOOK_SECONDS: Final = 0.2


class CaptionDesk:
    """Reads what was asked for last on a thread of its own. ``wake`` is called there when something was found.

    ``folder``: keeps what was found inside media files for the next start. ``identify``: the state in which a file may
    be read, None while there is none.
    """

    def __init__(
        self,
        folder: Path,
        wake: Callable[[], None] = lambda: None,
        identify: Callable[[Path], Identity | None] = identity_of,
    ) -> None:
        self._shelf = Shelf(folder)
        self._wake = wake
        self._identify = identify
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="captions")
        self._known: OrderedDict[tuple[Identity, str], Tracks] = OrderedDict()
        self._wanted: Excerpt | None = None
        self._turns = 0
        self._tracks = NO_TRACKS

    @property
    def tracks(self) -> Tracks:
        """What is known by now of the excerpt that was opened last. Another object whenever it is something else."""
        return self._tracks

    def open(self, excerpt: Excerpt) -> None:
        """Find the captions of an excerpt; those of another one are not wanted any more. Returns at once.

        Files that were changed since they were read are read again.
        """
        if excerpt != self._wanted:
            self._tracks = NO_TRACKS
        self._wanted = excerpt
        self._turns += 1
        self._worker.submit(self._find, excerpt, self._turns)

    def keep(self, excerpt: Excerpt) -> None:
        """Open an excerpt unless it is the one that was opened last: what is under way goes on."""
        if excerpt != self._wanted:
            self.open(excerpt)

    def renew(self, files: Collection[Path]) -> None:
        """These files are others now: if captions of the excerpt that was opened last are among them, read them."""
        if self._wanted is not None and not set(self._wanted.captions.values()).isdisjoint(files):
            self.open(self._wanted)

    def close(self) -> None:
        """End the thread. Safe to call twice."""
        self._turns += 1
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _find(self, excerpt: Excerpt, turn: int) -> None:
        """On the worker's thread: the excerpt's own caption files at once, then those inside its media file."""
        try:
            found: dict[str, Track] = {}
            for language, file in excerpt.captions.items():
                found.update(self._of_file(file, language))
            self._tell(found, turn)
            inside = self._inside(excerpt.file, turn)
            self._tell(found | {each: track for each, track in inside.items() if each not in found}, turn)
        except Exception:  # a thread that nobody waits for would fail in silence
            LOG.exception("The captions of %s could not be read", excerpt.file.name)

    def _tell(self, found: dict[str, Track], turn: int) -> None:
        """Tracks are equal only if they are the same object, so nothing is told twice."""
        if turn == self._turns and found != self._tracks:
            self._tracks = MappingProxyType(found)
            self._wake()

    def _of_file(self, file: Path, language: str) -> Tracks:
        """The track of a caption file; none where it cannot be read."""
        identity = self._identify(file)
        if identity is None:
            return NO_TRACKS
        if (known := self._recall(identity, language)) is not None:
            return known
        try:
            track = Track(read_captions(file, language))
        except Unreadable as error:
            LOG.warning("%s %s. The film is shown without these captions.", file.name, error)
            return self._remember(identity, language, NO_TRACKS)
        return self._remember(identity, language, {language: track})

    def _inside(self, file: Path, turn: int) -> Tracks:
        """The tracks inside a media file; none while that is not known because nobody waits for it any more."""
        identity = self._identify(file)
        if identity is None:
            return NO_TRACKS
        if (known := self._recall(identity, "")) is not None:
            return known
        found = self._shelf.take(identity)
        if found is None:
            if not self._extract(file, self._shelf.place(identity), turn):
                return NO_TRACKS
            found = self._shelf.take(identity) or {}
        tracks = {language: Track(cues) for language, cues in found.items()}
        return self._remember(identity, "", {language: track for language, track in tracks.items() if track})

    def _extract(self, file: Path, out: Path, turn: int) -> bool:
        """Let a process go through a media file; whether it came to an end, good or bad."""
        over = Event()
        if self._nobody_waits(over, _CALM_SECONDS, turn):
            return False
        self._shelf.make_room()
        child = Child(_PROCESS, "subtitles", lambda _message: over.set(), file=str(file), out=str(out))
        try:
            return not self._nobody_waits(over, _PATIENCE_SECONDS, turn)
        finally:
            child.kill()
            child.reap(1.0)

    def _nobody_waits(self, over: Event, seconds: float, turn: int) -> bool:
        """Wait for the event, at most so long; whether another film was opened meanwhile."""
        for _ in range(round(seconds / _LOOK_SECONDS)):
            if turn != self._turns:
                return True
            if over.wait(_LOOK_SECONDS):
                break
        return turn != self._turns

    def _recall(self, identity: Identity, language: str) -> Tracks | None:
        known = self._known.get((identity, language))
        if known is not None:
            self._known.move_to_end((identity, language))
        return known

    def _remember(self, identity: Identity, language: str, tracks: Tracks) -> Tracks:
        self._known[identity, language] = tracks
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return tracks
