"""A crowd of children: touches at random, in both languages, as fast as the kiosk takes them for meant."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.tour.finger import Finger, Point
from kiosk.tour.record import Scene
from tests.journeys.exhibitions import film, long_text, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.visitor import Visitor
from tests.survival.processes import nothing_is_left

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

SEED = 2011
IDLE = {"browse": "1 s", "reading": "1 s", "warning": "1 s"}
CALM, MEANT, NOISE = 0.1, 0.031, 0.003
"""Seconds of contact: of a visitor, just long enough to count, and too short to."""


@pytest.fixture
def show(clip: Path, tmp_path: Path) -> Path:
    """Nine films: short excerpts, one of them strong, one that does not play, one to scroll."""
    (tmp_path / "broken.mp4").write_text("This is not a film.", encoding="utf-8")
    short = [{"id": "short", "file": clip.name, "end": "0:02"}, {"id": "late", "file": clip.name, "start": "0:27"}]
    shown = [film(f"film-{number}", excerpts=short) for number in range(7)]
    shown[1]["content_note"] = {"strong": True, "seen": {"en": "A bar.", "ar": "خطّ."}}
    shown[2]["more"] = {"en": long_text("en"), "ar": long_text("ar")}
    shown.append(film("broken", "broken.mp4"))
    shown.append(film("bare", excerpts=[]))
    return write_exhibition(tmp_path / "show", shown, [clip, tmp_path / "broken.mp4"], idle=IDLE)


class Crowd:
    """Touches what the kiosk last said that it shows, or anywhere."""

    def __init__(self, visitor: Visitor, seed: int) -> None:
        self._visitor = visitor
        self._chance = random.Random(seed)
        self._finger: Finger = visitor.pilot.finger

    def touch(self) -> int:
        """Something that a child does; answers with how many touches."""
        kinds = {self._choose: 5, self._tap: 30, self._tap_twice: 6, self._drag: 14, self._brush: 45}
        return self._chance.choices(list(kinds), list(kinds.values()))[0]()

    def _choose(self) -> int:
        return self._contact([self._on_something()], CALM)

    def _tap(self) -> int:
        return self._contact([self._somewhere()], MEANT)

    def _tap_twice(self) -> int:
        point = self._somewhere()
        return self._contact([point], MEANT) + self._contact([point], MEANT)

    def _drag(self) -> int:
        return self._contact([self._somewhere() for _ in range(self._chance.randint(2, 5))], MEANT)

    def _brush(self) -> int:
        return self._contact([self._somewhere()], NOISE)

    def _contact(self, points: list[Point], seconds: float) -> int:
        self._finger.down(points[0])
        for point in points[1:]:
            time.sleep(seconds / len(points))
            self._finger.move(point)
        time.sleep(seconds / len(points))
        self._finger.up()
        return 1

    def _somewhere(self) -> Point:
        """Half of the times on something that can be tapped, else anywhere."""
        width, height = self._visitor.pilot.display.size
        anywhere = self._chance.randrange(width), self._chance.randrange(height)
        return self._chance.choice([self._on_something(), anywhere])

    def _on_something(self) -> Point:
        targets = list(self._visitor.scene.targets.values())
        return self._chance.choice(targets).centre if targets else (1, 1)


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        pytest.param(LANDSCAPE, 2000, id="landscape"),
        pytest.param(PORTRAIT, 10_000, id="portrait", marks=pytest.mark.soak),
    ],
)
def test_thousands_of_random_touches(open_kiosk: Callable[..., Visitor], show: Path, size: Size, wanted: int) -> None:
    visitor = open_kiosk(show, size)
    pilot = visitor.pilot
    pid = pilot.process.pid
    crowd = Crowd(visitor, SEED)
    touches = 0
    while touches < wanted:
        touches += crowd.touch()
        assert pilot.process.running, visitor.words()
    pilot.wait_for_scene(screen="attract", language="en", seconds=15)
    scenes = [Scene(line) for line in pilot.record.lines if line["what"] == "scene"]
    assert {scene.screen for scene in scenes} >= {"attract", "film", "watching"}
    assert {scene.language for scene in scenes} == {"en", "ar"}
    assert " ERROR " not in visitor.words(), visitor.words()
    pilot.stop(2.0)
    nothing_is_left(pilot.display, pid, within=2.0)
