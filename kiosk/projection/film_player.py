"""One excerpt on the booth, as a visitor asks for it."""

import logging
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from kiosk.exhibition.film import Excerpt
from kiosk.exhibition.media import files_of
from kiosk.projection.booth import Booth, BoothEvent, ReelEnded, ReelFailed, ReelStarted
from kiosk.projection.contract import Reel
from kiosk.projection.facts import Unplayable
from kiosk.projection.film_sound import FilmSound
from kiosk.projection.threader import Threader
from kiosk.projection.wish import Wish
from kiosk.visit.events import FilmEnded, FilmFailed, FilmStarted, VersionFailed

LOG = logging.getLogger(__name__)

FilmNews = FilmStarted | VersionFailed | FilmEnded | FilmFailed


class FilmPlayer:
    """Threads an excerpt ahead, lets it run, and says what became of it. Positions are seconds of the excerpt."""

    def __init__(self, booth: Booth, threader: Threader, volume: int) -> None:
        self._booth = booth
        self._threader = threader
        self._sound = FilmSound(booth, threader, volume)
        self._wish: Wish | None = None

    def prepare(self, excerpt: Excerpt, start: float, version: str | None = None) -> None:
        """Thread it into the waiting projector as soon as the file's facts are known."""
        self._wish = Wish(excerpt, start, version, version)
        self._fulfil(self._wish)

    def play(self, excerpt: Excerpt, start: float, version: str | None = None) -> None:
        """Let it run: at once if it was prepared."""
        wish = self._wish
        if wish is None or (wish.excerpt, wish.start, wish.asked) != (excerpt, start, version):
            wish = self._wish = Wish(excerpt, start, version, version)
        wish.roll = True
        self._fulfil(wish)

    def switch(self, version: str | None, now: float) -> None:
        """Go on at the same place in another version; None for the excerpt's own file."""
        wish = self._wish
        if wish is not None and wish.roll:
            self._sound.hold()
            here = self.position(now)
            self._wish = replace(
                wish,
                start=here,
                asked=version,
                version=version,
                reel=None,
                reached=here,
                goes_on=True,
                failure_told=False,
            )
            self._fulfil(self._wish)

    def stop(self) -> None:
        """End it, and forget what was prepared."""
        self._wish = None
        self._sound.stop()
        self._booth.stop()
        self._booth.unprepare()

    def renew(self, files: Collection[Path]) -> None:
        """These files are others now: what was prepared is threaded anew. What runs goes on from the file it opened."""
        wish = self._wish
        if wish and not wish.roll and any(file in files for file in files_of(wish.excerpt)):
            self._booth.unprepare()
            wish.version, wish.reel = wish.asked, None

    def pause(self, now: float) -> None:
        """Let the sound fade away, then hold: the picture goes with its sound, so that they stay together."""
        self._sound.pause(self._running, now)

    def resume(self) -> None:
        self._sound.resume(self._running)

    def seek(self, seconds: float) -> None:
        """Go to ``seconds`` of the excerpt, kept inside it."""
        if self._wish:
            self._sound.hold()
            self._booth.seek(self._in_point + max(0.0, seconds))

    def seek_by(self, seconds: float, now: float) -> None:
        """Go forward, or back if negative."""
        self.seek(self.position(now) + seconds)

    def set_volume(self, volume: int) -> None:
        """Per cent, for this excerpt and those after it."""
        self._sound.volume = volume
        self.regulate()

    def regulate(self) -> None:
        """The volume that is wished, or the level that all is brought to, is another one now."""
        self._sound.regulate(self._running)

    def fade_out(self, seconds: float, now: float) -> None:
        """Let its sound go away within so many seconds; it runs on."""
        self._sound.fade_out(self._running, seconds, now)

    @property
    def length(self) -> float:
        """Seconds of the excerpt, 0 while they are not known. Those of the file that plays, whatever became of it."""
        wish = self._wish
        return (wish.seconds or self._threader.seconds(wish.excerpt)) if wish else 0.0

    def position(self, now: float) -> float:
        """Seconds of the excerpt at which it is."""
        if self._wish is None or not self._wish.roll or self._wish.reel is None:
            return self._wish.reached if self._wish else 0.0
        return max(0.0, self._booth.position(now) - self._in_point)

    def next_moment(self) -> float | None:
        """When ``step`` has something to do (monotonic seconds)."""
        return self._sound.next_moment()

    def step(self, news: list[BoothEvent], now: float) -> list[FilmNews]:
        """What became of the excerpt since the last call."""
        wish = self._wish
        if wish is None:
            return []
        self._sound.step(now)
        told: list[FilmNews] = []
        if wish.reel is None and (reason := self._fulfil(wish)):
            told.append(FilmFailed(reason))
        for event in news:
            if wish.roll and event.ticket == wish.ticket:
                told += self._became(wish, event)
        if wish.roll and wish.version != wish.asked and not wish.failure_told:
            wish.failure_told = True
            told.append(VersionFailed())
        for each in told:
            if isinstance(each, FilmFailed):
                LOG.warning("%s could not be shown: %s", wish.excerpt.file.name, each.reason)
        wish.reached = self.position(now)
        return told

    @property
    def _in_point(self) -> float:
        """Second of the file at which the excerpt begins."""
        wish = self._wish
        return wish.reel.start - wish.start if wish and wish.reel else 0.0

    @property
    def _running(self) -> Reel | None:
        return self._wish.reel if self._wish and self._wish.roll else None

    def _became(self, wish: Wish, event: BoothEvent) -> list[FilmNews]:
        match event:
            case ReelStarted():
                return [FilmStarted()]
            case ReelEnded():
                return [FilmEnded()]
            case ReelFailed(reason=reason) if wish.version:
                self._do_without(wish, reason)
                return []
            case ReelFailed(reason=reason):
                return [FilmFailed(reason)]

    def _do_without(self, wish: Wish, reason: str) -> None:
        """Its version cannot be shown: the excerpt's own file goes on from the same place."""
        file = wish.excerpt.versions.get(wish.version or "")
        LOG.warning("%s could not be shown: %s", file.name if file else wish.version, reason)
        wish.version, wish.reel = None, None
        if wish.roll:
            wish.start, wish.goes_on = max(wish.start, wish.reached), True
        self._fulfil(wish)

    def _fulfil(self, wish: Wish) -> str | None:
        """Thread the wish if the file's facts are there; why it can never be, if so."""
        if wish.reel is None:
            threaded = self._threader.thread_excerpt(wish.excerpt, self._sound.volume, wish.start, wish.version)
            if isinstance(threaded, Unplayable) and wish.version:
                self._do_without(wish, threaded.reason)
                return None
            if isinstance(threaded, Unplayable):
                return threaded.reason if wish.roll else None
            wish.reel = threaded
        if wish.reel is not None:
            wish.ticket = self._put_on(wish, wish.reel)
        return None

    def _put_on(self, wish: Wish, reel: Reel) -> int:
        if not wish.roll:
            return self._booth.prepare(reel)
        ticket = self._booth.roll(self._sound.of(reel), keep=wish.goes_on)
        if self._sound.paused:
            self._booth.pause()
        return ticket
