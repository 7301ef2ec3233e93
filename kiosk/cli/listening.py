"""How loud the films of an exhibition are: from what the kiosk remembers, or measured here and now."""

import time
from typing import Final

from rich.console import Console

from kiosk.app import cache_folder
from kiosk.clock import SystemClock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.level import Loudness
from kiosk.health.loudness import Heard, Listened, listened
from kiosk.projection.facts import FactsDesk
from kiosk.projection.loudness import LoudnessDesk

_LOOK_SECONDS: Final = 0.05


def heard(exhibition: Exhibition, *, measure: bool) -> Heard:
    """What is known of all that visitors may hear. ``measure``: find out what is not, and keep it for the kiosk."""
    facts = FactsDesk(SystemClock(), cache_folder() / "facts.json")
    desk = LoudnessDesk(SystemClock(), cache_folder() / "loudness.json", facts.identity)

    def loudness(stretch: Listened) -> Loudness | str | None:
        found = desk.get((stretch.file, stretch.start, stretch.end))
        return found if isinstance(found, Loudness) or found is None else found.reason

    if measure:
        for each in listened(exhibition):
            desk.ask((each.file, each.start, each.end))
        _wait_for(desk)
        desk.close()
    return Heard(loudness, all_of_it=measure)


def _wait_for(desk: LoudnessDesk) -> None:
    """With a line that tells how much is left, where somebody looks on."""
    with Console(stderr=True).status("") as line:
        while desk.left:
            line.update(f"Listening to the films, {desk.left} left …")
            desk.step(time.monotonic())
            time.sleep(_LOOK_SECONDS)
