"""How fast this machine decodes a film, with as many threads as the player takes."""

import time
from typing import Final

import av

from kiosk.projection.child.probe import OPTIONS, Unreadable, picture_of
from kiosk.projection.inspection import SPEED_SECONDS

_ENOUGH: Final = 2.5
"""What is this fast is fast; what is slower is decoded anew, because the machine may have been busy."""
_TRIES: Final = 3
_LONGEST_SECONDS: Final = 8.0
"""A film that is decoded so slowly needs not be looked at for longer."""


def decoding_speed(file: str, at: float) -> float:
    """Seconds of the film by seconds that decoding them takes, from ``at`` (seconds) on; the best of some tries.

    0 if there is nothing to decode. Unreadable if the file cannot be opened.
    """
    best = 0.0
    try:
        for _ in range(_TRIES):
            best = max(best, _once(file, at))
            if best >= _ENOUGH or best == 0.0:
                break
    except (av.FFmpegError, OSError, ValueError) as error:
        if not best:
            raise Unreadable("cannot be decoded") from error
    return round(best, 2)


def _once(file: str, at: float) -> float:
    with av.open(f"file:{file}", mode="r", **OPTIONS) as container:
        stream = picture_of(container)
        stream.thread_type = "AUTO"
        for other in container.streams:
            if other is not stream:
                other.discard = av.stream.Discard.all
        begin = (container.start_time or 0) / av.time_base
        if at > 0.0:
            container.seek(round((begin + at) * av.time_base))
        times: list[float] = []
        started = time.monotonic()
        for frame in container.decode(stream):
            times.append(frame.time or 0.0)
            if times[-1] - times[0] >= SPEED_SECONDS or time.monotonic() - started > _LONGEST_SECONDS:
                break
        needed = time.monotonic() - started
    if len(times) < 2:
        return 0.0
    played = max(times) - min(times)
    return (played + played / (len(times) - 1)) / max(needed, 1e-6)
