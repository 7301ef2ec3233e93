"""Touches → events → visit → effects → picture; sleeps while nothing moves."""

import math

from kiosk.almanac import Almanac
from kiosk.attendant import Attendant
from kiosk.caretaker import Caretaker
from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.hands import Hands
from kiosk.performing import perform
from kiosk.presenter import Presenter
from kiosk.projectionist import Projectionist
from kiosk.reporter import Reporter
from kiosk.ui.picture import FilmPainter
from kiosk.ui.stage import Stage
from kiosk.ui.touch import Contact
from kiosk.ui.window import Closed, Exposed, KeyPressed, Window
from kiosk.viewing import film_left, has_controls, reads_captions, view_of
from kiosk.visit.events import CalendarTurned, Event, FilmReached, Tick
from kiosk.visit.moves import begin, reset
from kiosk.visit.places import AtPanel, Cinema, Watching
from kiosk.visit.step import Rules, new_visit, next_moment, reconcile, step

_LONGEST_SLEEP = 0.5
"""Seconds. Files, processes and signals want a look now and then even if nobody touches anything."""


class FrameLoop:
    """One turn after the other: hear, decide, show; ``rest`` between two of them."""

    def __init__(
        self,
        exhibition: Exhibition,
        window: Window,
        stage: Stage,
        painter: FilmPainter,
        projectionist: Projectionist,
        caretaker: Caretaker,
        attendant: Attendant,
        clock: Clock,
        reporter: Reporter,
    ) -> None:
        self._exhibition = exhibition
        self._window, self._stage, self._clock = window, stage, clock
        self._projectionist, self._caretaker = projectionist, caretaker
        self._reporter = reporter
        self._attendant = attendant
        self._hands = Hands(stage, exhibition.keys, self._attendant)
        self._almanac = Almanac(exhibition, clock)
        self._rules = self._rules_now()
        self._visit = new_visit(self._rules, clock.monotonic(), 0)
        self._presenter = Presenter(window, painter, projectionist, reporter)
        self._changed = True
        self._think_at = 0.0
        self.closed = False

    def begin(self) -> None:
        """Open with the attract loop, or what the time of day asks for instead."""
        perform(begin(self._visit, self._rules), self._stage, self._projectionist, self._caretaker)

    def turn(self) -> None:
        """One turn. Whatever goes wrong in it is for the caller to catch; the next turn may go well.

        A film on the whole screen only wants its next frame shown, 25 or 60 times a second. Such a turn does nothing
        else, for the processor's sake.
        """
        if not self._hear_window() and self._shows_next_frame():
            return
        self._hear_projectionist()
        for event in self._attendant.hear():
            self._take(event)
        self._look_at_calendar()
        moment = next_moment(self._visit, self._rules)
        if moment is not None and self._clock.monotonic() >= moment:
            self._take(Tick())
        self._show()
        self._think_at = self._next_moment()

    def rest(self) -> None:
        """Sleep until the next thing that can be foreseen, or until the window or a projector has news."""
        now = self._clock.monotonic()
        seconds = min(self._think_at - now, self.seconds_to_frame())
        if seconds > 0:
            self._window.wait(seconds)

    def seconds_to_frame(self) -> float:
        """Until a film's next frame is due; infinite where none is."""
        now = self._clock.monotonic()
        frame = self._projectionist.next_frame_at(now)
        return math.inf if frame is None else frame - now

    def start_over(self) -> None:
        """End the visit, whatever state it is in: what the kiosk falls back to after an error."""
        self._visit, effects = reset(self._visit, self._clock.monotonic(), self._rules)
        self._hands.follow(self._stage, self._exhibition.keys)
        self._attendant.leave()
        self._changed = True
        perform(effects, self._stage, self._projectionist, self._caretaker)

    def change(self, exhibition: Exhibition, size: tuple[int, int] | None = None) -> None:
        """Go on with another exhibition. ``size``: on a stage that is made anew for a window of that size."""
        self._exhibition = exhibition
        before, self._stage = self._stage, self._stage.successor(exhibition, self._clock.monotonic(), size)
        before.close(wait=False)
        self._attendant.follow(exhibition, self._window.size)
        self._hands.follow(self._stage, exhibition.keys, go_on=isinstance(self._visit.place, AtPanel))
        self._projectionist.change(exhibition)
        self._learn()
        self._show()
        self._think_at = self._next_moment()

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
            self.closed = self.closed or isinstance(event, Closed)
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
        self._rules = self._rules_now()
        self._visit, effects = reconcile(self._visit, self._rules, self._clock.monotonic())
        self._changed = True
        perform(effects, self._stage, self._projectionist, self._caretaker)

    def _rules_now(self) -> Rules:
        almanac = self._almanac
        return Rules.of(self._exhibition, self._projectionist.repertoire.unavailable, almanac.standing, almanac.epoch)

    def _look_at_calendar(self) -> None:
        """Whether the exhibition closes or opens, a screening comes or the day ends."""
        if self._almanac.turned(self._exhibition, self._projectionist.repertoire.durations):
            self._rules, self._changed = self._rules_now(), True
            self._take(CalendarTurned(film_left(self._visit, self._projectionist)))

    def _take(self, event: Event) -> None:
        """Let the visit step."""
        before = self._visit
        if isinstance(before.place, AtPanel):
            self._attendant.feel(event)
        self._visit, effects = step(before, event, self._clock.monotonic(), self._rules)
        self._changed = self._changed or self._visit != before
        if isinstance(before.place, Cinema) and not isinstance(self._visit.place, Cinema):
            self._almanac.is_over(before.place.screening)
        perform(effects, self._stage, self._projectionist, self._caretaker)

    def _show(self) -> None:
        """Paint and present what is due, if anything is."""
        now = self._clock.monotonic()
        if self._almanac.minute_turned() or self._attendant.changed:
            self._changed = True  # what the screens say about time may be another
        picture = self._projectionist.picture(now)
        fresh = self._presenter.is_fresh(picture)
        if self._changed or reads_captions(self._visit, self._projectionist) or (has_controls(self._visit) and fresh):
            standing, panel = self._rules.standing, self._attendant.sight()
            view = view_of(self._exhibition, self._visit, self._projectionist, self._clock, standing, panel)
            self._stage.show(view, now)
            self._changed = False
        moves = self._stage.needs_frame(now)
        if fresh or moves:
            self._presenter.show(self._stage, picture, now)
        self._reporter.scene(self._stage, self._visit, self._clock.monotonic(), moves=moves)

    def _shows_next_frame(self) -> bool:
        """Show a film's next frame if nothing else is to be thought of; whether that was so."""
        now = self._clock.monotonic()
        if now >= self._think_at or self._changed or has_controls(self._visit):
            return False
        return self._presenter.show_next_frame(self._stage, now)

    def _next_moment(self) -> float:
        """When something other than a film's next frame is to be thought of; to be asked again after each turn."""
        now = self._clock.monotonic()
        others = (self._projectionist.next_moment(now), self._almanac.next_moment(), self._attendant.next_moment())
        moments = (now + _LONGEST_SLEEP, self._stage.next_frame_at(now), next_moment(self._visit, self._rules), *others)
        return min(moment for moment in moments if moment is not None)
