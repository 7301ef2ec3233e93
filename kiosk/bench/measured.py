"""What was measured, as values."""

from dataclasses import dataclass, replace
from datetime import timedelta

from kiosk.bench.frames import NOT_WATCHED, Count
from kiosk.bench.stretches import Stretch
from kiosk.projection.facts import Answer


@dataclass(frozen=True, slots=True)
class Measured:
    """One stretch. What could not be measured is None.

    ``facts``: what its file tells of itself. ``failure``: why it does not play, as the end of a sentence that begins
    with its name; empty if it does. ``seconds``: for how long it was watched. ``tap_to_picture`` and ``changeover``
    (from the last frame of the film before it) in seconds. ``processor``: the share of all cores, 0…1, that the kiosk's
    processes used, ``memory`` theirs in MB. ``degrees``: Celsius of the warmest sensor.
    """

    stretch: Stretch
    facts: Answer | None = None
    failure: str = ""
    seconds: float = 0.0
    frames: Count = NOT_WATCHED
    tap_to_picture: float | None = None
    changeover: float | None = None
    processor: float | None = None
    memory: float | None = None
    degrees: float | None = None

    def with_changeover(self, seconds: float | None) -> "Measured":
        return replace(self, changeover=seconds)

    @property
    def start(self) -> timedelta:
        return self.stretch.excerpt.start


@dataclass(frozen=True, slots=True)
class Bench:
    """All of it. ``screen``: pixels; ``cores``: of the processor; ``whole``: nobody ended it before its end."""

    films: tuple[Measured, ...]
    screen: tuple[int, int] = (0, 0)
    cores: int = 1
    whole: bool = True
