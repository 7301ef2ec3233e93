"""How a kiosk starts where it cannot show anything, and how it ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.tour.display import VirtualDisplay
from kiosk.tour.finger import Finger
from kiosk.tour.kiosk_process import POLL_SECONDS, KioskProcess
from kiosk.tour.record import Line, Record
from tests.build.screens import PROJECT
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, Size
from tests.journeys.visitor import Visitor
from tests.survival.processes import nothing_is_left

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]


@pytest.fixture
def show(clip: Path, tmp_path: Path) -> Path:
    return write_exhibition(tmp_path / "show", [film("first"), film("second")], [clip])


def to_the_loop(visitor: Visitor) -> None:
    visitor.see_it_move()


def to_the_page(visitor: Visitor) -> None:
    visitor.wake()
    visitor.open_film("first")


def to_the_film(visitor: Visitor) -> None:
    to_the_page(visitor)
    visitor.watch("first")
    visitor.see_it_move()


@pytest.mark.parametrize("go", [to_the_loop, to_the_page, to_the_film])
def test_sigterm_ends_everything_within_two_seconds(
    open_kiosk: OpenKiosk, show: Path, go: Callable[[Visitor], None]
) -> None:
    visitor = open_kiosk(show)
    pid = visitor.pilot.process.pid
    go(visitor)
    begun = time.monotonic()
    visitor.pilot.stop(2.0)
    nothing_is_left(visitor.pilot.display, pid, within=2.0)
    assert time.monotonic() - begun < 2.0


def test_a_kiosk_that_is_killed_takes_its_projectors_along(open_kiosk: OpenKiosk, show: Path) -> None:
    visitor = open_kiosk(show)
    pid = visitor.pilot.process.pid
    to_the_film(visitor)
    os.kill(pid, signal.SIGKILL)
    visitor.pilot.close()
    nothing_is_left(visitor.pilot.display, pid, within=3.0)


def test_without_a_display_it_says_so_and_ends_with_2() -> None:
    bare = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    ended = subprocess.run(
        [sys.executable, "-P", "-m", "kiosk", "run", str(PROJECT), "--window", "640x360"],
        env={**bare, "SDL_VIDEODRIVER": "x11", "PYTHONPATH": str(PROJECT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=20,
    )
    assert ended.returncode == 2
    assert "There is no display to show the kiosk on" in ended.stderr
    assert "Start it from a desktop, or run: ./run tour" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.fixture
def closed_kiosk(
    displays: Callable[[Size], VirtualDisplay], show: Path, tmp_path: Path
) -> Iterator[tuple[KioskProcess, Record]]:
    """A kiosk whose kiosk.yaml cannot be read. A pilot would wait for its first film."""
    settings = show / "kiosk.yaml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text("exhibition: {title: [", encoding="utf-8")
    (show / "good.yaml").write_text(good, encoding="utf-8")
    trace = tmp_path / "trace.jsonl"
    command = [sys.executable, "-P", "-m", "kiosk", "run", str(show), "--window", "1280x720", "--trace", str(trace)]
    record = Record(trace)
    process = KioskProcess(command, displays(LANDSCAPE).environment(), record, tmp_path / "kiosk.log")
    try:
        yield process, record
    finally:
        process.kill()


def wait_for_screen(kiosk: tuple[KioskProcess, Record], screen: str, seconds: float) -> Line:
    process, record = kiosk
    latest = time.monotonic() + seconds
    while True:
        record.read()
        if line := record.find("scene", screen=screen):
            return line
        assert process.running, process.last_words()
        assert time.monotonic() < latest, process.last_words()
        time.sleep(POLL_SECONDS)


def test_an_unreadable_exhibition_is_a_closed_screen_until_it_is_mended(
    closed_kiosk: tuple[KioskProcess, Record], displays: Callable[[Size], VirtualDisplay], show: Path
) -> None:
    closed = wait_for_screen(closed_kiosk, "closed", 15)
    assert [each["text"] for each in closed["texts"]] == ["This screen is resting. It will be back soon."]
    finger = Finger(displays(LANDSCAPE).environment())
    finger.tap((640, 360))
    finger.close()
    (show / "good.yaml").replace(show / "kiosk.yaml")
    mended = time.monotonic()
    attract = wait_for_screen(closed_kiosk, "attract", 6)
    assert attract["at"] - mended < 2.5
    assert closed_kiosk[0].stop(2.0) < 2.0
