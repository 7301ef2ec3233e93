"""One visitor's stay, as a value."""

from dataclasses import dataclass

from kiosk.visit.places import Attract, Place


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything that a visitor changed, and nothing else.

    ``number`` counts the visits since the start. ``volume`` in per cent. ``last_touch`` and
    ``asking_since`` in monotonic seconds; ``asking_since`` is None unless "Still there?" is shown.
    """

    language: str
    volume: int
    captions: bool
    place: Place = Attract()
    number: int = 0
    last_touch: float = 0.0
    asking_since: float | None = None
