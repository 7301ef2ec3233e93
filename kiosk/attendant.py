"""Looks after the installer's panel: opens it in its corner, takes it from touch to touch, and closes it."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.backstage.backstage import Backstage
from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.panel import events
from kiosk.panel.covers import Rest
from kiosk.panel.effects import ShowLoop
from kiosk.panel.pad import minutes_locked
from kiosk.panel.panel import Panel
from kiosk.panel.section import Section
from kiosk.panel.sections import SECTIONS
from kiosk.panel.sight import Sight, sight_of
from kiosk.panel.step import Around, opened, rests_at, step
from kiosk.ui.corner import Corner, service_corner
from kiosk.ui.gestures import Contact
from kiosk.visit.events import Event, LoopWanted, PanelClosed, PanelOpened, Tapped, Touched


class Attendant:
    """``size``: of the screen in pixels. There is no panel, and no corner to hold, where the exhibition has no PIN."""

    def __init__(
        self,
        exhibition: Exhibition,
        size: tuple[int, int],
        backstage: Backstage,
        clock: Clock,
        sections: Sequence[Section] = SECTIONS,
    ) -> None:
        self._backstage = backstage
        self._clock = clock
        self._sections = sections
        self._panel: Panel | None = None
        self._rest: Rest | None = None  # of what was seen last
        self._news: list[Event] = []
        self._locked = 0
        self.changed = False
        self.follow(exhibition, size)

    def follow(self, exhibition: Exhibition, size: tuple[int, int]) -> None:
        """The exhibition is this one now, on a screen of ``size`` pixels. Without a PIN the panel closes."""
        self._exhibition = exhibition
        self._corner = Corner(service_corner(size, exhibition) if exhibition.pin else None)
        if exhibition.pin is None:
            self._leave()

    def let_through(self, contact: Contact) -> list[Contact]:
        """What of a finger's contacts is meant for the screen."""
        return [contact] if self._panel else self._corner.let_through(contact)

    def feel(self, event: Event) -> None:
        """A touch, which is the panel's while it is open."""
        match event:
            case Touched():
                self._take(events.Touched())
            case Tapped(target):
                self._take(events.Tapped(target))

    def hear(self) -> list[Event]:
        """What becomes of the visit: the panel takes the screen, or gives it back."""
        now = self._clock.monotonic()
        if self._panel is None and self._corner.is_held(now):
            self._panel, self.changed = opened(now, self._backstage.locked_seconds), True
            self._news.append(PanelOpened())
        for event in self._backstage.heard():
            self._take(event)
        if self._panel is not None and now >= rests_at(self._panel, self._rest):
            self._take(events.Tick())
        if self._panel is not None and self._panel.pad is not None:
            locked, self._locked = self._locked, minutes_locked(self._panel.pad, now)
            self.changed = self.changed or locked != self._locked
        news, self._news = self._news, []
        return news

    def sight(self) -> Sight | None:
        """The panel as it is seen now; None while it is closed."""
        self.changed = False
        sight = sight_of(self._panel, self._around()) if self._panel else None
        self._rest = sight.leaf.rest if sight and sight.leaf else None
        return sight

    def next_moment(self) -> float | None:
        """When it has to be heard next (monotonic seconds), if nobody touches anything."""
        if self._panel is None:
            return self._corner.held_at
        pad = self._panel.pad
        counts = [pad.locked_until - 60.0 * (self._locked - 1)] if pad and self._locked else []
        return min([rests_at(self._panel, self._rest), *counts])

    def leave(self) -> None:
        """Close the panel, whatever state it is in."""
        self._leave()
        self._news = []

    def _around(self) -> Around:
        return Around(self._exhibition, self._clock.now(), self._clock.monotonic(), self._sections)

    def _take(self, event: events.Event) -> None:
        if self._panel is None:
            return
        before = self._panel
        after, effects = step(before, event, self._around())
        if after is None or replace(after, touched_at=before.touched_at) != before:
            self.changed = True
        if after is None:
            self._leave()
        else:
            self._panel = after
        if ShowLoop() in effects:
            self._news.append(LoopWanted())
        self._backstage.perform([each for each in effects if not isinstance(each, ShowLoop)], self._exhibition)

    def _leave(self) -> None:
        if self._panel is not None:
            self._panel = None
            self._news.append(PanelClosed())
