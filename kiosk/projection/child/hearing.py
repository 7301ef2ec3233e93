"""What libvlc's player tells of itself."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

import vlc


class Kind(Enum):
    """What can happen to a film."""

    ENDED = auto()
    ERROR = auto()
    PAUSED = auto()
    TIMED = auto()


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened ``at`` (monotonic seconds); ``media_ms``: where the film was, if it was timed.

    The time itself steps by a quarter of a second, but at the moment of this word it is right to a millisecond.
    """

    kind: Kind
    at: float
    media_ms: int = 0


_EVENTS: Final = {
    Kind.ENDED: vlc.EventType.MediaPlayerEndReached,
    Kind.ERROR: vlc.EventType.MediaPlayerEncounteredError,
    Kind.PAUSED: vlc.EventType.MediaPlayerPaused,
    Kind.TIMED: vlc.EventType.MediaPlayerTimeChanged,
}


def listen(player: Any, heard: Callable[[Happening], None]) -> None:
    """Call ``heard`` on libvlc's thread, from which libvlc must not be called, whenever something happens."""
    events = player.event_manager()

    def on(event: Any, kind: Kind) -> None:
        at = time.monotonic()
        heard(Happening(kind, at, int(event.u.new_time) if kind is Kind.TIMED else 0))

    for kind, event in _EVENTS.items():
        events.event_attach(event, on, kind)
