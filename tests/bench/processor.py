"""Processor time while a film plays on the full screen with its sound decoded."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.contestants import Contestant, others, ours, present
from tests.bench.film import RATE, benchmark_film
from tests.bench.players import wait_for_film
from tests.bench.processes import load, processor_seconds
from tests.bench.report import Section, Verdict, median, spread
from tests.bench.rounds import turns
from tests.bench.screen import Screen
from tests.bench.watching import watch

SETTLE = 2.0
"""Seconds of film before the clock starts: opening the file is not playing it."""

GLANCE = 0.012
"""Seconds between two looks at the screen: enough to count frames, too few to disturb."""

ENOUGH = 0.98
"""A player that showed fewer of the film's frames did not do the work; its seconds say nothing."""

BARS: dict[str, tuple[str, Callable[[float], bool]]] = {
    "cvlc --vout xcb_x11": ("≤ 1.08 ×", lambda ratio: ratio <= 1.08),
    "mpv --vo=x11": ("< 0.95 ×", lambda ratio: ratio < 0.95),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds of everything and of the X server alone, and the share (0 to 1) of frames that were shown."""

    whole: float
    server: float
    shown: float


def run(*, quick: bool = False) -> list[Section]:
    """Over 20 s in five rounds and over 60 s in three; quickly, 10 s in one."""
    return [_over(10, 1)] if quick else [_over(20, 5), _over(60, 3)]


def _over(seconds: int, rounds: int) -> Section:
    section = Section(
        f"Processor time, {seconds} s of playing",
        f"User and system time of all processes of the player and of its X server over {seconds} s, "
        f"after {SETTLE:.0f} s of film; {rounds} rounds in alternating order. Dropped frames save work: shown is the "
        "share of the film's frames that came onto the screen.",
        ["player", "seconds, median", "from … to", "of it X server", "shown", "ours ÷ it"],
    )
    film = benchmark_film(80)
    costs: dict[str, list[Cost]] = {}
    for _, each in turns(present([ours(), *others()], section.notes), rounds):
        costs.setdefault(each.name, []).append(_measure(each, film, seconds))
    own = median([each.whole for each in costs["ours"]]) if "ours" in costs else None
    for name, runs in costs.items():
        _add(section, name, runs, own)
    section.notes.append(f"Load averages at the end: {load()}.")
    return section


def _add(section: Section, name: str, runs: list[Cost], own: float | None) -> None:
    whole = [each.whole for each in runs]
    shown = median([each.shown for each in runs])
    ratio = own / median(whole) if own else None
    row = [name, f"{median(whole):.2f}", spread(whole, 2), f"{median([each.server for each in runs]):.2f}"]
    section.rows.append([*row, f"{100 * shown:.1f} %", f"{ratio:.2f}" if ratio else "–"])
    if ratio and name in BARS:
        bar, reached = BARS[name]
        section.verdicts.append(Verdict(f"{bar} {name}", f"{ratio:.2f} × {name}", reached(ratio)))
    if shown < ENOUGH:
        section.notes.append(
            f"{name} dropped frames, the machine was too busy: its seconds are too low to compare with."
        )


def _measure(contestant: Contestant, film: Path, seconds: float) -> Cost:
    with Screen() as screen, contestant.play(film, screen) as pids:
        wait_for_film(screen)
        time.sleep(SETTLE)
        before, server_before = processor_seconds([*pids(), screen.pid]), processor_seconds([screen.pid])
        watched = watch(screen, seconds, pause=GLANCE)
        after, server_after = processor_seconds([*pids(), screen.pid]), processor_seconds([screen.pid])
    return Cost(after - before, server_after - server_before, len(watched.frames) / (watched.seconds * RATE))
