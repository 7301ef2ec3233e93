"""How soon the glass answers a finger: from the contact to the light under it on the X screen."""

import time

from kiosk.tour.finger import Finger, Point
from tests.bench import our_kiosk
from tests.bench.exhibition import Showing
from tests.bench.film import benchmark_film
from tests.bench.processes import load
from tests.bench.report import Section, Verdict, median, percentile, spread
from tests.bench.screen import Screen

BAR_MS = 100.0
FILMS = 6
LOOK = 0.001
"""Seconds between two looks at the screen."""
PATIENCE = 1.0


def run(*, quick: bool = False) -> list[Section]:
    """40 presses of cards; quickly, 8."""
    presses = 8 if quick else 40
    section = Section(
        "Press feedback",
        f"{presses} times a finger comes down on a card of the resting browse screen, slides off it and is lifted. "
        "From the contact to the first pixel of the card that looks different on the X screen, in ms.",
        ["presses", "median", "from … to", "p95"],
    )
    if our_kiosk.missing():
        section.notes.append(f"ours was not measured: {our_kiosk.missing()}.")
        return [section]
    times = [1000 * each for each in _measure(presses)]
    section.rows.append([str(len(times)), f"{median(times):.0f}", spread(times), f"{percentile(times, 0.95):.0f}"])
    worst = max(times)
    section.verdicts.append(Verdict(f"≤ {BAR_MS:.0f} ms", f"{worst:.0f} ms at most", worst <= BAR_MS))
    section.notes.append(f"Load averages at the end: {load()}.")
    return [section]


def _measure(presses: int) -> list[float]:
    """Seconds of each press."""
    showings = [Showing(f"film-{number}", benchmark_film(20)) for number in range(FILMS)]
    with Screen() as screen, our_kiosk.running(screen, showings) as pilot:
        time.sleep(0.5)
        pilot.wake()
        scene = pilot.wait_for_scene(screen="browse")
        cards = [name for name in scene.targets if name.startswith("card:")]
        times = []
        for number in range(presses):
            time.sleep(0.5 + number % 9 * 0.0113)
            card = scene.targets[cards[number % len(cards)]]
            times.append(_answer(screen, pilot.finger, card.centre))
            pilot.finger.move((card.left - 2, 1))
            pilot.finger.up()
        return times


def _answer(screen: Screen, finger: Finger, point: Point) -> float:
    """Seconds until the place around ``point`` looks different after a finger came down there."""
    place = (point[0] - 8, point[1] - 8, 16, 16)
    before = screen.pixels(place)
    touched = time.monotonic()
    finger.down(point)
    while screen.pixels(place) == before:
        if time.monotonic() - touched > PATIENCE:
            raise TimeoutError(f"the card at {point} does not answer a finger")
        time.sleep(LOOK)
    return time.monotonic() - touched
