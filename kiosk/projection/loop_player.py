"""The attract loop on the booth: one item after the other, without end, with a cut or a crossfade, without a gap."""

import random
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Final

from kiosk.clock import Clock
from kiosk.exhibition.crossfade import Crossfade
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.loop import ExcerptItem
from kiosk.exhibition.programme import Playable, Programme
from kiosk.projection.booth import Booth, BoothEvent, ReelEnded, ReelFailed, ReelStarted
from kiosk.projection.contract import Reel
from kiosk.projection.facts import Unplayable
from kiosk.projection.licence import Licence
from kiosk.projection.loop_clips import LoopClips
from kiosk.projection.loop_entry import Entry, GivingWay
from kiosk.projection.threader import Threader

_LOOK_SECONDS: Final = 0.25
_AFTERWARDS_SECONDS: Final = 0.03
"""An item's first picture is shown before the item after it is thought of: that takes some milliseconds."""


class LoopPlayer:
    """Plays a loop. While one clip runs the next one waits in the other projector."""

    def __init__(
        self, booth: Booth, threader: Threader, exhibition: Exhibition, clock: Clock, licence: Licence
    ) -> None:
        self._booth = booth
        self._threader = threader
        self._clock = clock
        self._licence = licence
        self._running = False
        self._now: Entry | None = None
        self._next: Entry | None = None
        self._look_at = 0.0
        self._clips = LoopClips(threader, exhibition, clock, licence)
        self._giving_way = GivingWay(booth, clock)
        self._giving_way.over = exhibition.loop.over.total_seconds()
        self._programme = Programme(exhibition.loop, exhibition.playlist, random.Random())

    @property
    def showing(self) -> Playable | None:
        """What is on the screen."""
        return self._now.piece if self._now else None

    @property
    def coming(self) -> Playable | None:
        """What is shown next, as far as that is known."""
        return self._next.piece if self._next else None

    @property
    def crossfade(self) -> Crossfade:
        """The last change from one item to the next."""
        return self._giving_way.crossfade

    def change(self, exhibition: Exhibition) -> None:
        """Go on in the same place of the loop as far as that is the same: what is shown and what waits come first."""
        self._clips.exhibition = exhibition
        self._giving_way.over = exhibition.loop.over.total_seconds()
        self._programme = self._programme.amended(exhibition.loop, exhibition.playlist)
        if waiting := self._waiting():
            held = self._programme.holds(waiting.piece)
            self._next = waiting if held else None
            self._thread_anew(waiting, gone=not (held and isinstance(self._clips.reel(waiting.piece), Reel)))

    def renew(self, files: Collection[Path]) -> None:
        """These files are others now: they get another chance, and one that waits is threaded anew."""
        self._clips.forgive(files)
        waiting = self._waiting()
        if waiting and self._clips.is_of(waiting.piece, files):
            self._thread_anew(waiting, gone=True)

    def _thread_anew(self, waiting: Entry, *, gone: bool) -> None:
        """Look ahead again. A reel that is the same as before stays where it is, unless it is ``gone``."""
        if gone:
            self._booth.unprepare()
        waiting.ticket = None
        self._look_ahead()

    def _waiting(self) -> Entry | None:
        """What comes next, while something runs whose end was not reached yet."""
        now, entry = self._now, self._next
        ends = now is not None and now.is_clip and now.ticket is None
        return entry if entry is not None and now is not None and not entry.rolled and not ends else None

    def start(self) -> None:
        """Begin, or go on where the loop was left."""
        self._running = True

    def stop(self) -> None:
        """End it; the booth is left empty."""
        if self._running:
            self._booth.stop()
            self._booth.unprepare()
        self._running = False
        self._now = self._next = None
        self._giving_way.stop()

    def set_volume(self, volume: int) -> None:
        """Per cent, for what is shown and all after it. The same again, if the level that all is brought to moved."""
        self._clips.volume = volume
        entry = self._now
        if entry and entry.reel and (played := self._threader.played(entry.reel, volume)) != entry.reel.volume:
            entry.reel = replace(entry.reel, volume=played)
            self._booth.set_volume(played)

    def next_moment(self) -> float | None:
        """When ``step`` has something to do without any news of the booth (monotonic seconds)."""
        if not self._running:
            return None
        if self._now is None:
            return self._clock.monotonic() + _LOOK_SECONDS
        given = self._giving_way.next_moment(self._now, self._next)
        return min(self._look_at, given or self._look_at) if self._is_to_look else given

    def step(self, news: list[BoothEvent]) -> bool:
        """Go on as the booth and the clock tell; whether something else is shown now."""
        if not self._running:
            return False
        before = self._now
        for event in news:
            self._hear(event)
        if self._giving_way.step(self._now, self._next) or self._now is None:
            self._advance()
        elif self._is_to_look and self._clock.monotonic() >= self._look_at:
            self._look_at = self._clock.monotonic() + _LOOK_SECONDS
            self._look_ahead()
        return self._now is not before

    @property
    def _is_to_look(self) -> bool:
        """Whether what comes next is not chosen or not threaded yet."""
        return self._next is None or (self._next.is_clip and self._next.ticket is None)

    def _hear(self, event: BoothEvent) -> None:
        is_next = self._next is not None and event.ticket == self._next.ticket
        is_now = self._now is not None and event.ticket == self._now.ticket
        if isinstance(event, ReelFailed):
            self._clips.failed(event.reel.file)
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
        self._giving_way.begun(self._now, self._next)
        self._now, self._next = self._next, None
        self.set_volume(self._clips.volume)
        if self._now and isinstance(self._now.piece, ExcerptItem):
            self._licence.begun(self._now.piece.film)
        self._look_at = self._clock.monotonic() + _AFTERWARDS_SECONDS

    def _advance(self) -> None:
        """Nothing runs any more: show what was threaded, or look for something."""
        self._look_ahead()
        entry = self._next
        if entry is None:
            self._now = None
        elif not entry.is_clip:
            self._giving_way.cover(self._now, entry)
            self._begin()
        elif not entry.rolled and isinstance(reel := self._clips.reel(entry.piece), Reel):
            entry.reel, entry.rolled = reel, True
            entry.ticket = self._booth.roll(reel, rise=self._giving_way.overlap(self._now, entry))

    def _look_ahead(self) -> None:
        """Choose what comes next and thread it; a clip whose facts are not known yet is waited for."""
        if self._next is None:
            piece = self._programme.next(self._clock.now(), self._clips.usable)
            self._next = Entry(piece) if piece else None
        entry = self._next
        if entry is None or not entry.is_clip or entry.ticket is not None or self._booth.crossfade is not None:
            return
        reel = self._clips.reel(entry.piece)
        if isinstance(reel, Unplayable):
            self._next = None
        elif reel:
            runs = self._now is not None and self._now.ticket is not None
            entry.reel = reel
            entry.ticket = self._booth.queue(reel, self._giving_way.over) if runs else self._booth.prepare(reel)
