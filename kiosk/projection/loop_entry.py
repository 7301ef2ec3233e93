"""An item of a loop on its way over the screen, and how it gives way to the next: at once, or with a crossfade."""

from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.exhibition import crossfade
from kiosk.exhibition.crossfade import CUT, Crossfade
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, StillItem
from kiosk.exhibition.programme import Playable
from kiosk.projection.booth import Booth
from kiosk.projection.contract import Reel


@dataclass(slots=True)
class Entry:
    """An item of the loop.

    ``ticket`` is the booth's, None for a still, a card, or a clip not threaded yet. ``rolled``: its first picture is on
    its way. ``reel``: of a clip that was threaded.
    """

    piece: Playable
    ticket: int | None = None
    rolled: bool = False
    reel: Reel | None = None

    @property
    def is_clip(self) -> bool:
        return isinstance(self.piece, ExcerptItem | FileItem)

    @property
    def seconds(self) -> float:
        """How long it is on the screen, 0 while that is not known."""
        if isinstance(self.piece, StillItem | CardItem):
            return self.piece.duration.total_seconds()
        return self.reel.seconds if self.reel else 0.0


class GivingWay:
    """Knows when one entry begins to give way to the next, and for how long both are seen.

    ``over``: seconds that a crossfade shall take, 0 for cuts. Clips follow each other on the booth; what is done here
    is for stills and cards, which are seen over a clip or a clip over them.
    """

    def __init__(self, booth: Booth, clock: Clock) -> None:
        self.over = 0.0
        self._booth = booth
        self._clock = clock
        self._fade = CUT
        self._until: float | None = None
        self._blank_at: float | None = None

    @property
    def crossfade(self) -> Crossfade:
        """The last change from one entry to the next; of length 0 if it was a cut."""
        return self._booth.crossfade or self._fade

    def overlap(self, now: Entry | None, following: Entry | None) -> float:
        """Seconds for which both are seen."""
        return crossfade.length(self.over, now.seconds, following.seconds) if now and following else 0.0

    def begun(self, before: Entry | None, entry: Entry | None) -> None:
        """``entry`` is on the screen from now on, or over ``before``."""
        now = self._clock.monotonic()
        self._fade = Crossfade(now, self.overlap(before, entry))
        self._until = now + entry.seconds if entry and not entry.is_clip else None

    def at(self, now: Entry | None, following: Entry | None) -> float | None:
        """When a still or a card gives way, or a clip to one of these (monotonic seconds); None if it tells itself."""
        overlap = self.overlap(now, following)
        if self._until is not None:
            return self._until - overlap
        ends_at = self._booth.ends_at() if overlap and following and not following.is_clip else None
        return None if ends_at is None else ends_at - overlap

    def next_moment(self, now: Entry | None, following: Entry | None) -> float | None:
        """When there is something to do here (monotonic seconds)."""
        moments = (self.at(now, following), self._blank_at)
        return min((moment for moment in moments if moment is not None), default=None)

    def step(self, now: Entry | None, following: Entry | None) -> bool:
        """Take off a clip that has given way to a still or a card; whether ``now`` is to give way to ``following``."""
        moment = self._clock.monotonic()
        if self._blank_at is not None and moment >= self._blank_at:
            self._blank_at = None
            self._booth.blank()
        at = self.at(now, following)
        if at is None or moment < at:
            return False
        self._until = None
        return True

    def cover(self, now: Entry | None, following: Entry) -> None:
        """A still or a card comes: a clip goes at once, or while that comes over its last pictures."""
        overlap = self.overlap(now, following)
        if overlap and now and now.is_clip:
            self._booth.fade_out(overlap)
            self._blank_at = self._clock.monotonic() + overlap
        else:
            self._booth.stop()

    def stop(self) -> None:
        """Nothing is shown any more."""
        self._until = self._blank_at = None
