"""The clips of a loop: which of them can be shown now, and how."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt
from kiosk.exhibition.loop import CardItem, StillItem
from kiosk.exhibition.programme import Playable, stretch_of
from kiosk.projection.contract import Reel
from kiosk.projection.facts import Unplayable
from kiosk.projection.licence import Licence
from kiosk.projection.threader import Threader

_PENALTY_SECONDS: Final = 30.0
"""So long a file that failed is left out of the loop."""


class LoopClips:
    """``volume``: per cent at which they are heard. ``exhibition``: the one that the loop belongs to."""

    def __init__(self, threader: Threader, exhibition: Exhibition, clock: Clock, licence: Licence) -> None:
        self.exhibition = exhibition
        self.volume = exhibition.sound.loop
        self._threader = threader
        self._clock = clock
        self._licence = licence
        self._failed: dict[Path, float] = {}

    def usable(self, piece: Playable) -> bool:
        """Stills and cards always are; clips if their rights allow it and they are not known not to play."""
        return self._licence.in_loop(piece) and not isinstance(self.reel(piece), Unplayable)

    def reel(self, piece: Playable) -> Reel | Unplayable | None:
        """The reel of a clip; None for a still or a card, and while the file's facts are not known."""
        if isinstance(piece, StillItem | CardItem):
            return None
        stretch = stretch_of(piece, self.exhibition.playlist)
        if stretch is None or self._failed_lately(stretch.file):
            return Unplayable("is left out of the loop for a while")
        end = stretch.end.total_seconds() if stretch.end else None
        gain = stretch.gain_db if isinstance(stretch, Excerpt) else 0.0
        reel = self._threader.thread(stretch.file, stretch.start.total_seconds(), end, self.volume, gain)
        return replace(reel, joins=not self.exhibition.loop.over) if isinstance(reel, Reel) else reel

    def is_of(self, piece: Playable, files: Iterable[Path]) -> bool:
        """Whether it is a clip of one of these files."""
        stretch = stretch_of(piece, self.exhibition.playlist)
        return stretch is not None and stretch.file in files

    def failed(self, file: Path) -> None:
        """It could not be shown."""
        self._failed[file] = self._clock.monotonic()

    def forgive(self, files: Iterable[Path]) -> None:
        """These get another chance."""
        for file in files:
            self._failed.pop(file, None)

    def _failed_lately(self, file: Path) -> bool:
        return self._clock.monotonic() - self._failed.get(file, float("-inf")) < _PENALTY_SECONDS
