"""From ``./run`` to the first attract picture, set up already."""

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.tour.pilot import Pilot
from tests.bench import our_kiosk
from tests.bench.exhibition import Showing
from tests.bench.film import benchmark_film
from tests.bench.processes import load
from tests.bench.report import Section, Verdict, median, spread
from tests.bench.screen import Screen
from tests.bench.watching import watch

ROOT = Path(__file__).resolve().parents[2]
BAR_SECONDS = 2.5


def run(*, quick: bool = False) -> list[Section]:
    """Six starts, the first not counted; quickly, two."""
    starts = 2 if quick else 6
    section = Section(
        "Start",
        f"From starting ./run to the first frame of the attract loop, in seconds; {starts - 1} starts after one "
        "to warm up. The kiosk's word is its trace (ready), the screen's is the first numbered frame that can be "
        "read from it.",
        ["", "median", "from … to"],
    )
    if our_kiosk.missing():
        section.notes.append(f"ours was not measured: {our_kiosk.missing()}.")
        return [section]
    times = [_measure() for _ in range(starts)][1:]
    for index, name in enumerate(("the kiosk's word", "on the screen")):
        values = [each[index] for each in times]
        section.rows.append([name, f"{median(values):.2f}", spread(values, 2)])
    seen = median([each[1] for each in times])
    section.verdicts.append(Verdict(f"≤ {BAR_SECONDS} s", f"{seen:.2f} s on the screen", seen <= BAR_SECONDS))
    section.notes.append(f"Load averages at the end: {load()}.")
    return [section]


def _measure() -> tuple[float, float]:
    """Seconds till the kiosk said that it is ready, and till a frame was on the screen."""
    folder = our_kiosk.exhibition_folder([Showing("only", benchmark_film(20))])
    with Screen() as screen, tempfile.TemporaryDirectory(prefix="kiosk-bench-") as work, ThreadPoolExecutor() as aside:
        pilot = Pilot(screen, folder, Path(work), command=(str(ROOT / "run"), "run"))
        begun = time.monotonic()
        starting = aside.submit(pilot.start)
        try:
            watched = watch(screen, 15.0, frames=1)
            starting.result()
            ready = pilot.wait_for("ready")
            pilot.stop()
        finally:
            pilot.close()
    if not watched.frames:
        raise TimeoutError("no attract picture 15 s after ./run")
    return ready["at"] - begun, watched.frames[0][0] - begun
