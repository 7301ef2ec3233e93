"""Looks for everything that is wrong with the exhibition and the machine, and keeps what came of it."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.examination import examine_all
from kiosk.health.doctor.machine import Machine
from kiosk.panel.sections.health.found import Looked, Trouble
from kiosk.projection.asking import ask_child

_SECONDS: Final = 120.0
"""For the exhibition's files. A thousand films take a few seconds."""


class Checkup:
    """What ``kiosk check`` and ``kiosk doctor`` tell. ``cache``, ``state``: the kiosk's folders."""

    def __init__(self, clock: Clock, cache: Path, state: Path) -> None:
        self._clock = clock
        self._cache, self._state = cache, state
        self._of: Exhibition | None = None
        self._last: Looked | None = None
        self._one = threading.Lock()

    def __call__(self, exhibition: Exhibition, facts: Mapping[str, Any]) -> Looked:
        """What was found before; found out ``anew`` if that is asked for, or if it is another exhibition by now."""
        with self._one:
            if self._last is None or facts.get("anew") or exhibition != self._of:
                self._last, self._of = self._look(exhibition), exhibition
            return self._last

    def _look(self, exhibition: Exhibition) -> Looked:
        # The files in a process of their own: reading a thousand films would take frames from a loop that plays.
        files = ask_child("kiosk.health.looking", _SECONDS, folder=exhibition.folder, cache=self._cache)
        found = [Trouble(**each) for each in files["found"]] if files else []
        said = tuple(f"{each.title}  {each.advice}" for each in found if each.grave)
        now = self._clock.now()
        case = Case(Machine(), exhibition, exhibition.folder, self._cache, self._state, now, sentences=said)
        machine = tuple(
            Trouble(each.message, each.remedy, each.severity != "notice")
            for part in examine_all(case)
            for each in part.findings
        )
        return Looked(self._clock.now(), tuple(found) if files else None, machine)
