"""Does what the panel asks for, beside the frame loop, and brings back what came of it."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from kiosk.backstage.local_changes import LocalChanges
from kiosk.backstage.tries_file import TriesFile
from kiosk.backstage.works import Doing, all_works
from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.panel.effects import CheckPin, TakeBack, Task, Work, Write
from kiosk.panel.events import Answered, Event, PinJudged
from kiosk.panel.pin import is_pin

LOG = logging.getLogger(__name__)

_LEAVE_SECONDS: Final = 2.0

Errand = Callable[[], list[Event]]


class Backstage:
    """``state``: the folder for what outlasts a restart. ``wake`` is called on another thread when there is news.

    ``works``: what can be asked for by name; without it all that a kiosk can.
    """

    def __init__(
        self, state: Path, clock: Clock, wake: Callable[[], None], works: Mapping[str, Doing] | None = None
    ) -> None:
        self._tries = TriesFile(state / "panel-tries.json", clock)
        self._changes = LocalChanges(state / "panel-undo.json", clock)
        self._wake = wake
        self._works = all_works() if works is None else works
        self._errands: SimpleQueue[Errand | None] = SimpleQueue()
        self._heard: SimpleQueue[Event] = SimpleQueue()
        self._thread: threading.Thread | None = None

    @property
    def locked_seconds(self) -> float:
        """For so long no PIN is taken."""
        return self._tries.locked_seconds

    def perform(self, effects: Iterable[Task], exhibition: Exhibition) -> None:
        """Have them done; returns at once. PINs and changes are taken one after the other, works beside each other."""
        for effect in effects:
            if isinstance(effect, Work):
                threading.Thread(target=self._work, args=(effect, exhibition), name=effect.name, daemon=True).start()
            else:
                self._in_turn(partial(self._do, effect, exhibition))

    def heard(self) -> list[Event]:
        """What came of them since the last call."""
        heard: list[Event] = []
        with suppress(Empty):
            while True:
                heard.append(self._heard.get_nowait())
        return heard

    def close(self) -> None:
        """Finish the change that is being written."""
        self._errands.put(None)
        if self._thread is not None:
            self._thread.join(_LEAVE_SECONDS)

    def _do(self, effect: CheckPin | Write | TakeBack, exhibition: Exhibition) -> list[Event]:
        match effect:
            case CheckPin(typed):
                judged = self._judge(typed, exhibition.pin)
                return [judged, self._changes.standing(exhibition.folder)] if judged.right else [judged]
            case Write(changes):
                return [self._changes.write(exhibition.folder, changes)]
            case TakeBack():
                return [self._changes.take_back(exhibition.folder)]

    def _judge(self, typed: str, line: str | None) -> PinJudged:
        """A wrong PIN counts. One that comes while it is locked is not even looked at."""
        locked = self._tries.locked_seconds
        if line is None or locked > 0:
            return PinJudged(False, locked)
        if is_pin(typed, line):
            self._tries.passed()
            return PinJudged(True)
        self._tries.failed()
        return PinJudged(False, self._tries.locked_seconds)

    def _in_turn(self, errand: Errand) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="backstage", daemon=True)
            self._thread.start()
        self._errands.put(errand)

    def _run(self) -> None:
        while (errand := self._errands.get()) is not None:
            try:
                self._tell(*errand())
            except Exception:  # one errand that fails must not keep the installer from the next
                LOG.exception("Something that the panel asked for went wrong")

    def _work(self, work: Work, exhibition: Exhibition) -> None:
        answer: object = None
        try:
            answer = self._works[work.name.partition(" ")[0]](exhibition, work.facts)
            if isinstance(answer, Iterator):
                answer = self._last(work.name, answer)
        except Exception:
            LOG.exception("The panel asked for %s, which went wrong", work.name)
        self._tell(Answered(work.name, answer))

    def _last(self, name: str, answers: Iterator[object]) -> object:
        """Tell each as it comes; answer the last one."""
        last = None
        for last in answers:
            self._tell(Answered(name, last, more=True))
        return last

    def _tell(self, *events: Event) -> None:
        for event in events:
            self._heard.put(event)
        self._wake()
