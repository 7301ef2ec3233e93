"""Touches → events → visit → effects → picture; sleeps while nothing moves."""

import logging
from collections.abc import Iterable

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.hands import Hands
from kiosk.presenter import Presenter
from kiosk.projectionist import Projectionist
from kiosk.reporter import Reporter
from kiosk.ui.picture import FilmPainter
from kiosk.ui.stage import Stage
from kiosk.ui.touch import Contact
from kiosk.ui.window import Closed, Exposed, KeyPressed, Window
from kiosk.viewing import view_of
from kiosk.visit.effects import Effect, StartLoop, StartOver
from kiosk.visit.events import Event, FilmReached, Tick
from kiosk.visit.moves import reset
from kiosk.visit.places import Watching
from kiosk.visit.step import Rules, new_visit, next_moment, reconcile, step

LOG = logging.getLogger(__name__)

_LONGEST_SLEEP = 0.5
"""Seconds. Files, processes and signals want a look now and then even if nobody touches anything."""


class FrameLoop:
    """One turn after the other: hear, decide, show, sleep."""

    def __init__(
        self,
        exhibition: Exhibition,
        window: Window,
        stage: Stage,
        painter: FilmPainter,
        projectionist: Projectionist,
        clock: Clock,
        reporter: Reporter,
    ) -> None:
        self._exhibition = exhibition
        self._window = window
        self._stage = stage
        self._projectionist = projectionist
        self._clock = clock
        self._reporter = reporter
        self._hands = Hands(stage, exhibition.keys)
        self._rules = Rules.of(exhibition, projectionist.unavailable)
        self._visit = new_visit(self._rules, clock.monotonic(), 0)
        self._presenter = Presenter(window, painter, projectionist, reporter)
        self._changed = True
        self._unreported = True
        self._think_at = 0.0
        self._minute = clock.now().minute
        self.closed = False

    def begin(self) -> None:
        """Open with the attract loop."""
        self._perform((StartLoop(),))

    def turn(self) -> None:
        """One turn. Whatever goes wrong in it is for the caller to catch; the next turn may go well.

        A film on the whole screen only wants its next frame shown, 25 or 60 times a second. Such a turn does nothing
        else, for the processor's sake.
        """
        if not self._hear_window() and self._shows_next_frame():
            self._sleep_until(self._think_at)
            return
        self._hear_projectionist()
        moment = next_moment(self._visit, self._rules)
        if moment is not None and self._clock.monotonic() >= moment:
            self._take(Tick())
        self._show()
        self._sleep()

    def start_over(self) -> None:
        """End the visit, whatever state it is in: what the kiosk falls back to after an error."""
        self._visit, effects = reset(self._visit, self._clock.monotonic(), self._rules)
        self._hands = Hands(self._stage, self._exhibition.keys)
        self._changed = True
        self._perform(effects)

    def change(self, exhibition: Exhibition, stage: Stage) -> None:
        """Go on with another exhibition, or with a stage of another size."""
        self._exhibition = exhibition
        self._stage.close(wait=False)
        self._stage = stage
        self._hands = Hands(stage, exhibition.keys)
        self._projectionist.change(exhibition)
        self._learn()

    def close(self) -> None:
        """Let go of the film's memory, so that the booth can."""
        self._presenter.forget()

    def _hear_window(self) -> bool:
        """Take in what happened to the window; whether anything did."""
        events = self._window.events()
        for event in events:
            if isinstance(event, Contact | KeyPressed):
                for visit_event in self._hands.feel(event, self._visit, self._rules, self._clock.monotonic()):
                    if isinstance(self._visit.place, Watching):
                        self._take(FilmReached(self._projectionist.position(), self._projectionist.length))
                    self._take(visit_event)
            elif isinstance(event, Exposed):
                self._stage.repaint()
                self._presenter.forget()
            elif isinstance(event, Closed):
                self.closed = True
        return bool(events)

    def _hear_projectionist(self) -> None:
        news, changed = self._projectionist.step()
        self._reporter.projectors(self._projectionist.pids())
        for event in news:
            self._reporter.film(event, self._visit)
            self._take(event)
        if changed:
            self._learn()

    def _learn(self) -> None:
        """What can be played, or the exhibition, is not what it was."""
        self._rules = Rules.of(self._exhibition, self._projectionist.unavailable)
        self._visit, effects = reconcile(self._visit, self._rules, self._clock.monotonic())
        self._changed = True
        self._perform(effects)

    def _take(self, event: Event) -> None:
        """Let the visit step."""
        before = self._visit
        self._visit, effects = step(before, event, self._clock.monotonic(), self._rules)
        self._changed = self._changed or self._visit != before
        self._perform(effects)

    def _perform(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            if isinstance(effect, StartOver):
                self._stage.start_over()
            else:
                self._projectionist.perform(effect)

    def _show(self) -> None:
        """Paint and present what is due, if anything is."""
        now = self._clock.monotonic()
        if (minute := self._clock.now().minute) != self._minute:
            self._minute, self._changed = minute, True  # what the screens say about time may be another
        picture = self._projectionist.picture(now)
        fresh = self._presenter.is_fresh(picture)
        if self._changed or self._reads_captions() or (self._has_controls() and fresh):
            self._stage.show(view_of(self._exhibition, self._visit, self._projectionist, self._clock), now)
            self._changed = False
        moves = self._stage.needs_frame(now)
        if fresh or moves:
            self._presenter.show(self._stage, picture, now)
        self._unreported = self._unreported or moves
        if self._unreported and self._stage.at_rest(self._clock.monotonic()):
            self._reporter.scene(self._stage, self._visit)
            self._unreported = False

    def _shows_next_frame(self) -> bool:
        """Show a film's next frame if nothing else is to be thought of; whether that was so."""
        now = self._clock.monotonic()
        if now >= self._think_at or self._changed or self._has_controls():
            return False
        return self._presenter.show_next_frame(self._stage, now)

    def _has_controls(self) -> bool:
        """Whether the scrubber follows the film, frame by frame."""
        place = self._visit.place
        return isinstance(place, Watching) and place.controls

    def _reads_captions(self) -> bool:
        """Whether captions follow the film. They tell when they change next, so they are not asked for every frame."""
        watching = isinstance(self._visit.place, Watching)
        return watching and self._visit.captions.on and bool(self._projectionist.tracks)

    def _sleep(self) -> None:
        """Until the next thing that can be foreseen, or until the window or a projector has news."""
        now = self._clock.monotonic()
        moments = (
            now + _LONGEST_SLEEP,
            self._stage.next_frame_at(now),
            self._projectionist.next_moment(now),
            next_moment(self._visit, self._rules),
        )
        self._think_at = min(moment for moment in moments if moment is not None)
        self._sleep_until(self._think_at)

    def _sleep_until(self, until: float) -> None:
        """At the latest; earlier for a film's next frame."""
        now = self._clock.monotonic()
        frame = self._projectionist.next_frame_at(now)
        until = until if frame is None else min(until, frame)
        if until > now:
            self._window.wait(until - now)
