"""Ours and the others with one face: a film starts, processes can be counted, everything ends."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench import our_kiosk
from tests.bench.exhibition import Showing
from tests.bench.players import Player, Playing, cvlc, mpv
from tests.bench.screen import Screen

Pids = Callable[[], list[int]]

READING = 1.0
"""Seconds that the film page stands before Watch is tapped."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """``play(film, screen)`` is a block in which the film plays from its beginning; it gives the living processes."""

    name: str
    play: Callable[[Path, Screen], AbstractContextManager[Pids]]
    missing: str = ""


def ours() -> Contestant:
    return Contestant("ours", _play_ours, our_kiosk.missing())


def others(*, with_mpv: bool = True) -> list[Contestant]:
    players = [cvlc(), mpv()] if with_mpv else [cvlc()]
    return [Contestant(each.name, _play_with(each), each.missing) for each in players]


def present(contestants: list[Contestant], notes: list[str]) -> list[Contestant]:
    """Those that can be measured here; what is missing is said in ``notes``."""
    notes += [f"{each.name} was not measured: {each.missing}." for each in contestants if each.missing]
    return [each for each in contestants if not each.missing]


@contextmanager
def _play_ours(film: Path, screen: Screen) -> Iterator[Pids]:
    with our_kiosk.running(screen, [Showing("measured", film)]) as pilot:
        our_kiosk.open_film(pilot, "measured")
        time.sleep(READING)
        pilot.tap("watch")
        yield lambda: our_kiosk.processes(pilot)


def _play_with(player: Player) -> Callable[[Path, Screen], AbstractContextManager[Pids]]:
    @contextmanager
    def play(film: Path, screen: Screen) -> Iterator[Pids]:
        with Playing(player, film, screen) as playing:
            yield lambda: playing.pids

    return play
