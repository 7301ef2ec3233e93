"""What the kiosk costs while its cards stand still and nobody is there."""

import time

from tests.bench import our_kiosk
from tests.bench.exhibition import Showing
from tests.bench.film import benchmark_film
from tests.bench.processes import load, processor_seconds
from tests.bench.report import Section, Verdict
from tests.bench.screen import Screen

SETTLE = 4.0
"""Seconds after the cards have come to rest: what is prepared ahead is done by then."""

BAR_PERCENT = 2.0


def run(*, quick: bool = False) -> list[Section]:
    """30 s twice; quickly, 10 s once."""
    seconds, rounds = (10, 1) if quick else (30, 2)
    section = Section(
        "A resting browse screen",
        f"User and system time over {seconds} s, as a share of one core, {SETTLE:.0f} s after the cards came to rest.",
        ["round", "kiosk's own process", "all its processes", "with its X server"],
    )
    if our_kiosk.missing():
        section.notes.append(f"ours was not measured: {our_kiosk.missing()}.")
        return [section]
    shares = [_measure(seconds) for _ in range(rounds)]
    section.rows += [[str(number + 1), *(f"{each:.2f} %" for each in row)] for number, row in enumerate(shares)]
    worst = max(row[2] for row in shares)
    section.verdicts.append(
        Verdict(f"≤ {BAR_PERCENT:.0f} % of a core", f"{worst:.2f} % with the X server", worst <= BAR_PERCENT)
    )
    section.notes.append(f"Load averages at the end: {load()}.")
    return [section]


def _measure(seconds: float) -> tuple[float, float, float]:
    with Screen() as screen, our_kiosk.running(screen, [Showing("only", benchmark_film(20))]) as pilot:
        time.sleep(0.5)
        pilot.wake()
        time.sleep(SETTLE)
        own = our_kiosk.processes(pilot)
        groups = ([pilot.process.pid], own, [*own, screen.pid])
        before = [processor_seconds(group) for group in groups]
        time.sleep(seconds)
        after = [processor_seconds(group) for group in groups]
    first, second, third = (100 * (end - start) / seconds for start, end in zip(before, after, strict=True))
    return first, second, third
