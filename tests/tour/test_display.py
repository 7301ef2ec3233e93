"""The virtual screen, with a real X server."""

import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from kiosk.tour.display import DisplayError, Screenshot, VirtualDisplay
from kiosk.tour.kiosk_process import is_alive

pytestmark = pytest.mark.screen

FOUR_COLOURS = """
import pygame, time
pygame.display.init()
window = pygame.display.set_mode((322, 240), pygame.NOFRAME)
window.fill((255, 0, 0), (0, 0, 161, 120))
window.fill((0, 255, 0), (161, 0, 161, 120))
window.fill((0, 0, 255), (0, 120, 161, 120))
window.fill((200, 50, 51), (161, 120, 161, 120))
while True:
    pygame.display.flip()
    pygame.event.pump()
    time.sleep(0.05)
"""


@pytest.fixture
def four_colours(open_display):
    """A screen with a different colour in each quarter."""
    display = open_display(322, 240)
    painter = subprocess.Popen([sys.executable, "-c", FOUR_COLOURS], env=display.environment())
    try:
        latest = time.monotonic() + 10
        while display.screenshot().pixel(0, 0) != (255, 0, 0):
            assert time.monotonic() < latest, "nothing was painted within 10 s"
            time.sleep(0.01)
        yield display
    finally:
        painter.kill()
        painter.wait()


def test_a_screenshot_has_the_colours_that_were_painted(four_colours: VirtualDisplay) -> None:
    shot = four_colours.screenshot()
    corners = [shot.pixel(x, y) for y in (0, 239) for x in (0, 321)]
    assert (shot.width, shot.height, len(shot.rgb)) == (322, 240, 322 * 240 * 3)
    assert corners == [(255, 0, 0), (0, 255, 0), (0, 0, 255), (200, 50, 51)]


def test_a_part_of_the_screen_can_be_read(four_colours: VirtualDisplay) -> None:
    around_the_middle = (160, 119, 2, 2)
    assert four_colours.screenshot(around_the_middle).rgb == bytes([255, 0, 0, 0, 255, 0, 0, 0, 255, 200, 50, 51])
    blue_green_red = [four_colours.pixels(around_the_middle)[at : at + 3] for at in (0, 4, 8, 12)]
    assert blue_green_red == [b"\x00\x00\xff", b"\x00\xff\x00", b"\xff\x00\x00", b"\x33\x32\xc8"]
    assert len(four_colours.pixels((0, 10, 322, 3))) == 322 * 3 * 4


def test_two_screens_at_once_and_nothing_left_of_them() -> None:
    with VirtualDisplay(320, 240) as first, VirtualDisplay(640, 480) as second:
        assert first.name != second.name
        assert len(second.screenshot().rgb) == 640 * 480 * 3
        pids = [first.pid, second.pid]
        assert all(is_alive(pid) for pid in pids)
    assert not any(is_alive(pid) for pid in pids)
    with pytest.raises(DisplayError, match=r"^The virtual screen is not running\.$"):
        first.screenshot()


def test_a_size_that_cannot_be_is_told() -> None:
    with pytest.raises(DisplayError, match=r"^Xvfb did not start: "):
        VirtualDisplay(0, 0).start()


def test_without_xvfb_the_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DisplayError, match=r"^Xvfb is missing\. Install the package xvfb\.$"):
        VirtualDisplay(320, 240).start()


def test_a_picture_is_saved_as_png(tmp_path: Path) -> None:
    Screenshot(2, 1, b"\x01\x02\x03\x04\x05\x06").save(tmp_path / "two.png")
    data = (tmp_path / "two.png").read_bytes()
    assert data[:33] == (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x02\x00\x00\x00\x01\x08\x02\x00\x00\x00"
        + b"\x7b\x40\xe8\xdd"
    )
    length = int.from_bytes(data[33:37])
    assert zlib.decompress(data[41 : 41 + length]) == b"\x00\x01\x02\x03\x04\x05\x06"
