"""A real kiosk on the end of a service manager's line."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.tour.display import VirtualDisplay
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, Size
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc]


@pytest.fixture
def systemd(
    displays: Callable[[Size], VirtualDisplay], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[socket.socket]:
    """Where the kiosk's notices arrive; the watchdog wants one every two seconds."""
    displays(LANDSCAPE)  # the X server is started before, because it has something to tell, too
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        line.settimeout(30)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "2000000")
        yield line


def listen_for_ever(line: socket.socket) -> None:
    while True:
        line.recv(100)


def test_the_kiosk_tells_of_its_first_picture_its_life_and_its_end(
    open_kiosk: Callable[..., Visitor], systemd: socket.socket, clip: Path, tmp_path: Path
) -> None:
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("first")], [clip]))
    assert systemd.recv(100) == b"READY=1\nWATCHDOG=1"
    visitor.see_it_move()
    assert systemd.recv(100) == b"WATCHDOG=1"
    assert systemd.recv(100) == b"WATCHDOG=1"
    visitor.pilot.stop()
    said = b""
    while said != b"STOPPING=1":
        said = systemd.recv(100)
        assert said in (b"WATCHDOG=1", b"STOPPING=1")


def test_a_kiosk_that_hangs_falls_silent(
    open_kiosk: Callable[..., Visitor], systemd: socket.socket, clip: Path, tmp_path: Path
) -> None:
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("first")], [clip]))
    assert systemd.recv(100) == b"READY=1\nWATCHDOG=1"
    os.kill(visitor.pilot.process.pid, signal.SIGSTOP)
    try:
        systemd.settimeout(3)  # the watchdog would have lost its patience
        with pytest.raises(TimeoutError):
            listen_for_ever(systemd)
    finally:
        os.kill(visitor.pilot.process.pid, signal.SIGCONT)
    systemd.settimeout(30)
    assert systemd.recv(100) == b"WATCHDOG=1"
