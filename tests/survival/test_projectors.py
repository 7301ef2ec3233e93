"""A projector that is killed, stopped or broken by its film costs the visitor a second, not the visit."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.tour.kiosk_process import is_alive
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.visitor import Visitor, texts
from tests.survival.processes import playing_projector

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

SORRY = "This excerpt cannot be shown at the moment. Please choose another."


@pytest.fixture
def show(clip: Path, tmp_path: Path) -> Path:
    """Two films, each with a file of its own."""
    other = tmp_path / "other.mp4"
    other.write_bytes(clip.read_bytes())
    return write_exhibition(tmp_path / "show", [film("first"), film("second", other.name)], [clip, other])


@pytest.fixture
def visitor(open_kiosk: Callable[..., Visitor], show: Path) -> Visitor:
    """Somebody who watches the first film."""
    visitor = open_kiosk(show)
    visitor.wake()
    visitor.open_film("first")
    visitor.watch("first")
    visitor.see_it_move()
    return visitor


def strike(visitor: Visitor, file: Path, blow: signal.Signals) -> tuple[int, float]:
    """Send a signal to the projector that plays ``file``; answers its process and when that was."""
    pid = playing_projector(visitor, file)
    os.kill(pid, blow)
    return pid, time.monotonic()


def test_killed_in_mid_film(visitor: Visitor, show: Path) -> None:
    pid, struck = strike(visitor, show / "media/bar.mp4", signal.SIGKILL)
    scene = visitor.pilot.wait_for_scene(screen="film", film="first", apology=True, seconds=3)
    assert scene.facts["at"] - struck < 1.0
    assert SORRY in [text.replace("\n", " ") for text in texts(scene)]
    visitor.tap("back", screen="browse")
    visitor.open_film("second")
    visitor.watch("second")
    visitor.see_it_move()
    both = visitor.pilot.wait_until(lambda: both_projectors(visitor, without=pid), "two projectors again")
    assert len(set(both)) == 2


def test_stopped_in_mid_film(visitor: Visitor, show: Path) -> None:
    pid, struck = strike(visitor, show / "media/bar.mp4", signal.SIGSTOP)
    scene = visitor.pilot.wait_for_scene(screen="film", film="first", apology=True, seconds=5)
    visitor.pilot.wait_until(lambda: both_projectors(visitor, without=pid), "two projectors again")
    assert time.monotonic() - struck < 3.0
    assert scene.facts["at"] - struck < 3.0
    assert not is_alive(pid)
    visitor.watch("first")
    visitor.see_it_move()


def both_projectors(visitor: Visitor, without: int) -> list[int] | None:
    """Both processes, once both are there and ``without`` is not one of them."""
    pids = [pid for pid in visitor.pilot.process.projectors().values() if pid and is_alive(pid)]
    return pids if len(pids) == 2 and without not in pids else None


def test_killed_while_the_film_waits_for_its_tap(open_kiosk: Callable[..., Visitor], show: Path) -> None:
    """Nobody notices: the film is threaded again before it is wanted."""
    visitor = open_kiosk(show)
    visitor.wake()
    visitor.open_film("second")
    strike(visitor, show / "media/other.mp4", signal.SIGKILL)
    visitor.watch("second")
    visitor.see_it_move()
    assert visitor.pilot.record.find("scene", apology=True) is None


def test_killed_while_nobody_is_there(open_kiosk: Callable[..., Visitor], show: Path) -> None:
    """The loop goes on, and the kiosk can be touched."""
    visitor = open_kiosk(show)
    visitor.pilot.wait_for_scene(screen="attract")
    visitor.see_it_move()
    before = [pid for pid in visitor.pilot.process.projectors().values() if pid]
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    visitor.pilot.wait_until(
        lambda: not set(before) & set(visitor.pilot.process.projectors().values()), "other projectors", seconds=5
    )
    visitor.see_it_move()
    visitor.wake()


def test_a_file_that_ends_its_projector_twice_is_left_out_until_it_changes(visitor: Visitor, show: Path) -> None:
    pilot, file = visitor.pilot, show / "media/bar.mp4"
    strike(visitor, file, signal.SIGKILL)
    pilot.wait_for_scene(screen="film", film="first", apology=True)
    visitor.watch("first")
    strike(visitor, file, signal.SIGKILL)
    pilot.wait_for_scene(screen="film", film="first", apology=True)
    without = pilot.wait_until(lambda: None if "watch" in visitor.scene.targets else visitor.scene, "a page without it")
    assert without.facts["film"] == "first"
    visitor.tap("back", screen="browse")
    visitor.open_film("second")
    visitor.watch("second")
    visitor.show_controls()
    visitor.tap("close", screen="film")
    visitor.tap("back", screen="browse")
    os.utime(file)
    visitor.open_film("first")
    pilot.wait_until(lambda: "watch" in visitor.scene.targets, "the film again", seconds=4)
    visitor.watch("first")
    visitor.see_it_move()
