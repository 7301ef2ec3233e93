"""When the sound of the film that is on comes and goes."""

import time
from typing import Final

from kiosk.projection.child.deck import Deck
from kiosk.projection.child.film import JOINED_EARLY_SECONDS, SOUND_AFTER_RELEASE_SECONDS, Film, in_memory, sound_left
from kiosk.projection.fading import CHANGE_SECONDS, FADE_SECONDS, SHORT_FADE_SECONDS, Fader, even_amplitude, even_power

_JOIN_SECONDS: Final = 0.03
"""In which the sound of a film that joins comes, from its release on: at once it would begin with a click."""
_LAST_SOUND_SECONDS: Final = 0.01
"""How long the last sound of a film that joins the next one is heard after its last frame has had its time."""
_PART_SECONDS: Final = 0.02
"""In which the sound of what follows in its file goes after that."""
_NEVER: Final = 3600.0
_AT_END_SECONDS: Final = 0.15
"""The kiosk ends a film by its own clock, which may be so far from libvlc's."""


class Fades:
    """Sets the deck's volume. Moments (``now``) are monotonic seconds."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._fader = Fader(deck.set_volume)

    def is_heard(self, film: Film, now: float) -> bool:
        """Whether it would bang if the film were stopped now: one that joins what follows may stop at its end."""
        left = self._left(film, now) if film.load.joins else None
        is_over = film.ended or (left is not None and left < _AT_END_SECONDS)
        return self._fader.volume > 0 and film.paused_at is None and not is_over

    def opened(self) -> None:
        """Another film was opened, silent."""
        self._fader.forget()

    def rise(self, film: Film, now: float) -> None:
        """The film runs: from its beginning, where the first sound comes a little later, or after a pause."""
        joins = film.joined and not film.heard
        if joins:
            time.sleep(JOINED_EARLY_SECONDS)  # its first frames are in memory: only its sound comes later
        if film.heard:
            wait = 0.0
        elif film.paused_at is not None:
            wait = SOUND_AFTER_RELEASE_SECONDS
        else:
            wait = film.load.sound_delay_ms / 1000
        film.heard, film.sound_ends = True, False
        if film.rise > wait:
            self._fader.fade(film.volume, now, film.rise - wait, wait=wait, curve=even_power)
        elif joins:
            self._fader.fade(film.volume, time.monotonic(), _JOIN_SECONDS, curve=even_amplitude)
        else:
            self._fader.fade(film.volume, now, wait=wait)

    def ready(self, film: Film, now: float) -> None:
        """The film stands still. One that joins and has not run yet will go on with its first sound, at once."""
        film.joined = self._deck.ready_sound(in_memory(film, now))

    def change(self, film: Film, now: float) -> None:
        """The film's volume is another one now."""
        if film.running and film.heard and not film.sound_ends:
            # A film that was just told to go on rises as slowly as ever.
            rises = self._fader.volume == 0
            self._fader.fade(film.volume, now, FADE_SECONDS if rises else CHANGE_SECONDS)

    def fall(self, now: float) -> None:
        """Go away; the film runs on until that is done."""
        self._fader.fade(0, now)

    def crossfade(self, film: Film, now: float, seconds: float) -> None:
        """Come within so many seconds, once the film runs; or go for good, if it does, when the other one is heard."""
        if not film.running:
            film.rise = seconds
        elif film.heard and not film.sound_ends:
            film.sound_ends = True
            left = self._left(film, now)
            seconds = seconds if left is None else min(seconds, left)
            wait = min(SOUND_AFTER_RELEASE_SECONDS, max(0.0, seconds - FADE_SECONDS))
            self._fader.fade(0, now, max(0.0, seconds - wait), wait=wait, curve=even_power)

    def fall_short(self) -> None:
        """Go away within a few steps, and answer when that is done: the picture of another place is waited for."""
        self._fader.fade(0, time.monotonic(), SHORT_FADE_SECONDS)
        self._wait()

    def hand_over(self, film: Film | None) -> None:
        """A film that joins the next one is over, and goes on with its own beginning: answer when that has gone, while
        the next one comes."""
        if film is not None and film.load.splice and film.paused_at is None:
            self._fader.fade(0, time.monotonic(), _PART_SECONDS, wait=_LAST_SOUND_SECONDS, curve=even_amplitude)
            self._wait()

    def _wait(self) -> None:
        """Until the volume is where it shall be."""
        while (wait := self._fader.seconds_to_next_step(time.monotonic())) is not None:
            time.sleep(wait)
            self._fader.step(time.monotonic())

    def cut(self) -> None:
        """The film stands still; when it goes on the sound rises from nothing."""
        self._fader.cut()

    def step(self, film: Film, now: float) -> None:
        """Bring the volume to where it has to be now."""
        left = self._left(film, now)
        if left is not None and left <= FADE_SECONDS and film.heard and not film.sound_ends and not film.load.joins:
            film.sound_ends = True
            self._fader.fade(0, now, max(0.0, left))
        self._fader.step(now)

    def seconds_to_next_step(self, film: Film, now: float) -> float:
        """When ``step`` is needed, from now."""
        left = self._left(film, now)
        ends = film.sound_ends or film.load.joins
        until_end = left - FADE_SECONDS if left is not None and not ends else _NEVER
        step = self._fader.seconds_to_next_step(now)
        return min(max(0.0, until_end), _NEVER if step is None else step)

    def _left(self, film: Film, now: float) -> float | None:
        return sound_left(film, now, self._deck.screen.paused_seconds, self._deck.length_ms())
