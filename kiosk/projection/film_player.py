"""One excerpt on the booth, as a visitor asks for it."""

from dataclasses import dataclass

from kiosk.exhibition.film import Excerpt
from kiosk.projection.booth import Booth, BoothEvent, ReelEnded, ReelFailed, ReelStarted
from kiosk.projection.contract import Reel
from kiosk.projection.threader import Threader
from kiosk.visit.events import FilmEnded, FilmFailed, FilmStarted


@dataclass(slots=True)
class _Wish:
    """What a visitor wants to see, or may want next. ``start`` in seconds of the excerpt."""

    excerpt: Excerpt
    start: float
    roll: bool
    reel: Reel | None = None


FilmNews = FilmStarted | FilmEnded | FilmFailed


class FilmPlayer:
    """Threads an excerpt ahead, lets it run, and says what became of it. Positions are seconds of the excerpt."""

    def __init__(self, booth: Booth, threader: Threader) -> None:
        self._booth = booth
        self._threader = threader
        self._wish: _Wish | None = None
        self._volume = 0

    def prepare(self, excerpt: Excerpt, start: float) -> None:
        """Thread it into the waiting projector as soon as the file's facts are known."""
        self._wish = _Wish(excerpt, start, roll=False)
        self._fulfil()

    def play(self, excerpt: Excerpt, start: float) -> None:
        """Let it run: at once if it was prepared."""
        prepared = self._wish
        if prepared is None or prepared.excerpt != excerpt or prepared.start != start or prepared.roll:
            self._wish = prepared = _Wish(excerpt, start, roll=False)
            self._fulfil()
        prepared.roll = True
        if prepared.reel:
            self._booth.roll(prepared.reel)

    def stop(self) -> None:
        """End it, or forget what was prepared."""
        self._wish = None
        self._booth.stop()

    def pause(self) -> None:
        self._booth.pause()

    def resume(self) -> None:
        self._booth.resume()

    def seek(self, seconds: float) -> None:
        """Go to ``seconds``, kept inside the excerpt."""
        if self._wish and self._wish.reel:
            first = self._wish.excerpt.start.total_seconds()
            latest = max(0.0, self.length - 0.5)
            self._booth.seek(first + min(max(0.0, seconds), latest))

    def seek_by(self, seconds: float, now: float) -> None:
        """Go forward, or back if negative."""
        self.seek(self.position(now) + seconds)

    def set_volume(self, volume: int) -> None:
        """Per cent, for this excerpt and those after it."""
        self._volume = volume
        self._booth.set_volume(volume)

    @property
    def length(self) -> float:
        """Seconds of the excerpt, 0 while they are not known."""
        return self._threader.seconds(self._wish.excerpt) if self._wish else 0.0

    def position(self, now: float) -> float:
        """Seconds of the excerpt at which it is."""
        if self._wish is None or self._wish.reel is None:
            return 0.0
        return max(0.0, self._booth.position(now) - self._wish.excerpt.start.total_seconds())

    def step(self, news: list[BoothEvent]) -> list[FilmNews]:
        """What became of the excerpt since the last call."""
        told: list[FilmNews] = []
        if self._wish and self._wish.reel is None and (reason := self._fulfil()):
            told.append(FilmFailed(reason))
        for event in news:
            if self._wish is None or event.reel is not self._wish.reel or not self._wish.roll:
                continue
            if isinstance(event, ReelStarted):
                told.append(FilmStarted())
            elif isinstance(event, ReelEnded):
                told.append(FilmEnded())
            elif isinstance(event, ReelFailed):
                told.append(FilmFailed(event.reason))
        return told

    def _fulfil(self) -> str | None:
        """Thread the wish if the file's facts are there; why it can never be, if so."""
        wish = self._wish
        assert wish is not None
        threaded = self._threader.thread_excerpt(wish.excerpt, self._volume, wish.start)
        if isinstance(threaded, Reel):
            wish.reel = threaded
            if wish.roll:
                self._booth.roll(threaded)
            else:
                self._booth.prepare(threaded)
            return None
        return threaded.reason if threaded and wish.roll else None
