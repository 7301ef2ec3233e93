"""The attract loop on the booth: one item after the other, without end and without a gap."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, StillItem
from kiosk.exhibition.programme import Playable, Programme
from kiosk.projection.booth import Booth, BoothEvent, ReelEnded, ReelFailed, ReelStarted
from kiosk.projection.contract import Reel
from kiosk.projection.facts import Unplayable
from kiosk.projection.licence import Licence

Thread = Callable[[Path, float, float | None, int], Reel | Unplayable | None]
"""Makes a reel of a file, in point, out point (seconds) and volume; None while the file's facts are not known."""

_LOOK_SECONDS: Final = 0.25
_PENALTY_SECONDS: Final = 30.0
"""So long a file that failed is left out of the loop."""


@dataclass(slots=True)
class _Entry:
    """An item of the loop.

    ``ticket`` is the booth's, None for a still, a card, or a clip not threaded yet. ``rolled``: its first picture is on
    its way.
    """

    piece: Playable
    ticket: int | None = None
    rolled: bool = False

    @property
    def is_clip(self) -> bool:
        return isinstance(self.piece, ExcerptItem | FileItem)


class LoopPlayer:
    """Plays a loop. While one clip runs the next one waits in the other projector."""

    def __init__(self, booth: Booth, thread: Thread, exhibition: Exhibition, clock: Clock, licence: Licence) -> None:
        self._booth = booth
        self._thread = thread
        self._clock = clock
        self._licence = licence
        self._running = False
        self._failed: dict[Path, float] = {}
        self._now: _Entry | None = None
        self._next: _Entry | None = None
        self._until: float | None = None
        self.change(exhibition)

    @property
    def showing(self) -> Playable | None:
        """What is on the screen."""
        return self._now.piece if self._now else None

    def change(self, exhibition: Exhibition) -> None:
        """Go on with another loop, once what is shown is over."""
        self._exhibition = exhibition
        self._programme = Programme(exhibition.loop, exhibition.playlist, random.Random())

    def start(self) -> None:
        """Begin, or go on where the loop was left."""
        self._running = True

    def stop(self) -> None:
        """End it; the booth is left empty."""
        if self._running:
            self._booth.stop()
            self._booth.unprepare()
        self._running = False
        self._now = self._next = self._until = None

    def next_moment(self) -> float | None:
        """When ``step`` has something to do without any news of the booth (monotonic seconds)."""
        if not self._running or (self._now and self._until is None):
            return None
        return self._until if self._now else self._clock.monotonic() + _LOOK_SECONDS

    def step(self, news: list[BoothEvent]) -> bool:
        """Go on as the booth and the clock tell; whether something else is shown now."""
        if not self._running:
            return False
        before = self._now
        for event in news:
            self._hear(event)
        if self._until is not None and self._clock.monotonic() >= self._until:
            self._until = None
            self._advance()
        elif self._now is None:
            self._advance()
        elif self._next is None or (self._next.is_clip and self._next.ticket is None):
            self._look_ahead()
        return self._now is not before

    def _hear(self, event: BoothEvent) -> None:
        is_next = self._next is not None and event.ticket == self._next.ticket
        is_now = self._now is not None and event.ticket == self._now.ticket
        if isinstance(event, ReelFailed):
            self._failed[event.reel.file] = self._clock.monotonic()
        if isinstance(event, ReelStarted) and is_next:
            self._begin()
        elif isinstance(event, ReelFailed) and self._next is not None and is_next:
            awaited, self._next = self._next.rolled, None
            if awaited:
                self._advance()
        elif isinstance(event, ReelEnded | ReelFailed) and is_now:
            self._over()

    def _over(self) -> None:
        """The clip on the screen is over; one that was queued comes by itself."""
        if self._next is None or self._next.ticket is None:
            self._advance()
        elif self._now is not None:
            self._now.ticket = None

    def _begin(self) -> None:
        """What was next is on the screen now."""
        self._now, self._next = self._next, None
        if self._now and isinstance(self._now.piece, ExcerptItem):
            self._licence.begun(self._now.piece.film)
        if self._now and isinstance(self._now.piece, StillItem | CardItem):
            self._until = self._clock.monotonic() + self._now.piece.duration.total_seconds()
        self._look_ahead()

    def _advance(self) -> None:
        """Nothing runs any more: show what was threaded, or look for something."""
        self._look_ahead()
        entry = self._next
        if entry is None:
            self._now = None
        elif not entry.is_clip:
            self._booth.stop()
            self._begin()
        elif not entry.rolled and isinstance(reel := self._reel_for(entry.piece), Reel):
            entry.ticket, entry.rolled = self._booth.roll(reel), True

    def _look_ahead(self) -> None:
        """Choose what comes next and thread it; a clip whose facts are not known yet is waited for."""
        if self._next is None:
            piece = self._programme.next(self._clock.now(), self._usable)
            self._next = _Entry(piece) if piece else None
        entry = self._next
        if entry is None or not entry.is_clip or entry.ticket is not None:
            return
        reel = self._reel_for(entry.piece)
        if isinstance(reel, Unplayable):
            self._next = None
        elif reel:
            runs = self._now is not None and self._now.ticket is not None
            entry.ticket = self._booth.queue(reel) if runs else self._booth.prepare(reel)

    def _usable(self, piece: Playable) -> bool:
        """Stills and cards always are; clips if their rights allow it and they are not known not to play."""
        return self._licence.in_loop(piece) and not isinstance(self._reel_for(piece), Unplayable)

    def _reel_for(self, piece: Playable) -> Reel | Unplayable | None:
        stretch: FileItem | Excerpt | None = piece if isinstance(piece, FileItem) else None
        if isinstance(piece, ExcerptItem):
            film = self._exhibition.playlist.film(piece.film)
            stretch = film.excerpt(piece.excerpt) if film else None
        elif stretch is None:
            return None
        if stretch is None or self._failed_lately(stretch.file):
            return Unplayable("is left out of the loop for a while")
        end = stretch.end.total_seconds() if stretch.end else None
        reel = self._thread(stretch.file, stretch.start.total_seconds(), end, self._exhibition.sound.loop)
        return replace(reel, joins=True) if isinstance(reel, Reel) else reel

    def _failed_lately(self, file: Path) -> bool:
        return self._clock.monotonic() - self._failed.get(file, float("-inf")) < _PENALTY_SECONDS
