"""Builds the kiosk, starts it in order, and stops it in reverse."""

import gc
import logging
import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType

from kiosk.backstage.diary import Diary
from kiosk.changes.inventory import Inventory
from kiosk.clock import SystemClock
from kiosk.config.load import Loaded, load_exhibition
from kiosk.exhibition.when import on_clock
from kiosk.heartbeat import Heartbeat
from kiosk.memory import share_arenas, without_collecting
from kiosk.projection.booth import Booth
from kiosk.projection.facts import FactsDesk
from kiosk.projection.loudness import LoudnessDesk
from kiosk.projection.restarts import LeftOut
from kiosk.trace import Trace
from kiosk.usb.mounts import Stick, plugged_in
from kiosk.usb.place import Place

LOG = logging.getLogger(__name__)

_TURN_SECONDS = 0.001
"""So long a thread works on while another one waits; Python's own five times as much would cost a frame its moment."""


def run_kiosk(
    folder: Path,
    *,
    window: tuple[int, int] | None = None,
    trace: Path | None = None,
    trace_frames: bool = False,
    sticks: Callable[[], list[Stick]] = plugged_in,
    at: datetime | None = None,
    observed: Trace | None = None,
    adapted: Callable[[Loaded], Loaded] = lambda loaded: loaded,
    state: Path | None = None,
) -> int:
    """Show the exhibition in ``folder`` until SIGTERM.

    ``window``: size in pixels of a window with a frame; None for what ``kiosk.yaml`` says. ``trace``: a file that
    gets a line of JSON for everything that happens. ``sticks`` tells which are plugged in. ``at``: a moment of the
    exhibition's clock (without a time zone) that is taken for now, to rehearse. ``observed`` hears what else would be
    written to ``trace``; ``adapted`` makes another exhibition of the one that was read; ``state`` is where what happens
    is kept, None for where it belongs. Answers 0 after a clean end, 2 if there is no display, 1 if the kiosk gave up
    after too many errors.
    """
    share_arenas(1)
    sys.setswitchinterval(_TURN_SECONDS)
    stopping = _StopSignal()
    clock = SystemClock()
    heart = Heartbeat(clock)  # before the projectors start: they inherit what it leaves
    wake = Wake()
    with ExitStack() as last_first:
        record = observed or Trace(trace, clock, frames=trace_frames)
        last_first.callback(record.close)
        diary = Diary(clock)
        logging.getLogger().addHandler(diary)
        last_first.callback(logging.getLogger().removeHandler, diary)
        # The projectors' processes take longest to start, so they go first.
        left_out = LeftOut()
        booth = Booth(clock, wake, left_out=left_out)
        last_first.callback(booth.close)
        inventory = Inventory(clock)
        facts = FactsDesk(clock, cache_folder() / "facts.json", wake, inventory)
        last_first.callback(facts.close)
        loudness = LoudnessDesk(clock, cache_folder() / "loudness.json", facts.identity, wake)
        last_first.callback(loudness.close)
        folder = folder.absolute()
        finish_copying(folder)
        with without_collecting():
            loaded = adapted(load_exhibition(folder, texts=False))
        facts.begin()
        report_problems(loaded)
        if at is not None:
            clock.shift = shift_to(at, loaded)

        # The screen's modules are imported only now, while the projectors start.
        from kiosk.captions.desk import CaptionDesk
        from kiosk.session import NoDisplayError, Session

        captions = CaptionDesk(cache_folder() / "captions", wake, inventory.identity)
        last_first.callback(captions.close)
        try:
            session = Session(
                folder,
                loaded,
                window,
                booth=booth,
                facts=facts,
                loudness=loudness,
                captions=captions,
                left_out=left_out,
                clock=clock,
                trace=record,
                cache=cache_folder(),
                state=state or state_folder(),
                wake=wake,
                inventory=inventory,
                sticks=sticks,
                heart=heart,
                diary=diary,
            )
        except NoDisplayError as error:
            LOG.error(
                "There is no display to show the kiosk on (%s). Start it from a desktop, or run: ./run tour", error
            )
            return 2
        last_first.callback(session.close)
        last_first.callback(heart.ending)
        gc.collect()
        gc.freeze()  # what was built so far stays; looking through it again and again costs frames
        return session.run(stopping)


def cache_folder() -> Path:
    """Where what can be found out again is kept: ``film-kiosk`` in ``$CACHE_DIRECTORY`` or ``$XDG_CACHE_HOME``."""
    base = os.environ.get("CACHE_DIRECTORY") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "film-kiosk"


def state_folder() -> Path:
    """Where what happened is kept: ``film-kiosk`` in ``$STATE_DIRECTORY`` or ``$XDG_STATE_HOME``."""
    base = os.environ.get("STATE_DIRECTORY") or os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "film-kiosk"


def finish_copying(folder: Path) -> None:
    """What a stick brought may have been cut off by the end of the power."""
    try:
        Place.of(folder).recover()
    except (OSError, ValueError) as error:
        LOG.warning("What was left beside the exhibition from a stick could not be cleared away: %s", error)


def report_problems(loaded: Loaded) -> None:
    """Say in the log what is wrong with the exhibition, a line each."""
    for problem in loaded.problems:
        LOG.warning("%s", problem)


def shift_to(at: datetime, loaded: Loaded) -> timedelta:
    """How far the clock has to be put on for it to be ``at`` in the exhibition."""
    zone = loaded.exhibition.hours.zone if loaded.exhibition else None
    return on_clock(at, zone) - datetime.now(UTC)


class Wake:
    """Ends the frame loop's sleep from any thread, once there is a window to sleep in."""

    def __init__(self) -> None:
        self.window: Callable[[], None] | None = None

    def __call__(self) -> None:
        if self.window:
            self.window()


class _StopSignal:
    """True once somebody asked the process to end."""

    def __init__(self) -> None:
        self._asked = False
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._ask)

    def __bool__(self) -> bool:
        return self._asked

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True
