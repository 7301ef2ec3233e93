"""Whether every frame of a film comes onto the screen, and in time."""

import time
from dataclasses import dataclass

from tests.bench.contestants import Contestant, others, ours, present
from tests.bench.film import RATE, benchmark_film
from tests.bench.players import wait_for_film
from tests.bench.processes import load
from tests.bench.report import Section, Verdict, percentile
from tests.bench.rounds import turns
from tests.bench.screen import Screen
from tests.bench.watching import Watched, watch

INTERVAL = 1 / RATE
LATE = 1.5 * INTERVAL


@dataclass(frozen=True, slots=True)
class Count:
    """How regular it was. ``late``: frames that came more than 1.5 intervals after the one before them."""

    frames: int
    late: int
    lost: int
    intervals: list[float]
    longest_blink: float
    looks_a_second: float


def count(watched: Watched) -> Count:
    """Count late and lost frames in what was watched."""
    late = lost = 0
    intervals = []
    for (before, number), (at, following) in zip(watched.frames, watched.frames[1:], strict=False):
        lost += max(0, following - number - 1)
        intervals.append(at - before)
        late += following == number + 1 and at - before > LATE
    return Count(len(watched.frames), late, lost, intervals, watched.longest_blink, watched.looks_a_second)


def run(*, quick: bool = False) -> list[Section]:
    """60 s twice; quickly, 10 s once."""
    seconds, rounds = (10, 1) if quick else (60, 2)
    section = Section(
        f"Regularity, {seconds} s",
        "The X screen is read some 700 times a second; every frame carries its number. Late: more than 1.5 intervals "
        f"(60 ms) after the frame before it. Lost: a number that never appeared. {rounds} rounds in alternating order.",
        ["player", "round", "frames", "late", "lost", "interval p1 … p99, ms", "longest, ms", "longest blink, ms"],
    )
    bad = []
    for number, each in turns(present([ours(), *others(with_mpv=False)], section.notes), rounds):
        found = _measure(each, seconds)
        low, high, top = (1000 * each_ms for each_ms in (*_middle(found.intervals), max(found.intervals)))
        row = [each.name, str(number + 1), str(found.frames), str(found.late), str(found.lost)]
        section.rows.append([*row, f"{low:.0f} … {high:.0f}", f"{top:.0f}", f"{1000 * found.longest_blink:.0f}"])
        if each.name == "ours":
            bad.append(found.late + found.lost)
    if bad:
        text = " and ".join(str(each) for each in bad)
        section.verdicts.append(Verdict("0 late or lost", f"{text} in {seconds} s each", not any(bad)))
    section.notes.append(f"Load averages at the end: {load()}. A blink is the measurement itself not looking.")
    return [section]


def _middle(intervals: list[float]) -> tuple[float, float]:
    return percentile(intervals, 0.01), percentile(intervals, 0.99)


def _measure(contestant: Contestant, seconds: float) -> Count:
    with Screen() as screen, contestant.play(benchmark_film(80), screen):
        wait_for_film(screen)
        time.sleep(1.0)
        return count(watch(screen, seconds))
