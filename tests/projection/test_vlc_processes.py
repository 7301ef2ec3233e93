"""What becomes of the projectors' processes: killed, stopped, closed, left alone. With real ones."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.clock import SystemClock
from kiosk.projection.booth import Booth, BoothEvent, ReelEnded, ReelFailed, ReelStarted
from kiosk.projection.contract import MediaFacts, Reel
from kiosk.projection.ring import SHARED_MEMORY
from kiosk.projection.sweeping import list_names

pytestmark = pytest.mark.vlc


class RealHall:
    """A booth with real projectors, looked after as the frame loop does it."""

    def __init__(self) -> None:
        self._wake = threading.Event()
        self.booth = Booth(SystemClock(), self._wake.set)
        self.news: list[BoothEvent] = []

    def until(self, kind: type[BoothEvent], seconds: float = 6.0) -> float:
        """Go on until this happens; seconds that it took."""
        start = time.monotonic()
        while time.monotonic() - start < seconds:
            news = self._look()
            if any(isinstance(event, kind) for event in news):
                return time.monotonic() - start
            unexpected = [event for event in news if isinstance(event, ReelFailed)]
            assert unexpected == []
        raise AssertionError(f"no {kind.__name__} within {seconds} s, but {self.news}")

    def watch(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._look()

    def _look(self) -> list[BoothEvent]:
        now = time.monotonic()
        news = self.booth.step(now)
        self.news += news
        self.booth.picture(now)
        self._wake.wait(min(0.1, max(0.0, (self.booth.next_frame_at(now) or now + 1.0) - now)))
        self._wake.clear()
        return news

    def shown_pid(self) -> int:
        """The process that has a film on: the only one that has mapped a ring."""
        (pid,) = [pid for pid in self.booth.pids().values() if pid and has_mapped_a_ring(pid)]
        return pid


def has_mapped_a_ring(pid: int) -> bool:
    return "/dev/shm/kiosk-" in Path("/proc", str(pid), "maps").read_text()


def is_running(pid: int) -> bool:
    try:
        return Path("/proc", str(pid), "stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def rings_of(pid: int) -> list[str]:
    return [path.name for path in Path("/dev/shm").glob(f"kiosk-{pid}-*")]


def soon(condition: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return condition()


@pytest.fixture
def hall() -> Iterator[RealHall]:
    hall = RealHall()
    yield hall
    hall.booth.close()


@pytest.fixture
def reel(numbered: Path, facts: MediaFacts) -> Reel:
    return Reel(numbered, facts, (320, 180), volume=50)


def test_killed_in_mid_film(hall: RealHall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.until(ReelStarted)
    pid = hall.shown_pid()
    os.kill(pid, signal.SIGKILL)

    assert hall.until(ReelFailed) < 1.0
    assert soon(lambda: not is_running(pid), 1.0)
    assert pid not in hall.booth.pids().values()
    hall.booth.roll(reel)
    assert hall.until(ReelStarted) < 4.0


@pytest.fixture
def taken_names(hall: RealHall) -> Iterator[None]:
    """Where the projectors would write their lists, something else is in the way."""
    assert soon(lambda: None not in hall.booth.pids().values(), 10.0)
    pids = [pid for pid in hall.booth.pids().values() if pid]
    folders = [SHARED_MEMORY / name for pid in pids for name in list_names(os.getpid(), pid)]
    for folder in folders:
        folder.mkdir()
    yield
    for folder in folders:
        folder.rmdir()


@pytest.mark.usefixtures("taken_names")
def test_a_film_that_cannot_be_listed_plays_to_its_end(hall: RealHall, reel: Reel) -> None:
    pids = dict(hall.booth.pids())
    hall.booth.roll(replace(reel, joins=True))
    hall.until(ReelEnded, 15.0)
    assert [type(event) for event in hall.news] == [ReelStarted, ReelEnded]
    assert hall.booth.pids() == pids


def test_stopped_in_mid_film(hall: RealHall, reel: Reel, longer: Path) -> None:
    hall.booth.roll(replace(reel, file=longer, facts=replace(reel.facts, seconds=10.0)))
    hall.until(ReelStarted)
    pid = hall.shown_pid()
    hall.booth.queue(replace(reel))
    os.kill(pid, signal.SIGSTOP)

    assert hall.until(ReelFailed) < 3.0
    hall.watch(0.2)
    assert not is_running(pid)
    assert None not in hall.booth.pids().values()
    hall.watch(1.5)
    assert [type(event) for event in hall.news[:3]] == [ReelStarted, ReelFailed, ReelStarted]  # what was queued follows


def test_a_file_that_ends_its_projector_twice_is_left_out(hall: RealHall, reel: Reel) -> None:
    for _ in range(2):
        hall.booth.roll(reel)
        hall.until(ReelStarted)
        os.kill(hall.shown_pid(), signal.SIGKILL)
        hall.until(ReelFailed)

    hall.booth.roll(reel)
    assert hall.until(ReelFailed) < 0.2
    assert isinstance(hall.news[-1], ReelFailed)
    assert hall.news[-1].reason == "it ended its projector twice and is left out until it changes"


def test_an_idle_projector_that_is_killed_is_replaced(hall: RealHall, reel: Reel) -> None:
    hall.watch(0.5)
    before = list(hall.booth.pids().values())
    assert before[0] is not None
    os.kill(before[0], signal.SIGKILL)
    hall.watch(0.5)

    assert before[0] not in hall.booth.pids().values()
    assert hall.news == []
    hall.booth.roll(reel)
    hall.until(ReelStarted)


def test_interrupting_the_group_leaves_projectors_to_the_kiosk(hall: RealHall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.until(ReelStarted)
    for pid in hall.booth.pids().values():
        assert pid is not None
        os.kill(pid, signal.SIGINT)

    hall.until(ReelEnded)


def test_a_changeover_shows_every_frame_of_both(hall: RealHall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.until(ReelStarted)
    hall.booth.queue(replace(reel))
    hall.until(ReelEnded)
    assert [type(event) for event in hall.news] == [ReelStarted, ReelEnded, ReelStarted]


def test_close_leaves_nothing(reel: Reel) -> None:
    hall = RealHall()
    hall.booth.roll(reel)
    hall.booth.prepare(replace(reel, size=(640, 360)))
    hall.until(ReelStarted)
    pids = [pid for pid in hall.booth.pids().values() if pid]
    start = time.monotonic()
    hall.booth.close()

    assert time.monotonic() - start < 1.5
    assert len(pids) == 2
    assert [pid for pid in pids if is_running(pid)] == []
    assert rings_of(os.getpid()) == []
    hall.booth.close()


def test_close_does_not_wait_for_a_stopped_projector_for_long() -> None:
    hall = RealHall()
    hall.watch(0.5)
    for pid in hall.booth.pids().values():
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
    start = time.monotonic()
    hall.booth.close()

    assert time.monotonic() - start < 1.8


def run(script: Path, film: Path) -> "subprocess.Popen[str]":
    """A kiosk of its own."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(
        [sys.executable, str(script), str(film)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_projectors_do_not_outlive_the_kiosk(numbered: Path, number: signal.Signals) -> None:
    script = Path(__file__).with_name("booth_alone.py")
    with run(script, numbered) as kiosk:
        assert kiosk.stdout is not None
        word, *pids = kiosk.stdout.readline().split()
        assert word == "rolling"
        assert len(pids) == 2
        assert all(is_running(int(pid)) for pid in pids)
        kiosk.send_signal(number)

        assert soon(lambda: not any(is_running(int(pid)) for pid in pids), 2.0)
        assert soon(lambda: rings_of(kiosk.pid) == [], 2.0)


def test_a_projector_starts_without_the_kiosks_own_start_file(numbered: Path) -> None:
    """multiprocessing would import it again in every child, with everything that it imports."""
    script = "\n".join(
        (
            "import os",
            "assert os.getpid() == int(os.environ.setdefault('FIRST', str(os.getpid()))), 'imported in a child'",
            "import sys; sys.argv = ['', sys.argv[1]]",
            f"sys.path.insert(0, {str(Path(__file__).parent)!r})",
            "import booth_alone; booth_alone.main()",
        )
    )
    start = numbered.with_name("start.py")
    start.write_text(script)
    with run(start, numbered) as kiosk:
        assert kiosk.stdout is not None
        assert kiosk.stdout.readline().startswith("rolling ")
        kiosk.kill()
        assert kiosk.stderr is not None
        assert "imported in a child" not in kiosk.stderr.read()
