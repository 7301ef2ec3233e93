"""A booth of test cards, and what the players need around it."""

from pathlib import Path
from typing import Any

from kiosk.clock import FakeClock
from kiosk.projection.booth import Booth, BoothEvent
from kiosk.projection.contract import Matrix, MediaFacts, Reel
from kiosk.projection.facts import Unplayable
from kiosk.projection.film_player import FilmNews, FilmPlayer
from kiosk.projection.test_card import TestCard
from kiosk.projection.threader import Threader

STEP = 0.02


class Desk:
    """Knows every file that begins like a film to be two seconds long; ``later`` are not known yet."""

    def __init__(self, seconds: float = 2.0) -> None:
        self.seconds = seconds
        self.later: set[Path] = set()

    def get(self, file: Path) -> MediaFacts | Unplayable | None:
        if file in self.later:
            return None
        if not file.exists():
            return Unplayable("is not there")
        return MediaFacts(64, 36, 1.0, 0, self.seconds, 25.0, Matrix.BT709, has_sound=False)

    def ask(self, file: Path, *, first: bool = False) -> None:
        """It will tell when it knows."""


class Hall:
    """A booth whose time is bought."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.cards: list[TestCard] = []
        self.booth = Booth(self.clock, make=self._make)

    def _make(self, name: str) -> TestCard:
        card = TestCard(name, self.clock)
        self.cards.append(card)
        return card

    def pass_time(self, seconds: float) -> list[BoothEvent]:
        """Let the booth work for so long."""
        news = []
        for _ in range(round(seconds / STEP)):
            self.clock.advance(STEP)
            news += self.booth.step(self.clock.monotonic())
        return news


def film(folder: Path, name: str) -> Path:
    """A file that the test card takes for a film."""
    path = folder / name
    path.write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(32))
    return path


__all__ = ["STEP", "Desk", "Hall", "Reel", "film"]


class Seat:
    """A film player and its booth. ``desk``: what is known about the files."""

    def __init__(self, desk: Any) -> None:
        self.hall = Hall()
        self.desk = desk
        self.player = FilmPlayer(self.hall.booth, Threader(desk, (64, 36)), 70)

    def run(self, seconds: float) -> list[FilmNews]:
        news: list[FilmNews] = []
        for _ in range(round(seconds / STEP)):
            news += self.player.step(self.hall.pass_time(STEP), self.now)
        return news

    @property
    def now(self) -> float:
        return self.hall.clock.monotonic()

    @property
    def position(self) -> float:
        return self.player.position(self.now)

    def number(self) -> int | None:
        picture = self.hall.booth.picture(self.now)
        return picture.number if picture else None

    def shown(self) -> tuple[str, float]:
        """File and second of what is on the screen."""
        job = self.hall.booth._shown.job
        assert job is not None
        return job.whole.file.name, self.hall.booth.position(self.now)
