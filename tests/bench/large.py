"""An exhibition of a thousand films with a loop of a thousand items: start, scrolling, memory, a saved change."""

import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from kiosk.tour.pilot import Pilot
from tests.bench import our_kiosk
from tests.bench.frames import Movements
from tests.bench.large_exhibition import FILMS, large_exhibition
from tests.bench.processes import load, memory
from tests.bench.report import Section, Verdict, median, percentile, spread
from tests.bench.screen import Screen
from tests.bench.watching import watch

BAR_START, BAR_FRAME_MS, BAR_MB, BAR_RELOAD = 3.0, 16.7, 350, 1.0
BAR_HELD_MS = 60.0
"""How long a frame of the loop, at 25 a second, may stay on the screen while a change is read."""
BAR_GROWTH = 3.0
"""Per cent between the memory after the first screens that were scrolled through and after the last."""

COMMAND = (sys.executable, "-P", "-m", "tests.bench.timed_kiosk", "run")
TAKEN = "is shown as it is now"


@dataclass(slots=True)
class _Seen:
    """What one kiosk showed: seconds to its first picture, of its saved changes, and MB of its process.

    ``held``: the longest frame of the loop around each change, in ms; ``otherwise``: around moments without one.
    """

    start: float = 0.0
    reloads: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    otherwise: list[float] = field(default_factory=list)
    scrolling: list[float] = field(default_factory=list)
    resident: list[float] = field(default_factory=list)
    proportional: list[float] = field(default_factory=list)


def run(*, quick: bool = False) -> list[Section]:
    """Four starts, 24 flings and 8 saved changes; quickly, one start, six flings and one change."""
    starts, flings, changes = (1, 6, 1) if quick else (4, 24, 8)
    section = Section(
        "A thousand films",
        f"{FILMS} films with distinct stills of 1920×1080 and texts in two languages, a loop of {FILMS} items. Start: "
        "from starting the program to the first numbered frame on the screen; the first one knows nothing about the "
        "files. Scrolling: frames during flings through the cards, as under Frames. A saved change: from writing the "
        "playlist to its being shown, and the longest that a frame of the loop stood meanwhile. Memory: of the "
        "kiosk's own process, every page that is resident in it, shared ones in full.",
        ["", "median", "from … to"],
    )
    if our_kiosk.missing():
        section.notes.append(f"ours was not measured: {our_kiosk.missing()}.")
        return [section]
    folder = large_exhibition()
    with _own_cache():
        first = _start(folder)
        later = [_start(folder) for _ in range(starts)]
        seen = _use(folder, flings, changes)
    frame, worst = percentile(seen.scrolling, 0.95), max(seen.scrolling)
    growth = 100 * (seen.resident[-1] / seen.resident[0] - 1)
    section.rows += [
        ["first start, s", f"{first:.2f}", ""],
        ["later starts, s", f"{median(later):.2f}", spread(later, 2)],
        ["frame while scrolling, ms", f"{median(seen.scrolling):.1f}", f"p95 {frame:.1f}, longest {worst:.1f}"],
        ["saved change, s", f"{median(seen.reloads):.2f}", spread(seen.reloads, 2)],
        ["longest held frame, ms", f"{median(seen.held):.0f}", spread(seen.held, 0)],
        ["the same without a change, ms", f"{median(seen.otherwise):.0f}", spread(seen.otherwise, 0)],
        ["resident, MB", f"{seen.resident[-1]:.0f}", spread(seen.resident, 0)],
        ["proportional, MB", f"{seen.proportional[-1]:.0f}", spread(seen.proportional, 0)],
    ]
    section.verdicts += [
        Verdict(
            f"start ≤ {BAR_START} s", f"first {first:.2f}, later {max(later):.2f} s", max(first, *later) <= BAR_START
        ),
        Verdict(f"scrolling p95 ≤ {BAR_FRAME_MS} ms", f"{frame:.1f} ms", frame <= BAR_FRAME_MS),
        Verdict(f"memory ≤ {BAR_MB} MB", f"{max(seen.resident):.0f} MB", max(seen.resident) <= BAR_MB),
        Verdict(f"memory flat within {BAR_GROWTH:.0f} %", f"{growth:+.1f} %", growth <= BAR_GROWTH),
        Verdict(f"saved change ≤ {BAR_RELOAD} s", f"{median(seen.reloads):.2f} s", median(seen.reloads) <= BAR_RELOAD),
        Verdict(
            f"no frame held > {BAR_HELD_MS:.0f} ms", f"{median(seen.held):.0f} ms", median(seen.held) <= BAR_HELD_MS
        ),
    ]
    section.notes.append(f"Load averages at the end: {load()}.")
    return [section]


@contextmanager
def _own_cache() -> Iterator[None]:
    """Nothing that an earlier kiosk found out is known."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as cache, ExitStack() as last:
        before = os.environ.get("XDG_CACHE_HOME")
        os.environ["XDG_CACHE_HOME"] = cache
        last.callback(lambda: os.environ.pop("XDG_CACHE_HOME") if before is None else _restore(before))
        yield


def _restore(before: str) -> None:
    os.environ["XDG_CACHE_HOME"] = before


def _start(folder: Path) -> float:
    """Seconds from starting the program to the first frame on the screen."""
    with Screen() as screen, tempfile.TemporaryDirectory(prefix="kiosk-bench-") as work:
        pilot = Pilot(screen, folder, Path(work))
        begun = time.monotonic()
        try:
            pilot.start()
            watched = watch(screen, 10.0, frames=1)
            pilot.stop()
        finally:
            pilot.close()
    if not watched.frames:
        raise TimeoutError("no attract picture 10 s after the kiosk was ready")
    return watched.frames[0][0] - begun


def _use(folder: Path, flings: int, changes: int) -> _Seen:
    """Change the playlist while the loop runs, then scroll through the cards."""
    seen = _Seen()
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as work:
        times = Path(work) / "frames"
        os.environ["KIOSK_FRAME_TIMES"] = str(times)
        with Screen() as screen, Pilot(screen, folder, Path(work), command=COMMAND) as pilot:
            time.sleep(3.0)
            saved = [_change(folder, Path(work) / "kiosk.log", number) for number in range(changes)]
            quiet = [_no_change() for _ in range(changes)]
            movements = Movements(pilot)
            pilot.wake()
            for number in range(flings):
                movements.fling(down=number % 6 != 5)
                if number % 6 == 5:
                    used = memory([pilot.process.pid])
                    seen.resident.append(used.resident)
                    seen.proportional.append(used.proportional)
            pilot.stop()
        frames = [tuple(map(float, line.split())) for line in times.read_text(encoding="utf-8").splitlines()]
    seen.reloads = [taken - begun for begun, taken in saved]
    seen.held, seen.otherwise = ([_longest(frames, *span) for span in spans] for spans in (saved, quiet))
    for _, begun, ended in movements.spans:
        seen.scrolling += [1000 * (end - since) for since, end, _ in frames if begun <= since <= ended]
    return seen


def _longest(frames: Iterable[tuple[float, ...]], begun: float, taken: float) -> float:
    """The longest that a frame stood around a change, in ms."""
    shown = [end for _, end, *_ in frames if begun - 0.1 <= end <= taken + 0.5]
    return 1000 * max(later - end for end, later in pairwise(shown))


def _no_change() -> tuple[float, float]:
    """As long as a change, and nothing is changed."""
    time.sleep(2.0)
    ended = time.monotonic()
    time.sleep(0.6)
    return ended - 0.6, ended


def _change(folder: Path, log: Path, number: int) -> tuple[float, float]:
    """Save the playlist with another title; when it was saved, and when the kiosk said that it is shown."""
    playlist = folder / "playlists" / "films.yaml"
    text = playlist.read_text(encoding="utf-8")
    said = log.read_text(encoding="utf-8").count(TAKEN)
    playlist.write_text(text.replace("year: 1950", f"year: {1930 + number}", 1), encoding="utf-8")
    begun = time.monotonic()
    while log.read_text(encoding="utf-8").count(TAKEN) == said:
        if time.monotonic() - begun > 20:
            raise TimeoutError("a saved change was not taken within 20 s")
        time.sleep(0.005)
    taken = time.monotonic()
    time.sleep(2.0)
    return begun, taken
