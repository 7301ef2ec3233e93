"""Memory of everything while a film plays."""

import time

from tests.bench.contestants import Contestant, others, ours, present
from tests.bench.film import benchmark_film
from tests.bench.players import wait_for_film
from tests.bench.processes import Memory, memory
from tests.bench.report import Section, Verdict, median
from tests.bench.rounds import turns
from tests.bench.screen import Screen

PLAYED = 10.0
"""Seconds of film before the memory is read."""

BAR_MB = 450


def run(*, quick: bool = False) -> list[Section]:
    """Three rounds; quickly, one."""
    rounds = 1 if quick else 3
    section = Section(
        "Memory while playing",
        f"All processes of the player after {PLAYED:.0f} s of film, in MB, median of {rounds}. Proportional (PSS): "
        "every page counted once, shared ones divided among those who share them. Resident (RSS): a shared page "
        "counted in every process that has it.",
        ["player", "processes", "proportional", "resident", "its X server, proportional"],
    )
    seen: dict[str, list[tuple[int, Memory, Memory]]] = {}
    for _, each in turns(present([ours(), *others()], section.notes), rounds):
        seen.setdefault(each.name, []).append(_measure(each))
    for name, runs in seen.items():
        proportional, resident = (
            median([getattr(own, kind) for _, own, _ in runs]) for kind in ("proportional", "resident")
        )
        server = median([server.proportional for _, _, server in runs])
        section.rows.append([name, str(runs[0][0]), f"{proportional:.0f}", f"{resident:.0f}", f"{server:.0f}"])
        if name == "ours":
            section.verdicts.append(
                Verdict(
                    f"≤ {BAR_MB} MB",
                    f"{proportional:.0f} MB proportional, {resident:.0f} MB resident",
                    proportional <= BAR_MB,
                )
            )
    return [section]


def _measure(contestant: Contestant) -> tuple[int, Memory, Memory]:
    with Screen() as screen, contestant.play(benchmark_film(80), screen) as pids:
        wait_for_film(screen)
        time.sleep(PLAYED)
        living = pids()
        return len(living), memory(living), memory([screen.pid])
