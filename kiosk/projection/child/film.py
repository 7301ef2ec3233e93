"""A film on libvlc's player: what is known of it, and the options that it is opened with."""

import os
from dataclasses import dataclass
from typing import Final

from kiosk.projection.messages import Load

_CACHE_MS: Final = 105
"""How far libvlc reads and decodes ahead. 300, its own choice, costs 45 MB more for a film of 1080 lines.

It looks every 100 ms whether a film without sound is over, from this time before its end on, and may take
it for over while the last frame waits. A little more than a multiple of 100 keeps that frame at any rate.
"""

_CACHE_INSIDE_MS: Final = 305
"""The same where a film does not begin at its start: with less than the 250 ms that libvlc's MP4 reader takes in
one go, the first frames of the file are shown before the in point is looked up."""

_CACHE_AHEAD_MS: Final = 305
"""The same for a loop's clip that waits for its turn. While libvlc's picture output starts, the first frame's time must
not be over, or it is left out: at 30 frames a second, with 105 that happened to one clip in twenty, with 205 to two in
139."""

_ONLY_FRAME_SECONDS: Final = 0.4
_LEADING_SECONDS: Final = 0.015
"""libvlc shows a film's first frame about so long before its time."""

_GUARD_SECONDS: Final = 1.0

SOUND_AFTER_RELEASE_SECONDS: Final = 0.18
"""How long after its release a held film's first sound is heard (measured on a null sink: 0.17 to 0.21)."""

_SOUND_WAITS_MS: Final = 1900
"""The sound of a film that is to be held is put off by so much: longer than it takes to come so far, shorter than the
2 s for which libvlc keeps sound. PulseAudio's stream then stands at the film's first sound, and begins with it when the
film goes on. Begun before, it would be 0.14 s early, with a gap after that."""

_HANDED_OVER_MS: Final = 360
"""At the end of a file libvlc hands over the sound of so long, and of its cache, in one piece: until that is played no
other volume is taken. So the fade is over before (measured: too late with 100 ms less)."""

_LEAST_RATE: Final = 23.0
_OFTEN_ENOUGH: Final = 0.75
"""Of its frame rate. libvlc repeats a frame that no other follows less often than that: about 16 times a second."""

_MOST_DECODERS: Final = 4
"""Threads that decode. libvlc takes one more than there are processors, which cost 4 % more processor time on two."""

JOINED_EARLY_SECONDS: Final = 0.021
"""So much before its picture the sound of a clip that joins another one was heard, in the middle of several runs of 120
bursts (measured on a null sink)."""

_SOUND_EARLY_MS: Final = 30
"""So much before its time PulseAudio's sound was heard, in the middle of several starts (measured on a null sink)."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a film has come: milliseconds of the file, to a quarter of a second; how many different frames were shown
    since it was opened, and how often one was."""

    media_ms: int
    frames: int
    displays: int


NOTHING: Final = Reached(-1, 0, 0)


@dataclass(slots=True)
class Film:
    """The film that is threaded. Times in monotonic seconds, None while they have not come.

    ``heard``: its sound has begun; ``sound_ends``: it fades away before the film's end; ``joined``: it begins at the
    moment of release. ``rise``: seconds in which its sound comes, 0 for the usual ones.
    ``leaving``: it was stopped, and goes as soon as it is not heard any more.
    """

    load: Load
    opened_at: float
    running: bool
    volume: int
    first_at: float | None = None
    second_at: float | None = None
    hold_at: float | None = None
    paused_at: float | None = None
    loaded: bool = False
    ended: bool = False
    heard: bool = False
    rise: float = 0.0
    sound_ends: bool = False
    joined: bool = False
    leaving: bool = False
    reached: Reached = NOTHING
    moved_at: float = 0.0

    def note_frame(self, number: int, at: float) -> None:
        """Its frame of this number, from 1, was displayed."""
        self.moved_at = at
        if number == 1:
            self.first_at = at
        elif number == 2:
            self.second_at = at


def hold_at(film: Film, number: int, at: float) -> float:
    """When a held film has enough frames in memory. At an in point the second may come right after the first."""
    if number == 1 or film.first_at is None:
        return at + _ONLY_FRAME_SECONDS
    reserve = film.load.sound_delay_ms / 1000
    return max(film.first_at + _LEADING_SECONDS + reserve, at + film.load.hold_ms / 1000)


def has_stopped(film: Film, reached: Reached, now: float) -> bool:
    """Whether a running film has stood still for too long. A damaged file can do so without an error.

    Its time has to move; but its sound moves that too. So while the file should have pictures, they have to come:
    other ones, or equal ones (a title that stands) as often as its frame rate says. libvlc repeats one less often.
    """
    load, before, seconds = film.load, film.reached, now - film.moved_at
    has_waited = seconds > load.patience_ms / 1000
    if load.frame_rate >= _LEAST_RATE and reached.media_ms < load.picture_ms - load.patience_ms:
        often_enough = reached.displays - before.displays > _OFTEN_ENOUGH * load.frame_rate * seconds
        moves = reached.frames != before.frames or (has_waited and often_enough)
    else:
        moves = reached.media_ms != before.media_ms
    if moves:
        film.reached, film.moved_at = reached, now
    return has_waited and not moves


def sound_left(film: Film, now: float, paused_seconds: float, length_ms: int) -> float | None:
    """Seconds until the sound of a running film is over, at its out point or at the end of its file.

    ``length_ms``: of the file, 0 or less while it is not known: then None, unless the kiosk has told the end.
    """
    load = film.load
    if film.first_at is None or film.paused_at is not None:
        return None
    if load.end_ms is not None or load.splice:
        end_ms = (load.picture_ms if load.end_ms is None else load.end_ms) + load.sound_delay_ms
    elif length_ms > 0:
        end_ms = length_ms - _cache_ms(load) - _HANDED_OVER_MS
    else:
        return None
    return (end_ms - load.start_ms) / 1000 - (now - film.first_at - paused_seconds)


def options(load: Load, *, sound_waits: bool = False) -> list[str]:
    """libvlc's options for this film. Made of numbers only: libvlc trusts them, whatever they say.

    ``sound_waits``: its sound is not to begin before it is held.
    """
    chosen = [f":start-time={load.start_ms / 1000:.3f}"] if load.start_ms > 0 else []
    if load.end_ms is not None:
        # The kiosk ends the film at its out point by its own clock; this is for a kiosk that does not.
        chosen.append(f":stop-time={load.end_ms / 1000 + _GUARD_SECONDS:.3f}")
    chosen.append(f":avcodec-threads={min(os.cpu_count() or 1, _MOST_DECODERS)}")
    delay_ms = _SOUND_WAITS_MS if sound_waits else load.sound_delay_ms + _SOUND_EARLY_MS
    return [*chosen, f":file-caching={_cache_ms(load)}", f":audio-desync={delay_ms}"]


def in_memory(film: Film, now: float) -> float:
    """Seconds of a held film that libvlc has come to. The first frame may be early, the second one seldom is."""
    if film.first_at is None:
        return 0.0
    by_first = now - film.first_at - _LEADING_SECONDS
    if film.second_at is None or film.load.frame_rate <= 0:
        return by_first
    return min(by_first, now - film.second_at + 1 / film.load.frame_rate)


def _cache_ms(load: Load) -> int:
    if load.start_ms > 0:
        return _CACHE_INSIDE_MS
    return _CACHE_AHEAD_MS if load.held and load.joins else _CACHE_MS
