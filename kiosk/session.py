"""The kiosk between start and end: opens the screen, turns the frame loop, takes in changes, survives errors."""

import logging
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kiosk.attendant import Attendant
from kiosk.backstage.at_usb import AtUsb
from kiosk.backstage.backstage import Backstage
from kiosk.backstage.checkup import Checkup
from kiosk.backstage.diary import Diary
from kiosk.backstage.house import works_of
from kiosk.backstage.works import all_works
from kiosk.calm import CalmMoment
from kiosk.captions.desk import CaptionDesk
from kiosk.caretaker import Caretaker
from kiosk.changes.inventory import Inventory
from kiosk.clock import Clock
from kiosk.config.load import Loaded
from kiosk.exhibition.exhibition import closed
from kiosk.exhibition.media import fonts_of, stills_of
from kiosk.frame_loop import FrameLoop
from kiosk.heartbeat import Heartbeat
from kiosk.known_problems import KnownProblems
from kiosk.projection.booth import Booth
from kiosk.projection.facts import FactsDesk
from kiosk.projection.leveller import Leveller
from kiosk.projection.licence import Licence
from kiosk.projection.loudness import LoudnessDesk
from kiosk.projection.plays import Plays
from kiosk.projection.restarts import LeftOut
from kiosk.projection.threader import Threader
from kiosk.projectionist import Projectionist
from kiosk.reloading import Change, Reloading
from kiosk.reporter import Reporter
from kiosk.trace import Trace
from kiosk.ui.picture import FilmPainter
from kiosk.ui.presenting import NoDisplayError, open_display
from kiosk.ui.sdl import Sdl
from kiosk.ui.stage import Stage
from kiosk.ui.window import Window
from kiosk.usb.notes import Notes
from kiosk.usb.porter import Porter, Sticks

__all__ = ["NoDisplayError", "Session"]

LOG = logging.getLogger(__name__)

_ERRORS = 5
"""So many errors within ``_ERROR_SPAN`` seconds, and the process ends: whoever watches over it starts a clean one."""
_ERROR_SPAN = 60.0


class Waker(Protocol):
    """Ends the frame loop's sleep from any thread, once it is told how."""

    window: Callable[[], None] | None

    def __call__(self) -> None: ...


class Session:
    """One run of the kiosk on one window. NoDisplayError where there is no display."""

    def __init__(
        self,
        folder: Path,
        loaded: Loaded,
        size: tuple[int, int] | None,
        *,
        booth: Booth,
        facts: FactsDesk,
        loudness: LoudnessDesk,
        captions: CaptionDesk,
        left_out: LeftOut,
        clock: Clock,
        trace: Trace,
        cache: Path,
        state: Path,
        wake: Waker,
        inventory: Inventory,
        sticks: Sticks,
        heart: Heartbeat,
        diary: Diary,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._heart = heart
        self._errors: deque[float] = deque(maxlen=_ERRORS)
        self._exhibition = loaded.exhibition or closed(folder)
        self._known = KnownProblems(loaded)
        sdl = Sdl()
        open_display(sdl, cache / "presenting.json")
        self._window = Window(sdl, clock, self._exhibition.screen, size, "Film kiosk")
        wake.window = self._window.wake
        self._stage_size = self._window.size
        leveller = Leveller(self._exhibition, loudness, clock)
        self._threader = Threader(facts, self._window.size, left_out, leveller)
        licence = Licence(self._exhibition, Plays(state / "plays.json"), clock)
        self._projectionist = Projectionist(
            self._exhibition, booth, facts, self._threader, captions, clock, licence, leveller
        )
        self._caretaker = Caretaker(folder)
        self._reloading = Reloading(folder, loaded, wake, inventory)
        self._calm = CalmMoment(clock)
        notes, usage = Notes(state / "usb.jsonl"), self._exhibition.usb
        self._porter = Porter(folder, self._reloading.show, notes, clock, cache, usage=usage, sticks=sticks)
        checkup, usb = Checkup(clock, cache, state), AtUsb(self._porter, notes, folder)
        self._backstage = Backstage(state, clock, wake, all_works() | works_of(booth, diary, checkup, usb))
        self._loop = FrameLoop(
            self._exhibition,
            self._window,
            Stage(self._window.size, self._exhibition),
            FilmPainter(sdl),
            self._projectionist,
            self._caretaker,
            Attendant(self._exhibition, self._window.size, self._backstage, clock),
            clock,
            Reporter(trace),
        )

    def run(self, stopping: object) -> int:
        """Turn until ``stopping`` is true or the installer closes the window: 0; 1 after too many errors."""
        self._loop.begin()
        while not stopping and not self._loop.closed:
            try:
                self._loop.turn()
                self._take_changes()
                self._loop.rest()
                self._heart.beat()
            except Exception:
                LOG.exception("An error on the way to the screen; the kiosk goes back to its beginning")
                if self._too_many_errors():
                    return 1
                self._loop.start_over()
        return 0

    def close(self) -> None:
        self._porter.close()
        self._reloading.close()
        self._loop.close()
        self._backstage.close()
        self._caretaker.close()
        self._window.close()

    def _take_changes(self) -> None:
        """Another size of the window, or a saved change of the exhibition, once there is a moment for it."""
        waits = self._reloading.has_found
        if waits and self._calm.has_come(self._loop.seconds_to_frame()) and (change := self._reloading.take()):
            self._projectionist.renew(change.files)
            if change.loaded is not None:
                self._adopt(change.loaded, change)
            if not (stills_of(self._exhibition) | fonts_of(self._exhibition)).isdisjoint(change.files):
                self._show_anew()
        if self._window.size != self._stage_size:
            self._show_anew()

    def _show_anew(self) -> None:
        """At the window's size, with a stage that knows nothing of what was shown before."""
        self._stage_size = self._threader.screen = self._window.size
        self._loop.change(self._exhibition, self._stage_size)

    def _adopt(self, loaded: Loaded, change: Change) -> None:
        """Show the changed exhibition, or keep the last good one where the change brought new problems.

        Media files that went bring problems which nobody has written: the exhibition stays as it is without them, and
        they do not stand against what is saved later. Another exhibition has problems of its own.
        """
        for problem in loaded.problems:
            LOG.warning("%s", problem)
        exhibition = loaded.exhibition
        if change.elsewhere:
            exhibition = exhibition or closed(self._folder)
            self._known.adopt(loaded)
        if exhibition is None or not self._known.has_all_of(loaded, at_panel=change.at_panel):
            LOG.warning("The change is not shown: the exhibition stays as it was.")
            if not change.saved:
                self._known.add(loaded)
            return
        self._known.adopt(loaded)
        if exhibition != self._exhibition:
            LOG.info("The exhibition was changed and is shown as it is now.")
            self._exhibition = exhibition
            if self._window.turn(exhibition.screen.rotate):
                self._show_anew()
            else:
                self._loop.change(exhibition)
        if self._exhibition.folder == self._folder:  # a stick does not say what becomes of sticks
            self._porter.usage = self._exhibition.usb

    def _too_many_errors(self) -> bool:
        now = self._clock.monotonic()
        self._errors.append(now)
        return len(self._errors) == _ERRORS and now - self._errors[0] < _ERROR_SPAN
