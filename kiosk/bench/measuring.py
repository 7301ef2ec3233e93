"""The kiosk opens on this screen, somebody uses it, and what it told of itself becomes figures."""

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Protocol

from kiosk.bench.measured import Bench, Measured
from kiosk.bench.observer import Observer
from kiosk.bench.stretches import Stretch, measurable, stretches_of
from kiosk.bench.visitor import Progress, Visitor
from kiosk.clock import SystemClock
from kiosk.config.load import Loaded
from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.doctor import heat
from kiosk.health.doctor.machine import Machine
from kiosk.projection.contract import MediaFacts
from kiosk.projection.facts import Answer, Unplayable
from kiosk.trace import Trace
from kiosk.ui.finger import Finger


class RunKiosk(Protocol):
    """Shows an exhibition until it is asked to end; answers 0 after a clean end."""

    def __call__(self, folder: Path, *, observed: Trace, adapted: Callable[[Loaded], Loaded], state: Path) -> int: ...


class NotMeasured(Exception):
    """Nothing could be measured. The text says why."""


def measure(
    exhibition: Exhibition,
    facts: Mapping[Path, Answer],
    screen: tuple[int, int],
    seconds: float,
    run: RunKiosk,
    progress: Progress,
) -> Bench:
    """Play every stretch for ``seconds``, in the loop and for a visitor. ``facts``: of the files, as far as they are
    known; a file without any is told as one that does not play. ``screen``: its pixels, to be told.

    What visitors' plays are counted in is left alone. ``NotMeasured`` where the kiosk did not run.
    """
    stretches = stretches_of(exhibition)
    known = {each.id: facts.get(each.excerpt.file, Unplayable("does not tell what it is")) for each in stretches}
    playable = [each for each in stretches if isinstance(known[each.id], MediaFacts)]
    observer = Observer(SystemClock())
    visitor = Visitor(observer, Finger(exhibition.screen.rotate), playable, known, seconds, progress, _degrees)
    if playable:
        _run_with(visitor, observer, exhibition, playable, seconds, run)
    if visitor.problem:
        raise NotMeasured(f"The kiosk could not be measured: {visitor.problem}.")
    measured = {each.stretch.id: each for each in visitor.measured}
    films = [measured.get(each.id) or _not_played(each, known[each.id]) for each in stretches]
    return Bench(
        tuple(each for each in films if each is not None), screen, os.cpu_count() or 1, visitor.whole or not playable
    )


def _run_with(
    visitor: Visitor,
    observer: Observer,
    exhibition: Exhibition,
    stretches: list[Stretch],
    seconds: float,
    run: RunKiosk,
) -> None:
    def adapted(loaded: Loaded) -> Loaded:
        # Without files to watch: a change that is saved meanwhile would bring the exhibition itself back.
        return replace(
            loaded, exhibition=measurable(exhibition, stretches, seconds), problems=[], files=(), captions=()
        )

    thread = Thread(target=visitor.visit, name="visitor", daemon=True)
    thread.start()
    try:
        with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as state:
            code = run(exhibition.folder, observed=observer, adapted=adapted, state=Path(state))
    finally:
        observer.close()
        thread.join()
    if code:
        raise NotMeasured("The kiosk did not run; the lines above say why.")


def _not_played(stretch: Stretch, answer: Answer) -> Measured | None:
    return Measured(stretch, answer, failure=answer.reason) if isinstance(answer, Unplayable) else None


def _degrees() -> float | None:
    return max((degrees for _, degrees in heat.degrees_of(Machine())), default=None)
