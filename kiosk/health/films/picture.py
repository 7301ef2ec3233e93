"""What is wrong with the picture of a stretch that is played."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from kiosk.config.values import clock
from kiosk.health.contents.found import Found
from kiosk.health.films.played import Played
from kiosk.projection.inspection import Inspection, Watched

TOO_SLOW: Final = 1.2
"""Times its own speed at which a film must be decoded, so that the rest of the kiosk has its share."""
BARELY: Final = 2.0
"""The same where two films run at once, as in a crossfade."""
_LONG_BLACK: Final = 2.0
"""Seconds of black that are more than a fade."""
_LONG_STILL: Final = 1.0
_MEETS: Final = 6.0
"""Mean difference of two pictures, of 255, that look alike."""
_LATE: Final = 0.5
"""Seconds by which a length may be rounded."""
_MISSING: Final = 1.0
_MISSING_SHARE: Final = 0.02


def picture_findings(played: Played, inspection: Inspection) -> Iterator[Found]:
    """Of one stretch."""
    watched, length = inspection.watched, inspection.facts.seconds
    if length and played.start >= length:
        yield Found(
            "in-point-late",
            f"begins at {_at(played.start)}, but the file is only {_at(length)} long. It cannot be watched.",
            "problem",
        )
        return
    if not watched.frames:
        yield Found("film-unreadable", "has no picture that can be decoded in this stretch.", "problem")
        return
    yield from _whole(played, watched, length)
    yield from _speed(inspection)
    yield from _flashes(watched)
    if watched.black_start >= watched.seconds:
        yield Found("picture-black", "is black from beginning to end.", "problem")
    elif watched.still_start >= watched.seconds and watched.frames > 1:
        yield Found("picture-frozen", "shows the same picture from beginning to end.")
    else:
        yield from _black(watched)
        yield from _frozen(watched)
        if played.on_itself and watched.seam > _MEETS:
            yield Found("loop-jump", "follows upon itself in the loop, and its last picture is not like its first.")


def _whole(played: Played, watched: Watched, length: float) -> Iterator[Found]:
    if watched.damaged:
        parts = "is damaged in one place" if watched.damaged == 1 else f"is damaged in {watched.damaged} places"
        yield Found("film-damaged", f"{parts}, first at {_at(watched.damaged_at)}.", "problem")
    end = played.end
    if end is not None and length and end > length + _LATE:
        message = f"is only {_at(length)} long, and ends before its out point, {_at(end)}."
        yield Found("out-point-late", message, "problem")
    expected = min(end, length) if end is not None and length else end or length
    missing = expected - watched.last
    if missing > max(_MISSING, _MISSING_SHARE * (expected - played.start)):
        message = f"should run to {_at(expected)}, but its picture ends at {_at(watched.last)}."
        yield Found("film-cut-off", message, "problem")


def _speed(inspection: Inspection) -> Iterator[Found]:
    speed = inspection.speed
    if not speed:
        return
    times = f"{speed:.1f} times as fast as it plays"
    if speed < TOO_SLOW:
        yield Found("film-too-slow", f"is decoded {times} on this machine: it will stutter.", "problem")
    elif speed < BARELY:
        yield Found("film-barely", f"is decoded only {times} on this machine.")


def _flashes(watched: Watched) -> Iterator[Found]:
    if watched.flashes:
        yield Found("flashes", _flash(watched.flashes, "flashes", watched.flashes_at), "problem")
    if watched.red_flashes:
        yield Found("flashes-red", _flash(watched.red_flashes, "flashes in red", watched.red_flashes_at), "problem")


def _flash(count: int, how: str, at: float) -> str:
    return f"{how} {count} times in the second before {_at(at)}: more than 3 can bring about a seizure."


def _black(watched: Watched) -> Iterator[Found]:
    """A fade is meant; black that comes at once is not, be it for a single frame."""
    start, end = watched.black_start, watched.black_end
    if start and (not watched.fades_in or start >= _LONG_BLACK):
        yield Found("black-start", f"is black for its first {_seconds(start)}, until {_at(watched.first + start)}.")
    if end and (not watched.fades_out or end >= _LONG_BLACK):
        yield Found("black-end", f"is black for its last {_seconds(end)}, from {_at(watched.last - end)} on.")


def _frozen(watched: Watched) -> Iterator[Found]:
    start, end = watched.still_start, watched.still_end
    if start >= _LONG_STILL and start > watched.black_start:
        yield Found("frozen-start", f"stands still for its first {_seconds(start)}.")
    if end >= _LONG_STILL and end > watched.black_end:
        yield Found("frozen-end", f"stands still for its last {_seconds(end)}, from {_at(watched.last - end)} on.")


def _at(seconds: float) -> str:
    return clock(timedelta(seconds=round(seconds, 2)))


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds < 1 else f"{seconds:.1f} s"
