"""The pilot, on a program that looks like the kiosk to it."""

import sys
from pathlib import Path

import pytest

from kiosk.tour.kiosk_process import PilotError, PilotTimeout, is_alive
from kiosk.tour.pilot import Pilot, TargetMissing
from tests.build import pretend_kiosk

pytestmark = pytest.mark.screen

PRETEND = (sys.executable, pretend_kiosk.__file__)


@pytest.fixture
def pilot(open_pilot, tmp_path: Path) -> Pilot:
    return open_pilot(tmp_path, size=(480, 320), command=PRETEND)


def test_it_wakes_taps_and_looks(pilot: Pilot, tmp_path: Path) -> None:
    assert pilot.wait_for_scene(screen="attract").targets == {}
    assert list(pilot.wake().targets) == ["card:homs", "fall over"]
    pilot.tap("card:homs")
    assert pilot.wait_for_scene(screen=("film", "more"), language="en").screen == "film"
    assert pilot.display.screenshot().pixel(240, 160) == (200, 0, 0)
    pilot.picture(tmp_path / "film.png")
    assert (tmp_path / "film.png").read_bytes().startswith(b"\x89PNG")


def test_a_scene_from_before_a_mark_does_not_count(pilot: Pilot) -> None:
    pilot.wake()
    mark = pilot.mark()
    pilot.tap("card:homs")
    pilot.wait_for_scene(screen="film", after=mark)
    with pytest.raises(PilotTimeout):
        pilot.wait_for_scene(screen="film", after=pilot.mark(), seconds=0.1)


def test_a_drag_presses_moves_and_releases(pilot: Pilot) -> None:
    pilot.wake()
    mark = pilot.mark()
    pilot.drag([(400, 200), (300, 200), (300, 250)], seconds=0.2)
    touch = pilot.wait_for("touch", after=mark)
    assert (touch["down"], touch["up"]) == ([400, 200], [300, 250])
    assert touch["moves"] >= 5


def test_a_target_that_is_not_there_names_those_that_are(pilot: Pilot) -> None:
    pilot.wake()
    with pytest.raises(TargetMissing) as error:
        pilot.tap("watch")
    assert str(error.value) == (
        "There is nothing called watch on the screen (browse en). There is: card:homs, fall over."
    )


def test_a_timeout_tells_what_was_last_seen(pilot: Pilot) -> None:
    pilot.wait_for_scene(screen="attract")
    with pytest.raises(PilotTimeout) as error:
        pilot.wait_for_scene(screen="film", language="ar", seconds=0.1)
    assert str(error.value).splitlines()[0] == (
        "the scene screen=film language=ar did not come within 0.1 s. Last seen: attract en."
    )


def test_a_kiosk_that_falls_over_is_told_at_once_with_its_last_words(pilot: Pilot) -> None:
    pilot.wake()
    pilot.tap("fall over")
    with pytest.raises(PilotError) as error:
        pilot.wait_for_scene(screen="film")
    words = str(error.value).splitlines()
    assert words[0] == "The kiosk ended before the scene screen=film came."
    assert words[-1] == "  | RuntimeError: fell over, as it was asked to"


def test_stop_ends_it(pilot: Pilot) -> None:
    pid = pilot.process.pid
    assert pilot.stop() < 2
    assert not is_alive(pid)


def test_one_that_does_not_stop_is_told_and_ended(open_pilot, tmp_path: Path) -> None:
    pilot = open_pilot(tmp_path, size=(480, 320), command=PRETEND, options=["--deaf"])
    pid = pilot.process.pid
    with pytest.raises(PilotTimeout, match=r"^The kiosk did not end within 0\.3 s of SIGTERM\."):
        pilot.stop(0.3)
    assert not is_alive(pid)
