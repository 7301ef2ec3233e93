"""How long frames take while visitors scroll and while one screen becomes another."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.tour.pilot import Pilot
from tests.bench import our_kiosk
from tests.bench.exhibition import Showing
from tests.bench.film import benchmark_film
from tests.bench.processes import load
from tests.bench.report import Section, Verdict, median, percentile
from tests.bench.screen import Screen

FILMS = 14
"""More than fit the screen, so that the cards scroll."""

BAR_MS = 16.7
LINGER = 0.3
"""Seconds after a scene has come to rest that still belong to the movement before."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Milliseconds from the beginning of a frame to its presentation, and those that its thread worked."""

    wall: float
    spent: float


@dataclass(slots=True)
class Movements:
    """When what moved: name, from, to (monotonic seconds)."""

    pilot: Pilot
    spans: list[tuple[str, float, float]] = field(default_factory=list)

    @contextmanager
    def called(self, name: str) -> Iterator[None]:
        begun = time.monotonic()
        yield
        time.sleep(LINGER)
        self.spans.append((name, begun, time.monotonic()))

    def tap(self, name: str, target: str, **scene: Any) -> None:
        """Tap a target and wait for the scene that follows."""
        time.sleep(0.4)
        after = self.pilot.mark()
        with self.called(name):
            self.pilot.tap(target)
            self.pilot.wait_for_scene(after=after, **scene)

    def fling(self, down: bool) -> None:
        """A drag over half the screen, let go while it moves; then it glides."""
        time.sleep(0.4)
        width, height = self.pilot.display.size
        ends = [(width // 2, round(height * share)) for share in ((0.8, 0.3) if down else (0.3, 0.8))]
        with self.called("scrolling"):
            self.pilot.drag(ends, 0.35)
            time.sleep(1.5)


def run(*, quick: bool = False) -> list[Section]:
    """Five walks through all screens; quickly, one."""
    walks = 1 if quick else 5
    section = Section(
        "Frames while something moves",
        f"The real kiosk with {FILMS} films, tapped and dragged through {walks} times. A frame: from the beginning of "
        "its turn (touches heard, visit stepped, scene painted) to the window presented; in ms. Processor: what its "
        "thread worked in that time.",
        ["movement", "frames", "median", "p95", "longest", "processor, p95", "most"],
    )
    if our_kiosk.missing():
        section.notes.append(f"ours was not measured: {our_kiosk.missing()}.")
        return [section]
    by_name = _measure(walks)
    for name, frames in by_name.items():
        wall, spent = [each.wall for each in frames], [each.spent for each in frames]
        cells = (median(wall), percentile(wall, 0.95), max(wall), percentile(spent, 0.95), max(spent))
        section.rows.append([name, str(len(frames)), *(f"{each:.1f}" for each in cells)])
    scrolling = by_name.pop("scrolling")
    for kind, frames in (
        ("scrolling", scrolling),
        ("transitions", [each for some in by_name.values() for each in some]),
    ):
        p95 = percentile([each.wall for each in frames], 0.95)
        section.verdicts.append(Verdict(f"p95 ≤ {BAR_MS} ms", f"{kind} {p95:.1f} ms", p95 <= BAR_MS))
    section.notes.append(f"Load averages at the end: {load()}. On a busy machine a frame waits for its processor.")
    return [section]


def _measure(walks: int) -> dict[str, list[Frame]]:
    """Every frame by the movement that it belongs to."""
    folder = our_kiosk.exhibition_folder([Showing(f"film-{number}", benchmark_film(20)) for number in range(FILMS)])
    command = (sys.executable, "-P", "-m", "tests.bench.timed_kiosk", "run")
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as work:
        times = Path(work) / "frames"
        os.environ["KIOSK_FRAME_TIMES"] = str(times)
        with Screen() as screen, Pilot(screen, folder, Path(work), command=command) as pilot:
            movements = Movements(pilot)
            for _ in range(walks):
                _walk(movements)
            pilot.stop()
        frames = [tuple(map(float, line.split())) for line in times.read_text(encoding="utf-8").splitlines()]
    found: dict[str, list[Frame]] = {}
    for name, begun, ended in movements.spans:
        those = [
            Frame(1000 * (shown - since), 1000 * spent) for since, shown, spent in frames if begun <= since <= ended
        ]
        found.setdefault(name, []).extend(those)
    return found


def _walk(movements: Movements) -> None:
    """Once through everything that moves, from the attract loop or the cards, ending at the cards."""
    pilot = movements.pilot
    if not pilot.scene or pilot.scene.screen != "browse":
        time.sleep(1.0)
        with movements.called("attract to cards"):
            pilot.wake()
    for down in (True, True, False, False, False):
        movements.fling(down)
    movements.tap("another language", "language", screen="browse", language="ar")
    movements.tap("another language", "language", screen="browse", language="en")
    card = next(name for name in pilot.scene.targets if name.startswith("card:")) if pilot.scene else "card:film-0"
    movements.tap("card to film page", card, screen="film")
    movements.tap("another language", "language", screen="film", language="ar")
    movements.tap("another language", "language", screen="film", language="en")
    movements.tap("back to cards", "back", screen="browse")
