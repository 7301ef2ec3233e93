"""A panel, and somebody who taps on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.clock import FakeClock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.text import Text
from kiosk.panel.effects import Effect
from kiosk.panel.events import Event, PinJudged, Tapped, Tick
from kiosk.panel.panel import Panel
from kiosk.panel.section import Section
from kiosk.panel.sections import SECTIONS
from kiosk.panel.sight import Sight, sight_of
from kiosk.panel.step import Around, opened, step

NOWHERE = Exhibition(Path("/show"), Text({"en": "Two films"}), Path("/show/media"))


@dataclass
class Walk:
    """Takes a panel from event to event. ``done``: the effects so far. ``panel`` None once it is closed."""

    clock: FakeClock = field(default_factory=FakeClock)
    exhibition: Exhibition = NOWHERE
    sections: Sequence[Section] = SECTIONS
    locked: float = 0.0
    done: list[Effect] = field(default_factory=list)
    panel: Panel | None = None

    def __post_init__(self) -> None:
        self.panel = opened(self.clock.monotonic(), self.locked)

    @property
    def around(self) -> Around:
        return Around(self.exhibition, self.clock.now(), self.clock.monotonic(), self.sections)

    @property
    def sight(self) -> Sight:
        assert self.panel is not None
        return sight_of(self.panel, self.around)

    def happen(self, *events: Event) -> "Walk":
        for event in events:
            assert self.panel is not None
            self.panel, effects = step(self.panel, event, self.around)
            self.done += effects
        return self

    def tap(self, *targets: str) -> "Walk":
        return self.happen(*(Tapped(each) for each in targets))

    def wait(self, seconds: float) -> "Walk":
        self.clock.advance(seconds)
        return self.happen(Tick())

    def inside(self, section: str | None = None) -> "Walk":
        """Past the PIN."""
        self.happen(PinJudged(True))
        if section:
            self.tap(f"panel:section:{section}")
        self.done.clear()
        return self

    def show(self, **changes: object) -> "Walk":
        """The exhibition is another one by now."""
        self.exhibition = replace(self.exhibition, **changes)  # type: ignore[arg-type]
        return self
