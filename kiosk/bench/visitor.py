"""Somebody who looks at the loop once, and then opens every film's page and watches it."""

import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from kiosk.bench.frames import Shown, changeovers, count
from kiosk.bench.measured import Measured
from kiosk.bench.observer import Ended, Line, Observer
from kiosk.bench.processes import family, memory, processor_seconds
from kiosk.bench.stretches import BACK_KEY, NEXT_KEY, Stretch
from kiosk.projection.contract import MediaFacts
from kiosk.projection.facts import Answer
from kiosk.ui.finger import Finger

_START_SECONDS: Final = 30.0
_SCENE_SECONDS: Final = 15.0
_BACK_SECONDS: Final = 4.0
_READING_SECONDS: Final = 1.5
"""Between the page at rest and the tap: a quick visitor."""
_PRESS_SECONDS: Final = 0.1
_FIRST_PICTURE_SECONDS: Final = 12.0
"""Longer than the kiosk itself waits before it gives a film up."""
_LATE_SECONDS: Final = 8.0
"""How much longer than it should the loop may take for one film."""

Progress = Callable[[str, float], None]
"""Is told what is being done, and how much of the whole is done (0…1)."""


class Stuck(Exception):
    """The kiosk did not do what was asked of it. The text says what was waited for."""


class Visitor:
    """Uses the kiosk from a thread of its own. ``degrees`` tells how warm the machine is, None where it does not."""

    def __init__(
        self,
        observer: Observer,
        finger: Finger,
        stretches: Sequence[Stretch],
        facts: Mapping[str, Answer],
        seconds: float,
        progress: Progress,
        degrees: Callable[[], float | None],
    ) -> None:
        self._observer = observer
        self._finger = finger
        self._stretches = stretches
        self._facts = facts
        self._seconds = seconds
        self._progress = progress
        self._degrees = degrees
        self._changeovers: dict[str, float] = {}
        self._measured: list[Measured] = []
        self.problem = ""
        self.whole = False

    @property
    def measured(self) -> list[Measured]:
        """What was measured so far."""
        return [each.with_changeover(self._changeovers.get(each.stretch.id)) for each in self._measured]

    def visit(self) -> None:
        """All of it; then the kiosk is asked to end, as the system would ask."""
        try:
            if self._stretches:
                self._look_at_loop()
                self._wake()
            for done, stretch in enumerate(self._stretches):
                self._progress(f"Watching {stretch.name}", (1 + done / len(self._stretches)) / 2)
                self._measured.append(self._watch(stretch))
            self.whole = True
        except Ended:
            return
        except Stuck as stuck:
            self.problem = str(stuck)
        os.kill(os.getpid(), signal.SIGTERM)

    def _look_at_loop(self) -> None:
        """Until every film has come after another one, or as long as that should take with one that does not play."""
        if self._observer.wait(lambda: self._first(0, "ready"), _START_SECONDS) is None:
            raise Stuck(f"it showed no picture within {_START_SECONDS:.0f} s")
        wanted = {each.id for each in self._stretches}
        until = time.monotonic() + (len(wanted) + 1) * (self._seconds + _LATE_SECONDS)
        while not wanted <= self._changeovers.keys() and time.monotonic() < until:
            self._observer.wait(lambda: None, 0.5)
            self._changeovers = dict(reversed(changeovers(self._shown_since(0))))
            self._progress("Looking at the loop", len(self._changeovers) / len(wanted) / 2)

    def _wake(self) -> None:
        mark = self._observer.mark()
        self._tap([0, 0, 40, 40])
        self._wait_for_scene(mark, screen="browse")

    def _watch(self, stretch: Stretch) -> Measured:
        """From where the visitor is through the film's page to its picture, and back to the page."""
        facts = self._facts[stretch.id]
        page = self._open_page(stretch)
        time.sleep(_READING_SECONDS)
        button = next((each["rect"] for each in page["targets"] if each["name"] == "watch"), None)
        if button is None:
            return Measured(stretch, facts, failure="was given up while the loop played it")
        mark = self._observer.mark()
        lifted = self._tap(button)
        first = self._observer.wait(
            lambda: self._first(mark, "shown") or self._first(mark, "failed"), _FIRST_PICTURE_SECONDS
        )
        if first is None:
            raise Stuck(f"neither a picture of {stretch.name} nor a word about it came")
        if first["what"] == "failed":
            self._await_page(mark, stretch)
            return Measured(stretch, facts, failure=str(first["reason"]))
        measured = self._look_at_film(stretch, facts, mark, first["at"])
        return replace(measured, tap_to_picture=first["at"] - lifted)

    def _open_page(self, stretch: Stretch) -> Line:
        mark = self._observer.mark()
        self._finger.key(NEXT_KEY)
        return self._wait_for_scene(mark, screen="film", film=stretch.id)

    def _look_at_film(self, stretch: Stretch, facts: Answer, mark: int, since: float) -> Measured:
        """While it plays, for as long as is asked for."""
        began = time.monotonic()
        used = processor_seconds(family(os.getpid()))
        over = self._observer.wait(
            lambda: self._first(mark, "failed") or self._first(mark, "ended"), since + self._seconds - began
        )
        processes = family(os.getpid())
        until = over["at"] if over else time.monotonic()
        share = (processor_seconds(processes) - used) / max(0.001, time.monotonic() - began) / (os.cpu_count() or 1)
        frames = [each for each in self._shown_since(mark) if each.at <= until]
        held = memory(processes).proportional
        if over is None:
            self._finger.key(BACK_KEY)
        self._await_page(mark, stretch)
        rate = facts.frame_rate if isinstance(facts, MediaFacts) else 0.0
        return Measured(
            stretch,
            facts,
            failure=str(over["reason"]) if over and over["what"] == "failed" else "",
            seconds=until - since,
            frames=count(frames, 1 / rate if rate else None, until),
            processor=share,
            memory=held,
            degrees=self._degrees(),
        )

    def _tap(self, rect: Sequence[int]) -> float:
        """In the middle of a target; answers when the finger was lifted (monotonic seconds)."""
        x, y = rect[0] + rect[2] / 2, rect[1] + rect[3] / 2
        self._finger.down(x, y)
        time.sleep(_PRESS_SECONDS)
        lifted = time.monotonic()
        self._finger.up(x, y)
        return lifted

    def _wait_for_scene(self, mark: int, **conditions: Any) -> Line:
        """The scene that came to rest last, since ``mark``, as soon as it fits."""

        found = self._observer.wait(lambda: self._scene(mark, conditions), _SCENE_SECONDS)
        if found is None:
            raise Stuck(f"the screen {conditions['screen']} did not come within {_SCENE_SECONDS:.0f} s")
        return found

    def _await_page(self, mark: int, stretch: Stretch) -> None:
        """Be back on the film's page. Nothing tells of it where a film was so short that nothing else came to rest."""
        self._observer.wait(lambda: self._scene(mark, {"screen": "film", "film": stretch.id}), _BACK_SECONDS)

    def _scene(self, mark: int, conditions: dict[str, Any]) -> Line | None:
        line = next(reversed(self._observer.since(mark, "scene")), None)
        return line if line and all(line.get(key) == wanted for key, wanted in conditions.items()) else None

    def _first(self, mark: int, what: str) -> Line | None:
        return next(iter(self._observer.since(mark, what)), None)

    def _shown_since(self, mark: int) -> list[Shown]:
        lines = self._observer.since(mark, "shown")
        return [Shown(each["at"], each["number"], each["take"], each["film"]) for each in lines]
