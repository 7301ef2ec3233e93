"""What libvlc's player tells of itself."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Any, Final

import vlc


class Happening(Enum):
    """Something that happened to the film."""

    ENDED = auto()
    ERROR = auto()
    PAUSED = auto()


_EVENTS: Final = {
    Happening.ENDED: vlc.EventType.MediaPlayerEndReached,
    Happening.ERROR: vlc.EventType.MediaPlayerEncounteredError,
    Happening.PAUSED: vlc.EventType.MediaPlayerPaused,
}


def listen(player: Any, heard: Callable[[Happening], None]) -> None:
    """Call ``heard`` on libvlc's thread, from which libvlc must not be called, whenever something happens."""
    events = player.event_manager()
    for happening, event in _EVENTS.items():
        events.event_attach(event, lambda _event, happening=happening: heard(happening))
