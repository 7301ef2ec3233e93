"""Locks up when the exhibition closes, and opens up again: the screen's power and the installer's commands."""

import logging
import os
import queue
import shlex
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.commands import run
from kiosk.power.methods import Found, cec_devices, methods, probe
from kiosk.visit.effects import RunCommand, ScreenOff, ScreenOn

LOG = logging.getLogger(__name__)

Errand = RunCommand | ScreenOff | ScreenOn
Probe = Callable[[], tuple[Found, ...]]

_LEAVE_SECONDS = 1.0


class Caretaker:
    """Does one thing after the other on a thread of its own: a television takes seconds to answer.

    ``folder``: where commands run. ``look`` asks the machine which ways to switch a screen there are.
    """

    def __init__(self, folder: Path, look: Probe | None = None) -> None:
        self._folder = folder
        self._look = look or _look(os.environ)
        self._errands: queue.SimpleQueue[Errand | None] = queue.SimpleQueue()
        self._found: tuple[Found, ...] = ()
        self._is_off = False
        self._thread: threading.Thread | None = None

    def perform(self, errand: Errand) -> None:
        """Do it soon; returns at once."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="caretaker", daemon=True)
            self._thread.start()
        self._errands.put(errand)

    def close(self) -> None:
        """Finish what is under way, if that does not take long. The screen stays as it is."""
        self._errands.put(None)
        if self._thread is not None:
            self._thread.join(_LEAVE_SECONDS)

    def _work(self) -> None:
        while (errand := self._errands.get()) is not None:
            try:
                self._do(errand)
            except Exception:  # a screen that cannot be switched must not keep the next command from being run
                LOG.exception("Something went wrong while locking up or opening up")

    def _do(self, errand: Errand) -> None:
        match errand:
            case RunCommand(command):
                outcome = run(command, folder=self._folder)
                said = shlex.join(command)
                if outcome.failure is None:
                    LOG.info("Ran %s", said)
                else:
                    LOG.warning("%s %s.", said, outcome.failure)
            case ScreenOff():
                self._switch(off=True)
            case ScreenOn():
                self._switch(off=False)

    def _switch(self, *, off: bool) -> None:
        if not (off and self._is_off):  # put off once more after a touch, it is not asked anew
            self._found = self._look()
        self._is_off = off
        ways = [each.method for each in self._found if each.works]
        word = "off" if off else "on"
        failures = [f"{each.method.name}: {each.why}" for each in self._found if not each.works]
        done = []
        for method in ways:
            outcomes = [command.run() for command in (method.off if off else method.on)]
            wrong = [each.failure for each in outcomes if each.failure is not None]
            if wrong:
                failures.append(f"{method.name}: {wrong[0]}")
            else:
                done.append(method.name)
        if done:
            LOG.info("The screen is %s (%s).", word, ", ".join(done))
        else:
            LOG.warning("The screen could not be switched %s. %s.", word, "; ".join(failures))


def _look(environment: Mapping[str, str]) -> Probe:
    return lambda: probe(methods(environment, cec_devices()))
