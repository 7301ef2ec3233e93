"""From the tap on Watch to the first picture of the film on the X screen."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.tour.finger import Finger
from tests.bench import our_kiosk
from tests.bench.exhibition import Showing
from tests.bench.film import benchmark_film
from tests.bench.players import end
from tests.bench.processes import load
from tests.bench.report import Section, Verdict, median, percentile, spread
from tests.bench.rounds import turns
from tests.bench.screen import Screen
from tests.bench.watching import watch

SECONDS = 3
"""How much of the film is played after each tap."""

READING = 1.5
"""Seconds between the page at rest and the tap: a quick visitor."""

BAR_MS = 120.0
TAPS_A_ROUND = 5

Tap = Callable[[], float]
"""Brings the page back if need be, waits, taps; the monotonic seconds at which the finger was lifted."""


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who takes taps. ``open(screen)`` is a block that gives ``Tap``."""

    name: str
    open: Callable[[Screen], AbstractContextManager[Tap]]


def run(*, quick: bool = False) -> list[Section]:
    """20 taps each in four rounds; quickly, 5 in one."""
    rounds = 1 if quick else 4
    section = Section(
        "Tap to picture",
        f"From the finger lifted on Watch to the film's frames on the X screen, in ms; {rounds * TAPS_A_ROUND} taps "
        f"each, {TAPS_A_ROUND} a start of the program after one to warm up, {READING} s after the page is at rest.",
        ["", "first frame, median", "from … to", "p95", "second frame (moving), median"],
    )
    takers = [Taker("libvlc's window in a pygame window", _libvlc_in_pygame)]
    if our_kiosk.missing():
        section.notes.append(f"ours was not measured: {our_kiosk.missing()}.")
    else:
        takers.insert(0, Taker("ours", _ours))
    times: dict[str, list[tuple[float, float]]] = {each.name: [] for each in takers}
    for number, taker in turns(takers, rounds):
        with Screen() as screen, taker.open(screen) as tap:
            measured = [_measure(screen, tap, number * 7 + turn) for turn in range(TAPS_A_ROUND + 1)]
            times[taker.name] += measured[1:]
    for name, pairs in times.items():
        first, second = ([1000 * pair[index] for pair in pairs] for index in (0, 1))
        row = [name, f"{median(first):.0f}", spread(first), f"{percentile(first, 0.95):.0f}", f"{median(second):.0f}"]
        section.rows.append(row)
    section.verdicts += _verdicts({name: [1000 * pair[0] for pair in pairs] for name, pairs in times.items()})
    section.notes.append(f"Load averages at the end: {load()}.")
    return [section]


def _verdicts(first: dict[str, list[float]]) -> list[Verdict]:
    if "ours" not in first:
        return []
    own = median(first["ours"])
    found = [Verdict(f"≤ {BAR_MS:.0f} ms", f"{own:.0f} ms", own <= BAR_MS)]
    ratio = own / median(first["libvlc's window in a pygame window"])
    return [*found, Verdict("≤ half of libvlc's own window", f"{ratio:.2f} × it", ratio <= 0.5)]


def _measure(screen: Screen, tap: Tap, turn: int) -> tuple[float, float]:
    """Seconds from the tap to the first and to the second frame. ``turn`` shifts the tap against the clock."""
    time.sleep(turn % 9 * 0.0113)
    lifted = tap()
    watched = watch(screen, 8.0, frames=2)
    if len(watched.frames) < 2:
        raise TimeoutError("no moving picture 8 s after the tap")
    return watched.frames[0][0] - lifted, watched.frames[1][0] - lifted


@contextmanager
def _ours(screen: Screen) -> Iterator[Tap]:
    with our_kiosk.running(screen, [Showing("short", benchmark_film(20), SECONDS)]) as pilot:
        our_kiosk.open_film(pilot, "short")
        played = False

        def tap() -> float:
            nonlocal played
            if played:  # the page comes back by itself when the excerpt is over
                pilot.wait_for("ended", after=our_kiosk.last(pilot, "rolling"))
                pilot.wait_for_scene(screen="film", after=our_kiosk.last(pilot, "ended"))
            played = True
            time.sleep(READING)
            return pilot.tap("watch")

        yield tap


@contextmanager
def _libvlc_in_pygame(screen: Screen) -> Iterator[Tap]:
    script = Path(__file__).with_name("libvlc_in_pygame.py")
    process = subprocess.Popen(
        [sys.executable, str(script), str(benchmark_film(20)), str(SECONDS)],
        env=screen.environment() | {"SDL_FRAMEBUFFER_ACCELERATION": "0"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )
    finger = Finger(screen.environment())

    def tap() -> float:
        assert process.stdout is not None
        while process.stdout.readline().strip() != b"page":
            if process.poll() is not None:
                raise RuntimeError("the pygame window with libvlc in it did not open")
        time.sleep(READING)
        return finger.tap((1440, 850))

    try:
        yield tap
    finally:
        finger.close()
        end(process)
