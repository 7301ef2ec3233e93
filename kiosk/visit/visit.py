"""One visitor's stay, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.visit.captions import CaptionChoice
from kiosk.visit.comfort import PLAIN, Comfort
from kiosk.visit.places import Attract, Place


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything that a visitor changed, and nothing else.

    ``number`` counts the visits since the start. ``volume`` in per cent. ``idle_since`` and ``asking_since`` in
    monotonic seconds: since when nobody touched the screen (or the film ended, if that was later), and since
    when "Still there?" is shown (None while it is not). ``choosing_language`` while the menu of languages is open,
    ``choosing_comfort`` while the switches of ``comfort`` are.
    ``version``: of films, that is preferred where a film has it: ``sign``, ``described``, or None for the film itself.
    ``left``: excerpts (film id, excerpt id) that were left on the way, and at which second; the last one left comes
    last. ``broken``: versions (film id, excerpt id, version) that could not be shown to this visitor.
    """

    language: str
    volume: int
    captions: CaptionChoice = field(default_factory=CaptionChoice)
    place: Place = field(default_factory=Attract)
    number: int = 0
    idle_since: float = 0.0
    asking_since: float | None = None
    choosing_language: bool = False
    comfort: Comfort = PLAIN
    choosing_comfort: bool = False
    version: str | None = None
    left: Mapping[tuple[str, str], float] = field(default_factory=dict)
    broken: frozenset[tuple[str, str, str]] = frozenset()
