"""A crowd of children: touches at random, in both languages, as fast as the kiosk takes them for meant."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.tour.finger import Finger, Point
from tests.journeys.exhibitions import film, long_text, write_exhibition
from tests.journeys.visitor import Visitor
from tests.survival.processes import left_on, shared_memory_of

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

TOUCHES = 2000
SEED = 2011
IDLE = {"browse": "3 s", "reading": "3 s", "warning": "2 s"}
MEANT, NOISE = 0.031, 0.004
"""Seconds of contact: just long enough to count, and too short to."""


@pytest.fixture
def show(clip: Path, tmp_path: Path) -> Path:
    """Nine films: short excerpts, one of them strong, one that does not play, one to scroll."""
    (tmp_path / "broken.mp4").write_text("This is not a film.", encoding="utf-8")
    short = [{"id": "short", "file": clip.name, "end": "0:02"}, {"id": "late", "file": clip.name, "start": "0:27"}]
    shown = [film(f"film-{number}", excerpts=short) for number in range(7)]
    shown[1]["content_note"] = {"strong": True, "seen": {"en": "A bar.", "ar": "خطّ."}}
    shown[2]["more"] = {"en": long_text("en", 4), "ar": long_text("ar", 4)}
    shown.append(film("broken", "broken.mp4"))
    shown.append(film("bare", excerpts=[]))
    return write_exhibition(tmp_path / "show", shown, [clip, tmp_path / "broken.mp4"], idle=IDLE)


class Crowd:
    """Touches what the kiosk last said that it shows, or anywhere."""

    def __init__(self, visitor: Visitor, seed: int) -> None:
        self._visitor = visitor
        self._chance = random.Random(seed)
        self._finger: Finger = visitor.pilot.finger

    def touch(self) -> None:
        """One touch of any kind."""
        kind = self._chance.choices([self._tap, self._tap_twice, self._drag, self._brush], [60, 8, 17, 15])[0]
        kind()

    def _tap(self) -> None:
        self._contact([self._somewhere()], MEANT)

    def _tap_twice(self) -> None:
        point = self._somewhere()
        self._contact([point], MEANT)
        self._contact([point], MEANT)

    def _drag(self) -> None:
        self._contact([self._somewhere() for _ in range(self._chance.randint(2, 5))], MEANT)

    def _brush(self) -> None:
        self._contact([self._somewhere()], NOISE)

    def _contact(self, points: list[Point], seconds: float) -> None:
        self._finger.down(points[0])
        for point in points[1:]:
            time.sleep(seconds / len(points))
            self._finger.move(point)
        time.sleep(seconds / len(points))
        self._finger.up()

    def _somewhere(self) -> Point:
        """Two of three times on something that can be tapped; else anywhere."""
        scene = self._visitor.pilot.scene
        targets = list(scene.targets.values()) if scene else []
        if targets and self._chance.random() < 0.67:
            return self._chance.choice(targets).centre
        width, height = self._visitor.pilot.display.size
        return self._chance.randrange(width), self._chance.randrange(height)


def test_two_thousand_random_touches(open_kiosk: Callable[..., Visitor], show: Path) -> None:
    visitor = open_kiosk(show)
    pilot = visitor.pilot
    pid = pilot.process.pid
    crowd = Crowd(visitor, SEED)
    for _ in range(TOUCHES):
        crowd.touch()
        assert pilot.process.running, visitor.words()
    pilot.wait_for_scene(screen="attract", language="en", seconds=25)
    seen = {(line.get("screen"), line.get("language")) for line in pilot.record.lines if line["what"] == "scene"}
    assert seen >= {(screen, language) for screen in ("browse", "film", "watching") for language in ("en", "ar")}
    assert "Traceback" not in visitor.words()
    assert " ERROR " not in visitor.words()
    pilot.stop(2.0)
    assert left_on(pilot.display) == []
    assert shared_memory_of(pid) == []
