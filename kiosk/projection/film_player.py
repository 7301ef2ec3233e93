"""One excerpt on the booth, as a visitor asks for it."""

import logging
from dataclasses import dataclass

from kiosk.exhibition.film import Excerpt
from kiosk.projection.booth import Booth, BoothEvent, ReelEnded, ReelFailed, ReelStarted
from kiosk.projection.contract import Reel
from kiosk.projection.facts import Unplayable
from kiosk.projection.threader import Threader
from kiosk.visit.events import FilmEnded, FilmFailed, FilmStarted

LOG = logging.getLogger(__name__)

FilmNews = FilmStarted | FilmEnded | FilmFailed


@dataclass(slots=True)
class _Wish:
    """What a visitor wants to see, or may want next. ``start`` in seconds of the excerpt; ``reel`` once threaded."""

    excerpt: Excerpt
    start: float
    roll: bool = False
    reel: Reel | None = None
    ticket: int = 0


class FilmPlayer:
    """Threads an excerpt ahead, lets it run, and says what became of it. Positions are seconds of the excerpt."""

    def __init__(self, booth: Booth, threader: Threader, volume: int) -> None:
        self._booth = booth
        self._threader = threader
        self._volume = volume
        self._wish: _Wish | None = None

    def prepare(self, excerpt: Excerpt, start: float) -> None:
        """Thread it into the waiting projector as soon as the file's facts are known."""
        self._wish = _Wish(excerpt, start)
        self._fulfil(self._wish)

    def play(self, excerpt: Excerpt, start: float) -> None:
        """Let it run: at once if it was prepared."""
        wish = self._wish
        if wish is None or (wish.excerpt, wish.start) != (excerpt, start):
            wish = self._wish = _Wish(excerpt, start)
        wish.roll = True
        self._fulfil(wish)

    def stop(self) -> None:
        """End it, and forget what was prepared."""
        self._wish = None
        self._booth.stop()
        self._booth.unprepare()

    def pause(self) -> None:
        self._booth.pause()

    def resume(self) -> None:
        self._booth.resume()

    def seek(self, seconds: float) -> None:
        """Go to ``seconds`` of the excerpt, kept inside it."""
        if self._wish:
            self._booth.seek(self._wish.excerpt.start.total_seconds() + max(0.0, seconds))

    def seek_by(self, seconds: float, now: float) -> None:
        """Go forward, or back if negative."""
        self.seek(self.position(now) + seconds)

    def set_volume(self, volume: int) -> None:
        """Per cent, for this excerpt and those after it."""
        self._volume = volume
        if self._wish and self._wish.roll:
            self._booth.set_volume(volume)

    @property
    def length(self) -> float:
        """Seconds of the excerpt, 0 while they are not known."""
        return self._threader.seconds(self._wish.excerpt) if self._wish else 0.0

    def position(self, now: float) -> float:
        """Seconds of the excerpt at which it is."""
        if self._wish is None or not self._wish.roll or self._wish.reel is None:
            return 0.0
        return max(0.0, self._booth.position(now) - self._wish.excerpt.start.total_seconds())

    def step(self, news: list[BoothEvent]) -> list[FilmNews]:
        """What became of the excerpt since the last call."""
        wish = self._wish
        if wish is None:
            return []
        told: list[FilmNews] = []
        if wish.reel is None and (reason := self._fulfil(wish)):
            told.append(FilmFailed(reason))
        for event in news:
            if wish.roll and event.ticket == wish.ticket:
                told.append(_news(event))
        for each in told:
            if isinstance(each, FilmFailed):
                LOG.warning("%s could not be shown: %s", wish.excerpt.file.name, each.reason)
        return told

    def _fulfil(self, wish: _Wish) -> str | None:
        """Thread the wish if the file's facts are there; why it can never be, if so."""
        if wish.reel is None:
            threaded = self._threader.thread_excerpt(wish.excerpt, self._volume, wish.start)
            if isinstance(threaded, Unplayable):
                return threaded.reason if wish.roll else None
            wish.reel = threaded
        if wish.reel is not None:
            wish.ticket = self._booth.roll(wish.reel) if wish.roll else self._booth.prepare(wish.reel)
        return None


def _news(event: BoothEvent) -> FilmNews:
    match event:
        case ReelStarted():
            return FilmStarted()
        case ReelEnded():
            return FilmEnded()
        case ReelFailed():
            return FilmFailed(event.reason)
