"""Which way a window is shown where not every way works."""

from pathlib import Path

import pygame
import pytest

from kiosk.ui import presenting
from kiosk.ui.sdl import Sdl


def times(monkeypatch: pytest.MonkeyPatch, plain: float | None, accelerated: float | None) -> None:
    """What a flip takes either way; None for a way that the display server does not know."""

    def timed(_: Sdl, way: str) -> float:
        found = plain if way == "0" else accelerated
        if found is None:
            raise pygame.error("Window framebuffer support not available")
        return found

    monkeypatch.setattr(presenting, "_seconds_per_flip", timed)


@pytest.mark.parametrize(
    ("plain", "accelerated", "way"), [(0.001, 0.010, "0"), (0.010, 0.001, "1"), (None, 0.010, "1"), (0.010, None, "0")]
)
def test_the_faster_one_of_those_that_work(
    plain: float | None, accelerated: float | None, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    times(monkeypatch, plain, accelerated)
    assert presenting._faster(Sdl()) == way


def test_no_way_at_all_is_no_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    times(monkeypatch, None, None)
    with pytest.raises(presenting.NoDisplayError, match="Window framebuffer support not available"):
        presenting.open_display(Sdl(), tmp_path / "presenting.json")
    pygame.display.quit()
