"""A thousand changeovers in one run: whether the last are as good as the first, and what they cost in memory."""

from tests.bench import listening, our_kiosk
from tests.bench.processes import load, memory
from tests.bench.report import Section, Verdict
from tests.bench.seam_count import count_seams
from tests.bench.seams import CASES, COLUMNS, Outcome, cells, playing
from tests.bench.watching import watch

CASE = next(case for case in CASES if case.name == "one file, 25 fps, with sound")
BAR_GROWTH = 3.0
"""Per cent."""


def run(*, quick: bool = False) -> list[Section]:
    """1,000 changeovers, memory after 50 and after the last; quickly, 60, memory after 10."""
    settled, count = (10, 60) if quick else (50, 1000)
    section = Section(
        f"{count} changeovers",
        "One clip over and over, with sound into a null sink; the screen is read as under Seams. Memory: of all "
        f"processes of the kiosk, every page counted once, after {settled} changeovers and after the last.",
        ["", *COLUMNS],
    )
    if missing := our_kiosk.missing() or listening.missing():
        section.notes.append(f"ours was not measured: {missing}.")
        return [section]
    parts, used = [], []
    with playing(CASE) as (screen, _, pilot):
        for seams in (settled, count - settled):
            watched = watch(screen, CASE.seconds * (seams + 1))
            parts.append(Outcome(count_seams(watched.frames, CASE.clips), watched, None))
            used.append(memory(our_kiosk.processes(pilot)).proportional)
    for name, outcome in zip((f"the first {settled}", "the others"), parts, strict=True):
        section.rows.append([name, *cells(CASE.clips, outcome)])
        marks = outcome.marks()
        section.verdicts.append(Verdict(f"{name}: no mark", "; ".join(marks) or "no mark", not marks))
    growth = 100 * (used[1] / used[0] - 1)
    measured = f"{used[0]:.1f} MB, then {used[1]:.1f} MB: {growth:+.1f} %"
    section.verdicts.append(Verdict(f"memory within {BAR_GROWTH:.0f} %", measured, abs(growth) <= BAR_GROWTH))
    section.notes.append(f"Load averages at the end: {load()}.")
    return [section]
