"""The attract loop on the booth: one item after the other, without end and without a gap."""

import random
from collections.abc import Callable
from pathlib import Path

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, StillItem
from kiosk.exhibition.programme import Programme
from kiosk.projection.booth import Booth, BoothEvent, ReelEnded, ReelFailed, ReelStarted
from kiosk.projection.contract import Reel

Piece = ExcerptItem | FileItem | StillItem | CardItem
Thread = Callable[[Path, float, float | None, int], Reel | None]
"""Makes a reel of a file, in point, out point (seconds) and volume; None while the file cannot be played."""


class LoopPlayer:
    """Plays a loop. While one clip runs the next one waits in the other projector."""

    def __init__(self, booth: Booth, thread: Thread, exhibition: Exhibition, clock: Clock) -> None:
        self._booth = booth
        self._thread = thread
        self._exhibition = exhibition
        self._clock = clock
        self._programme = Programme(exhibition.loop, exhibition.playlist, random.Random())
        self._running = False
        self._reel: Reel | None = None
        self._next: tuple[Piece, Reel | None] | None = None
        self._until: float | None = None
        self.showing: Piece | None = None

    def start(self) -> None:
        """Begin where the loop was left."""
        self._running = True

    def stop(self) -> None:
        """End it. The booth is left empty."""
        if self._running:
            self._booth.stop()
        self._running = False
        self._reel = self._next = self._until = self.showing = None

    def next_moment(self) -> float | None:
        """When ``step`` has something to do without any news of the booth (monotonic seconds)."""
        if not self._running:
            return None
        return self._until if self.showing else self._clock.monotonic() + 0.25

    def step(self, news: list[BoothEvent]) -> bool:
        """Go on as the booth and the clock tell; whether something else is shown now."""
        if not self._running:
            return False
        before = self.showing
        for event in news:
            self._hear(event)
        if self._until is not None and self._clock.monotonic() >= self._until:
            self._until = None
            self._advance()
        elif self.showing is None and self._next is None:
            self._advance()
        elif self.showing is not None and self._next is None:
            self._look_ahead()
        return self.showing != before

    def _hear(self, event: BoothEvent) -> None:
        upcoming = self._next[1] if self._next else None
        if isinstance(event, ReelStarted) and upcoming is not None and event.reel is upcoming:
            self._begin()
        elif isinstance(event, ReelFailed) and upcoming is not None and event.reel is upcoming:
            self._next = None
        elif isinstance(event, ReelEnded | ReelFailed) and event.reel is self._reel:
            self._reel = None
            if upcoming is None:
                self._advance()

    def _begin(self) -> None:
        """What was next is on the screen now."""
        assert self._next is not None
        (self.showing, self._reel), self._next = self._next, None
        if isinstance(self.showing, StillItem | CardItem):
            self._until = self._clock.monotonic() + self.showing.duration.total_seconds()
        self._look_ahead()

    def _advance(self) -> None:
        """Nothing runs any more: show what was threaded, or look for something."""
        if self._next is None:
            self._look_ahead()
        if self._next is None:
            self.showing = None
        elif self._next[1] is None:
            self._begin()
        else:
            self._booth.roll(self._next[1])

    def _look_ahead(self) -> None:
        """Choose what comes next and thread it."""
        piece = self._programme.next(self._clock.now(), self._usable)
        if piece is None:
            return
        reel = self._reel_for(piece)
        self._next = (piece, reel)
        if reel is None:
            return
        if self._reel is not None:
            self._booth.queue(reel)
        else:
            self._booth.prepare(reel)

    def _usable(self, piece: Piece) -> bool:
        """Stills and cards always are; the rest as soon as it is known to play."""
        return isinstance(piece, StillItem | CardItem) or self._reel_for(piece) is not None

    def _reel_for(self, piece: Piece) -> Reel | None:
        volume = self._exhibition.sound.loop
        if isinstance(piece, FileItem):
            end = piece.end.total_seconds() if piece.end else None
            return self._thread(piece.file, piece.start.total_seconds(), end, volume)
        if isinstance(piece, ExcerptItem):
            film = self._exhibition.playlist.film(piece.film)
            excerpt = film.excerpt(piece.excerpt) if film else None
            if excerpt:
                end = excerpt.end.total_seconds() if excerpt.end else None
                return self._thread(excerpt.file, excerpt.start.total_seconds(), end, volume)
        return None
