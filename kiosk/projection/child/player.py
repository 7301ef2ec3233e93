"""The projector in its process: what it does when it is told to, when time passes and when libvlc tells something."""

import time
from collections.abc import Callable
from typing import Final

from kiosk.projection import messages
from kiosk.projection.child.deck import Deck
from kiosk.projection.child.fades import Fades
from kiosk.projection.child.film import Film, has_stopped, hold_at
from kiosk.projection.child.hearing import Happening
from kiosk.projection.child.screen import Screen
from kiosk.projection.messages import Load, Notice, Order
from kiosk.projection.ring import RingWriter, Shape

_LOOK_SECONDS: Final = 0.5

Call = Callable[["Player"], None]


class Player:
    """Carries out orders and tells what becomes of them.

    ``tell`` sends a notice to the kiosk; ``post`` hands a call to the one thread that owns the player
    and makes every call to libvlc: libvlc's own threads would wait for themselves for ever.
    """

    def __init__(self, tell: Callable[[Notice], None], post: Callable[[Call], None]) -> None:
        self._tell = tell
        self._post = post
        self._deck = Deck(self._on_frame, self._heard)
        self.version = self._deck.version
        self._screen = self._deck.screen
        self._fades = Fades(self._deck)
        self._film: Film | None = None

    def carry_out(self, order: Order) -> None:
        """Do what the kiosk asks for; what belongs to an earlier take is too late and left."""
        match order:
            case Load():
                self._load(order)
            case messages.Release(take) | messages.Resume(take) if self._is_on(take):
                if self._film is not None and not self._film.running:
                    self._run(self._film)
            case messages.Crossfade(take, over_ms) if self._film is not None and self._is_on(take):
                self._fades.crossfade(self._film, time.monotonic(), over_ms / 1000)
            case messages.Pause(take) if self._is_on(take):
                self._hold()
            case messages.Stop():
                self._leave()
            case messages.SetVolume(volume) if self._film is not None:
                self._film.volume = volume
                self._fades.change(self._film, time.monotonic())

    def seconds_to_next_step(self) -> float:
        """When ``step`` has something to do, from now."""
        film, now = self._film, time.monotonic()
        if film is None:
            return _LOOK_SECONDS
        until_hold = film.hold_at - now if film.hold_at is not None else _LOOK_SECONDS
        return max(0.001, min(_LOOK_SECONDS, until_hold, self._fades.seconds_to_next_step(film, now)))

    def step(self) -> None:
        """What time brings: holding after the first frames, and giving up files that do not move."""
        film, now = self._film, time.monotonic()
        if film is None:
            self._screen.idle(now)
            return
        self._fades.step(film, now)
        if film.leaving and not self._fades.is_heard(film, now):
            self._leave()
        elif film.hold_at is not None and now >= film.hold_at:
            self._stand_still(film, now)
            if film.running:  # it was released before it came so far
                self._run(film)
        elif self._screen.frames == 0:
            if now - film.opened_at > film.load.patience_ms / 1000:
                self._fail(film, "no picture came from it in time")
        elif film.paused_at is None and not film.ended and has_stopped(film, self._deck.reached(), now):
            self._fail(film, "it stopped moving")

    def _load(self, load: Load) -> None:
        if self._film is not None and self._fades.is_heard(self._film, time.monotonic()):
            self._fades.fall_short()
        self._halt()
        if self._screen.ring != load.ring:
            try:
                self._screen.use(RingWriter(load.ring, Shape(load.width, load.height, load.slots)))
            except (OSError, ValueError) as error:
                self._tell(messages.HasFailed(load.take, f"no memory for its frames: {error}"))
                return
            self._tell(messages.IsAttached(load.ring))
        self._screen.begin(load.take, full_range=load.full_range)
        self._film = Film(load, time.monotonic(), running=not load.held, volume=load.volume)
        self._fades.opened()
        if not self._deck.play(load):
            self._fail(self._film, "libvlc does not take its name")

    def _run(self, film: Film) -> None:
        """Let the film run, now or as soon as it has come so far."""
        film.running = True
        if self._deck.sound_waits:
            return
        film.hold_at = None
        now = time.monotonic()
        if self._screen.frames:
            self._fades.rise(film, now)
        if film.paused_at is not None and not film.ended:
            self._screen.paused_seconds += now - film.paused_at
            film.paused_at = None
            film.moved_at = now
            self._deck.go_on()

    def _hold(self) -> None:
        film = self._film
        if film is not None and film.running:
            film.running = False
            if self._screen.frames >= Screen.announced:
                self._stand_still(film, time.monotonic())

    def _stand_still(self, film: Film, now: float) -> None:
        film.hold_at = None
        if not film.ended and film.paused_at is None:
            self._deck.pause()
            self._fades.cut()
            film.paused_at = now
            self._fades.ready(film, now)
        self._told_loaded(film)

    def _told_loaded(self, film: Film) -> None:
        if not film.loaded:
            film.loaded = True
            self._tell(messages.IsLoaded(film.load.take))

    def _leave(self) -> None:
        """Stop; what is heard fades away first, while its picture stands still."""
        if self._film is not None and self._fades.is_heard(self._film, time.monotonic()):
            self._film.leaving = True
            self._fades.fall(time.monotonic())
            self._screen.gate.close_soon()
        else:
            self._fades.hand_over(self._film)
            self._halt()
            self._screen.idle(time.monotonic())

    def _halt(self) -> None:
        if self._film is not None:
            self._film = None
            self._deck.stop()

    def _fail(self, film: Film, reason: str) -> None:
        self._tell(messages.HasFailed(film.load.take, reason))
        self._halt()

    def _is_on(self, take: int) -> bool:
        return self._film is not None and self._film.load.take == take

    def _heard(self, happening: Happening) -> None:
        """On libvlc's thread."""
        if self._film is not None:
            take = self._film.load.take
            self._post(lambda player: player._take_in(happening, take))

    def _take_in(self, happening: Happening, take: int) -> None:
        film = self._film
        if film is None or film.load.take != take:
            return
        match happening:
            case Happening.ENDED:
                self._end(film)
            case Happening.ERROR:
                self._fail(film, "it cannot be played")
            case Happening.PAUSED if film.paused_at is not None:
                self._screen.gate.close_soon()

    def _end(self, film: Film) -> None:
        if film.ended:
            return
        if self._screen.frames == 0:
            self._fail(film, "it has no picture")
            return
        film.ended, film.hold_at = True, None
        self._told_loaded(film)
        self._tell(messages.HasEnded(film.load.take))

    def _on_frame(self, take: int, number: int, at: float) -> None:
        """On libvlc's thread."""
        self._post(lambda player: player._framed(take, number, at))

    def _framed(self, take: int, number: int, at: float) -> None:
        film = self._film
        if film is None or film.load.take != take:
            return
        film.note_frame(number, at)
        if film.running and not self._deck.sound_waits:
            if number == 1:
                self._fades.rise(film, at)
                self._tell(messages.IsRolling(take))
        elif film.paused_at is None and not film.ended:
            film.hold_at = hold_at(film, number, at)
