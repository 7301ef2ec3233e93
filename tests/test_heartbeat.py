"""What the kiosk tells systemd."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.heartbeat import Heartbeat


@pytest.fixture(params=["in a folder", "abstract"])
def systemd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[socket.socket, str]]:
    """A listening socket and its address as it stands in the environment."""
    name = str(tmp_path / "notify")
    written = name if request.param == "in a folder" else f"@{name}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(written.replace("@", "\0", 1))
        line.setblocking(False)
        yield line, written


def heard(line: socket.socket) -> list[str]:
    """All that was said until now."""
    said = []
    while True:
        try:
            said.append(line.recv(1000).decode())
        except BlockingIOError:
            return said


def test_the_first_beat_says_that_there_is_a_picture(systemd: tuple[socket.socket, str]) -> None:
    line, address = systemd
    clock = FakeClock()
    heart = Heartbeat(clock, {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"})
    assert heard(line) == []
    heart.beat()
    assert heard(line) == ["READY=1\nWATCHDOG=1"]
    for _ in range(100):  # four seconds of film
        clock.advance(0.04)
        heart.beat()
    assert heard(line) == []
    clock.advance(1.1)
    heart.beat()
    assert heard(line) == ["WATCHDOG=1"]
    heart.ending()
    assert heard(line) == ["STOPPING=1"]


def test_an_impatient_watchdog_is_fed_more_often(systemd: tuple[socket.socket, str]) -> None:
    line, address = systemd
    clock = FakeClock()
    heart = Heartbeat(clock, {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "4000000"})
    heart.beat()
    clock.advance(1.0)
    heart.beat()
    assert heard(line) == ["READY=1\nWATCHDOG=1", "WATCHDOG=1"]


def test_children_learn_nothing_of_it(systemd: tuple[socket.socket, str]) -> None:
    environment = {"NOTIFY_SOCKET": systemd[1], "WATCHDOG_USEC": "1", "WATCHDOG_PID": "1", "HOME": "/home"}
    Heartbeat(FakeClock(), environment)
    assert environment == {"HOME": "/home"}


@pytest.mark.parametrize("address", ["", "notify", "@", "vsock:2:1", "/nowhere/notify"])
def test_where_nobody_listens_nothing_happens(address: str) -> None:
    heart = Heartbeat(FakeClock(), {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "many"})
    heart.beat()
    heart.ending()


def test_a_systemd_that_does_not_listen_does_not_stop_the_film(systemd: tuple[socket.socket, str]) -> None:
    line, address = systemd
    clock = FakeClock()
    heart = Heartbeat(clock, {"NOTIFY_SOCKET": address})
    for _ in range(5000):  # more than the socket's queue holds
        clock.advance(10)
        heart.beat()
    assert heard(line)[0] == "READY=1\nWATCHDOG=1"
