"""Processor time while a film plays on the full screen with its sound decoded."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.contestants import Contestant, others, ours, present
from tests.bench.film import benchmark_film
from tests.bench.players import wait_for_film
from tests.bench.processes import load, processor_seconds
from tests.bench.report import Section, Verdict, median, spread
from tests.bench.rounds import turns
from tests.bench.screen import Screen

SETTLE = 2.0
"""Seconds of film before the clock starts: opening the file is not playing it."""

BARS: dict[str, tuple[str, Callable[[float], bool]]] = {
    "cvlc --vout xcb_x11": ("≤ 1.08 ×", lambda ratio: ratio <= 1.08),
    "mpv --vo=x11": ("< 0.95 ×", lambda ratio: ratio < 0.95),
}


def run(*, quick: bool = False) -> list[Section]:
    """Over 20 s in five rounds and over 60 s in three; quickly, 10 s in one."""
    return [_over(10, 1)] if quick else [_over(20, 5), _over(60, 3)]


def _over(seconds: int, rounds: int) -> Section:
    section = Section(
        f"Processor time, {seconds} s of playing",
        f"User and system time of all processes of the player and of its X server over {seconds} s, "
        f"after {SETTLE:.0f} s of film; {rounds} rounds in alternating order.",
        ["player", "seconds, median", "from … to", "of it X server", "ours ÷ it"],
    )
    film = benchmark_film(80)
    contestants = present([ours(), *others()], section.notes)
    spent: dict[str, list[tuple[float, float]]] = {each.name: [] for each in contestants}
    for _, each in turns(contestants, rounds):
        spent[each.name].append(_measure(each, film, seconds))
    own = median([whole for whole, _ in spent["ours"]]) if "ours" in spent else None
    for name, runs in spent.items():
        whole = [each for each, _ in runs]
        ratio = own / median(whole) if own else None
        row = [name, f"{median(whole):.2f}", spread(whole, 2), f"{median([x for _, x in runs]):.2f}"]
        section.rows.append([*row, f"{ratio:.2f}" if ratio else "–"])
        if ratio and name in BARS:
            bar, reached = BARS[name]
            section.verdicts.append(Verdict(f"{bar} {name}", f"{ratio:.2f} × {name}", reached(ratio)))
    section.notes.append(f"Load averages at the end: {load()}.")
    return section


def _measure(contestant: Contestant, film: Path, seconds: float) -> tuple[float, float]:
    """Processor seconds of everything, and of the X server alone."""
    with Screen() as screen, contestant.play(film, screen) as pids:
        wait_for_film(screen)
        time.sleep(SETTLE)
        before, server_before = processor_seconds([*pids(), screen.pid]), processor_seconds([screen.pid])
        time.sleep(seconds)
        after, server_after = processor_seconds([*pids(), screen.pid]), processor_seconds([screen.pid])
    return after - before, server_after - server_before
