"""Whether two films that cross keep their time, and what a frame with both of them takes to be drawn."""

import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from kiosk.tour.pilot import Pilot
from tests.bench import our_kiosk
from tests.bench.exhibition import Showing
from tests.bench.film import PLACE_DOWN, RATE, crossing_film
from tests.bench.number import StripReader
from tests.bench.processes import load
from tests.bench.report import Section, Verdict, median, percentile
from tests.bench.screen import Screen
from tests.bench.watching import PAUSE, attentive
from tests.journeys.exhibitions import write_yaml

SECONDS, OVER = 6, 1.2
LATE = 1.5 / RATE
BAR_MS = 16.7


@dataclass(slots=True)
class Crossing:
    """One crossfade as far as both numbers could be read. ``frames``: of both films, monotonic seconds and number."""

    frames: tuple[list[tuple[float, int]], list[tuple[float, int]]] = field(default_factory=lambda: ([], []))
    begins: float = 0.0
    ends: float = 0.0


def run(*, quick: bool = False) -> list[Section]:
    """40 crossfades; quickly, 5."""
    count = 5 if quick else 40
    section = Section(
        f"Crossfades, {count} of {OVER} s",
        f"Two films of {SECONDS} s, 1080p25 with sound, cross over and over in the attract loop, and their titles too. "
        "Both carry numbers, each where the other is grey, and the X screen is read some 500 times a second while both "
        f"can be read. Late: more than 1.5 intervals ({1000 * LATE:.0f} ms) after the frame before it. Drawn: from the "
        "beginning of a turn of the frame loop to the window presented.",
        ["", "frames", "late", "lost", "interval, median, ms", "longest, ms"],
    )
    if our_kiosk.missing():
        section.notes.append(f"ours was not measured: {our_kiosk.missing()}.")
        return [section]
    crossings, drawn, blink = _measure(count)
    bad = 0
    for place, name in enumerate(("first film", "second film")):
        steps = [pair for each in crossings for pair in pairwise(each.frames[place])]
        gaps = [after - before for (before, _), (after, _) in steps]
        late = sum(after - before > LATE for ((before, one), (after, two)) in steps if two == one + 1)
        lost = sum(max(0, two - one - 1) for ((_, one), (_, two)) in steps)
        bad += late + lost
        frames = sum(len(each.frames[place]) for each in crossings)
        row = [name, str(frames), str(late), str(lost), f"{1000 * median(gaps):.1f}", f"{1000 * max(gaps):.1f}"]
        section.rows.append(row)
    inside = [1000 * took for at, took in drawn if any(each.begins <= at <= each.ends for each in crossings)]
    p95 = percentile(inside, 0.95)
    section.verdicts.append(Verdict("0 late or lost of both films", f"{bad} in {len(crossings)} crossfades", bad == 0))
    section.verdicts.append(Verdict(f"drawn, p95 ≤ {BAR_MS} ms", f"{p95:.1f} ms of {len(inside)}", p95 <= BAR_MS))
    section.notes.append(f"A drawn frame: median {median(inside):.1f} ms, longest {max(inside):.1f} ms.")
    section.notes.append(f"Longest blink of the measurement {1000 * blink:.0f} ms; load averages at the end: {load()}.")
    return [section]


def _measure(count: int) -> tuple[list[Crossing], list[tuple[float, float]], float]:
    """Crossfades, frames (when begun, seconds that they took), and the longest time between two looks."""
    films = [crossing_film(SECONDS, place) for place in (0, 1)]
    folder = our_kiosk.exhibition_folder([Showing(f"film-{place}", file) for place, file in enumerate(films)])
    loop = {"transition": "crossfade", "over": f"{OVER} s", "items": [{"file": file.name} for file in films]}
    write_yaml(folder / "playlists" / "loop.yaml", loop)
    command = (sys.executable, "-P", "-m", "tests.bench.timed_kiosk", "run")
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as work:
        times = Path(work) / "frames"
        os.environ["KIOSK_FRAME_TIMES"] = str(times)
        with Screen() as screen, Pilot(screen, folder, Path(work), command=command) as pilot:
            time.sleep(2.0)
            crossings, blink = _watch(screen, count)
            pilot.stop()
        lines = [tuple(map(float, line.split())) for line in times.read_text(encoding="utf-8").splitlines()]
    return crossings, [(begun, shown - begun) for begun, shown, _ in lines], blink


def _watch(screen: Screen, count: int) -> tuple[list[Crossing], float]:
    """Look until ``count`` crossfades are over. One is under way while the numbers of both films can be read."""
    width, height = screen.size
    readers = [StripReader(screen.size, (0, place * PLACE_DOWN, width, height)) for place in (0, 1)]
    found: list[Crossing] = []
    crossing: Crossing | None = None
    blink, before = 0.0, time.monotonic()
    end = before + (count + 3) * SECONDS
    with attentive():
        while (now := time.monotonic()) < end and len(found) < count:
            blink, before = max(blink, now - before), now
            numbers = [reader.read(screen.pixels(reader.rect)) for reader in readers]
            if None not in numbers:
                crossing = crossing or Crossing(begins=now)
                crossing.ends = now
                for seen, number in zip(crossing.frames, numbers, strict=True):
                    if number is not None and (not seen or seen[-1][1] != number):
                        seen.append((now, number))
            elif crossing is not None and now - crossing.ends > OVER:
                found += [crossing] if crossing.ends - crossing.begins > OVER / 3 else []
                crossing = None
            time.sleep(PAUSE)
    if len(found) < count:
        raise RuntimeError(f"only {len(found)} of {count} crossfades were seen")
    return found, blink
