"""One libvlc player, kept for life. Every call to libvlc is made by the one thread that owns this."""

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import vlc

from kiosk.projection import messages
from kiosk.projection.child import instance, sound
from kiosk.projection.child.screen import Screen
from kiosk.projection.messages import Load, Notice, Order
from kiosk.projection.ring import RingWriter, Shape

_STOP_SECONDS: Final = 1.0
_CACHE_MS: Final = 105
"""How far libvlc reads and decodes ahead. 300, its own choice, costs 45 MB more for a film of 1080 lines.

It looks every 100 ms whether a film without sound is over, from this time before its end on, and may take
it for over while the last frame waits. A little more than a multiple of 100 keeps that frame at any rate.
"""

_CACHE_INSIDE_MS: Final = 305
"""The same where a film does not begin at its start: with less than the 250 ms that libvlc's MP4 reader takes in
one go, the first frames of the file are shown before the in point is looked up."""

_ONLY_FRAME_SECONDS: Final = 0.4
_LEADING_SECONDS: Final = 0.015
"""libvlc shows a film's first frame about so long before its time."""

_GUARD_SECONDS: Final = 1.0
_LOOK_SECONDS: Final = 0.5
_HUNG: Final = 70

Call = Callable[["Player"], None]


@dataclass(slots=True)
class Thread:
    """The film that is threaded. Times in monotonic seconds, None while they have not come."""

    load: Load
    opened_at: float
    running: bool
    volume: int
    first_at: float | None = None
    hold_at: float | None = None
    paused_at: float | None = None
    loaded: bool = False
    ended: bool = False
    media_ms: int = -1
    moved_at: float = 0.0


class Player:
    """Carries out orders and tells what becomes of them.

    ``tell`` sends a notice to the kiosk; ``post`` hands a call to the thread that owns the player:
    libvlc's own threads must not call libvlc, or wait for themselves for ever.
    """

    def __init__(self, tell: Callable[[Notice], None], post: Callable[[Call], None]) -> None:
        self._tell = tell
        self._post = post
        self._instance = instance.start()
        self._player = self._instance.media_player_new()
        self._screen = Screen(self._player, self._on_frame)
        self._thread: Thread | None = None
        self._listen_to_libvlc()

    @property
    def version(self) -> str:
        return str(vlc.libvlc_get_version().decode(errors="replace"))

    def carry_out(self, order: Order) -> None:
        """Do what the kiosk asks for; what belongs to an earlier take is too late and left."""
        match order:
            case Load():
                self._load(order)
            case messages.Release(take) | messages.Resume(take) if self._is_on(take):
                self._run()
            case messages.Pause(take) if self._is_on(take):
                self._hold()
            case messages.Stop():
                self._halt()
                self._screen.leave()
            case messages.SetVolume(volume):
                self._set_volume(volume)

    def seconds_to_next_step(self) -> float:
        """When ``step`` has something to do, from now."""
        thread = self._thread
        if thread is None or thread.hold_at is None:
            return _LOOK_SECONDS
        return max(0.001, thread.hold_at - time.monotonic())

    def step(self) -> None:
        """What time brings: holding after the first frames, and giving up files that do not move."""
        thread = self._thread
        if thread is None or thread.ended:
            return
        now = time.monotonic()
        if thread.hold_at is not None and now >= thread.hold_at:
            self._stand_still(thread, now)
        elif self._screen.frames == 0:
            if now - thread.opened_at > thread.load.patience_ms / 1000:
                self._fail(thread, "no picture came from it in time")
        elif thread.paused_at is None:
            self._watch(thread, now)

    def _load(self, load: Load) -> None:
        self._halt()
        if self._screen.ring != load.ring:
            try:
                self._screen.use(RingWriter(load.ring, Shape(load.width, load.height, load.slots)))
            except (OSError, ValueError) as error:
                self._tell(messages.HasFailed(load.take, f"no memory for its frames: {error}"))
                return
            self._tell(messages.IsAttached(load.ring))
        self._screen.begin(load.take, full_range=load.full_range)
        media = self._instance.media_new_path(os.fsencode(load.file))
        if media is None:
            self._tell(messages.HasFailed(load.take, "libvlc does not take its name"))
            return
        for option in _options(load):
            media.add_option(option)
        self._player.set_media(media)
        media.release()
        self._thread = Thread(load, time.monotonic(), running=not load.held, volume=load.volume)
        # While a film is held its first sound must not be heard.
        sound.use(self._player, sound.output(), 0 if load.held else load.volume)
        self._player.play()

    def _run(self) -> None:
        """Let the film run, now or as soon as it has come so far."""
        thread = self._thread
        if thread is None or thread.running:
            return
        thread.running = True
        thread.hold_at = None
        self._player.audio_set_volume(thread.volume)
        if thread.paused_at is not None and not thread.ended:
            now = time.monotonic()
            self._screen.paused_seconds += now - thread.paused_at
            thread.paused_at = None
            thread.moved_at = now
            self._screen.wake()
            self._player.set_pause(0)

    def _hold(self) -> None:
        thread = self._thread
        if thread is not None and thread.running:
            thread.running = False
            if self._screen.frames >= Screen.announced:
                self._stand_still(thread, time.monotonic())

    def _stand_still(self, thread: Thread, now: float) -> None:
        thread.hold_at = None
        if not thread.ended and thread.paused_at is None:
            self._player.set_pause(1)
            thread.paused_at = now
        self._told_loaded(thread)

    def _told_loaded(self, thread: Thread) -> None:
        if not thread.loaded:
            thread.loaded = True
            self._tell(messages.IsLoaded(thread.load.take))

    def _set_volume(self, volume: int) -> None:
        if self._thread is not None:
            self._thread.volume = volume
            if self._thread.running:
                self._player.audio_set_volume(volume)

    def _halt(self) -> None:
        """Stop. A file that libvlc hangs on takes this process with it, and the kiosk starts another."""
        if self._thread is None:
            return
        self._thread = None
        hung = threading.Timer(_STOP_SECONDS, os._exit, (_HUNG,))
        hung.daemon = True
        hung.start()
        self._screen.wake()
        self._player.stop()
        hung.cancel()

    def _fail(self, thread: Thread, reason: str) -> None:
        self._tell(messages.HasFailed(thread.load.take, reason))
        self._halt()

    def _watch(self, thread: Thread, now: float) -> None:
        """A damaged file can stand still without an error: its media time has to move."""
        media_ms = self._player.get_time()
        if media_ms != thread.media_ms:
            thread.media_ms, thread.moved_at = media_ms, now
        elif now - thread.moved_at > thread.load.patience_ms / 1000:
            self._fail(thread, "it stopped moving")

    def _is_on(self, take: int) -> bool:
        return self._thread is not None and self._thread.load.take == take

    def _listen_to_libvlc(self) -> None:
        events = self._player.event_manager()
        events.event_attach(vlc.EventType.MediaPlayerEndReached, self._later(Player._ended))
        events.event_attach(vlc.EventType.MediaPlayerEncounteredError, self._later(Player._erred))
        events.event_attach(vlc.EventType.MediaPlayerPaused, self._later(Player._paused))

    def _later(self, call: "Callable[[Player, int], None]") -> Callable[[Any], None]:
        def on_event(_event: Any) -> None:
            thread = self._thread
            if thread is not None:
                take = thread.load.take
                self._post(lambda player: call(player, take))

        return on_event

    def _ended(self, take: int) -> None:
        thread = self._thread
        if thread is None or thread.load.take != take or thread.ended:
            return
        if self._screen.frames == 0:
            self._fail(thread, "it has no picture")
            return
        thread.ended = True
        thread.hold_at = None
        self._told_loaded(thread)
        self._tell(messages.HasEnded(take))

    def _paused(self, take: int) -> None:
        if self._is_on(take) and self._thread is not None and self._thread.paused_at is not None:
            self._screen.rest()

    def _erred(self, take: int) -> None:
        if self._thread is not None and self._thread.load.take == take:
            self._fail(self._thread, "it cannot be played")

    def _on_frame(self, take: int, number: int, at: float) -> None:
        """On libvlc's thread."""
        self._post(lambda player: player._framed(take, number, at))

    def _framed(self, take: int, number: int, at: float) -> None:
        thread = self._thread
        if thread is None or thread.load.take != take:
            return
        thread.moved_at = at
        if number == 1:
            thread.first_at = at
            if thread.running:
                self._tell(messages.IsRolling(take))
        if not thread.running and thread.paused_at is None and not thread.ended:
            thread.hold_at = _hold_at(thread, number, at)


def _hold_at(thread: Thread, number: int, at: float) -> float:
    """When a held film has enough frames in memory. At an in point the second may come right after the first."""
    if number == 1 or thread.first_at is None:
        return at + _ONLY_FRAME_SECONDS
    reserve = thread.load.sound_delay_ms / 1000
    return max(thread.first_at + _LEADING_SECONDS + reserve, at + thread.load.hold_ms / 1000)


def _options(load: Load) -> list[str]:
    """libvlc's options for this film. Made of numbers only: libvlc trusts them, whatever they say."""
    options = [f":start-time={load.start_ms / 1000:.3f}"] if load.start_ms > 0 else []
    if load.end_ms is not None:
        # The kiosk ends the film at its out point by its own clock; this is for a kiosk that does not.
        options.append(f":stop-time={load.end_ms / 1000 + _GUARD_SECONDS:.3f}")
    cache = _CACHE_INSIDE_MS if load.start_ms > 0 else _CACHE_MS
    return [*options, f":file-caching={cache}", f":audio-desync={load.sound_delay_ms}"]
