"""What the figures mean: which films this machine plays, and what to do about the others. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kiosk.bench.measured import Bench, Measured
from kiosk.bench.remedies import remedy_for_failure, remedy_for_slowness, remedy_for_waiting
from kiosk.health.doctor.heat import AIR, HOT
from kiosk.projection.contract import MediaFacts

Verdict = Literal["plays", "stutters", "fails"]

SLOW_TAP: Final = 1.0
"""Seconds from a tap to the picture, from which on visitors tap again."""
SLOW_CHANGEOVER: Final = 0.25
"""Seconds for which the frame before a film may stand, beyond its own time, before that looks like a fault."""


@dataclass(frozen=True, slots=True)
class Finding:
    """``code``: what ``docs/installing.md`` explains. ``file``: empty where it is the machine's. ``message`` says what
    is, ``remedy`` what to do about it."""

    code: str
    file: str
    message: str
    remedy: str


def verdict(measured: Measured) -> Verdict:
    if measured.failure:
        return "fails"
    return "plays" if measured.frames.smooth else "stutters"


def findings(bench: Bench) -> list[Finding]:
    """All that is not as it should be, in the order of the films; then the machine's."""
    found: list[Finding] = []
    played = [each for each in bench.films if not each.failure]
    before = {each.stretch.id: played[index - 1] for index, each in enumerate(played)}
    for each in bench.films:
        found += _of_film(each)
        if verdict(each) == "plays":
            found += _of_waiting(each, before[each.stretch.id])
    return found + list(_of_machine(bench))


def plays_everything(bench: Bench) -> bool:
    return bool(bench.films) and bench.whole and not findings(bench)


def summary(bench: Bench) -> str:
    """One line."""
    if not bench.films:
        return "Nothing was measured."
    if plays_everything(bench):
        return "This machine plays everything."
    bad = [each.stretch.name for each in bench.films if verdict(each) != "plays"]
    measured = len(bench.films)
    begun = "" if bench.whole else f"Ended early, after {measured} film{'' if measured == 1 else 's'}. "
    if bad:
        return f"{begun}This machine does not play {_listed(bad)} as it should."
    return f"{begun}This machine plays what was measured{_but(bench)}."


def _listed(names: Sequence[str]) -> str:
    """``a.mp4, b.mp4 and c.mp4``, each once."""
    *first, last = dict.fromkeys(names)
    return f"{', '.join(first)} and {last}" if first else last


def _but(bench: Bench) -> str:
    number = len(findings(bench))
    return f", with {number} finding{'' if number == 1 else 's'}" if number else ""


def _of_film(measured: Measured) -> Iterator[Finding]:
    name, frames = measured.stretch.name, measured.frames
    if measured.failure:
        yield Finding("film.fails", name, f"{name} {measured.failure}.", remedy_for_failure(measured))
    elif not frames.smooth:
        message = (
            f"{name}: {frames.dropped} of {frames.due} frames were dropped and {frames.late} came late{_of(measured)}."
        )
        yield Finding("film.stutters", name, message, remedy_for_slowness(measured))


def _of_waiting(measured: Measured, before: Measured) -> Iterator[Finding]:
    """``before``: the film after which it came in the loop. One that stutters makes the next one wait, too."""
    name = measured.stretch.name
    if measured.tap_to_picture is not None and measured.tap_to_picture > SLOW_TAP:
        message = f"{name}: its picture came {measured.tap_to_picture:.1f} s after the tap."
        yield Finding("film.slow-start", name, message, remedy_for_waiting(measured))
    slow = measured.changeover is not None and measured.changeover > SLOW_CHANGEOVER
    if measured.changeover is not None and slow and verdict(before) == "plays":
        message = f"{name}: in the loop the film before it stood still for {measured.changeover:.1f} s until it came."
        yield Finding("film.slow-changeover", name, message, remedy_for_waiting(measured))


def _of(measured: Measured) -> str:
    """``(3840x2160, 60 frames a second, h264)``"""
    facts = measured.facts
    if not isinstance(facts, MediaFacts):
        return ""
    rate = f"{facts.frame_rate:.3f}".rstrip("0").rstrip(".")
    return f" ({facts.width}x{facts.height}, {rate} frames a second, {facts.codec or 'unknown codec'})"


def _of_machine(bench: Bench) -> Iterator[Finding]:
    hottest = max((each.degrees for each in bench.films if each.degrees is not None), default=0.0)
    if hottest >= HOT:
        message = f"The machine came to {hottest:.0f} °C, at which it slows down."
        yield Finding("machine.hot", "", message, AIR)
