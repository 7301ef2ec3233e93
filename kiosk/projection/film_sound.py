"""How loud a visitor's film is, and how its sound comes and goes."""

from dataclasses import replace

from kiosk.projection.booth import Booth
from kiosk.projection.contract import Reel
from kiosk.projection.fading import CHANGE_SECONDS, FadeOut
from kiosk.projection.threader import Threader


class FilmSound:
    """``volume``: per cent as the visitor wishes. ``reel``: what runs, None if nothing does."""

    def __init__(self, booth: Booth, threader: Threader, volume: int) -> None:
        self._booth = booth
        self._threader = threader
        self.volume = volume
        self.paused = False
        self._hold_at: float | None = None
        self._away: FadeOut | None = None

    def stop(self) -> None:
        """The film is taken off."""
        self.paused, self._hold_at, self._away = False, None, None

    def of(self, reel: Reel) -> Reel:
        """The reel as loud as it is to be now."""
        return replace(reel, volume=self._threader.played(reel, self.volume))

    def pause(self, reel: Reel | None, now: float) -> None:
        """Let the sound fade away, then hold: the picture goes with its sound, so that they stay together."""
        self.paused = True
        if reel and reel.facts.has_sound and self.volume:
            self._booth.set_volume(0)
            self._hold_at = now + CHANGE_SECONDS
        else:
            self._booth.pause()

    def resume(self, reel: Reel | None) -> None:
        self.paused, self._hold_at = False, None
        self._booth.resume()
        self.regulate(reel)

    def hold(self) -> None:
        """The sound has faded away, or something comes before it could: hold now."""
        if self._hold_at is not None:
            self._hold_at = None
            self._booth.pause()

    def regulate(self, reel: Reel | None) -> None:
        """The volume that is wished, or the level that all is brought to, is another one now."""
        if reel and not self.paused:
            self._booth.set_volume(self._threader.played(reel, self.volume))

    def fade_out(self, reel: Reel | None, seconds: float, now: float) -> None:
        """Let it go away within so many seconds; the film runs on."""
        if reel:
            self._away = FadeOut(self._threader.played(reel, self.volume), now, seconds)

    def next_moment(self) -> float | None:
        """When ``step`` has something to do (monotonic seconds)."""
        moments = (self._hold_at, self._away.next_moment() if self._away else None)
        return min((moment for moment in moments if moment is not None), default=None)

    def step(self, now: float) -> None:
        """What time brings."""
        if self._hold_at is not None and now >= self._hold_at:
            self.hold()
        if self._away is not None and (volume := self._away.step(now)) is not None:
            self._booth.set_volume(volume)
