"""Fixtures for tests with a real kiosk: virtual screens, small films, and a kiosk that leaves nothing behind."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from kiosk.tour.display import VirtualDisplay
from kiosk.tour.pilot import Pilot
from tests.journeys.bar_film import make_bar_film
from tests.journeys.visitor import Visitor

__all__ = ["LANDSCAPE", "PORTRAIT", "Size", "cache", "clip", "displays", "open_kiosk"]

Size = tuple[int, int]
LANDSCAPE: Size = (1280, 720)
PORTRAIT: Size = (720, 1280)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What kiosks find out and keep does not outlive the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CACHE_DIRECTORY", raising=False)
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("STATE_DIRECTORY", raising=False)
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def displays() -> Iterator[Callable[[Size], VirtualDisplay]]:
    """``displays((1280, 720))``: a virtual screen of that size, the same one for all tests."""
    running: dict[Size, VirtualDisplay] = {}
    with ExitStack() as stack:

        def display(size: Size) -> VirtualDisplay:
            if size not in running:
                running[size] = stack.enter_context(VirtualDisplay(*size))
            return running[size]

        yield display


@pytest.fixture
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Wrong PINs, what can be taken back and what became of sticks are each test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "film-kiosk"


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``bar.mp4``, 30 seconds."""
    return make_bar_film(tmp_path_factory.mktemp("clips") / "bar.mp4")


@pytest.fixture
def open_kiosk(
    displays: Callable[[Size], VirtualDisplay], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Visitor]]:
    """``open_kiosk(folder, size=PORTRAIT)``: somebody before a kiosk that shows its first picture.

    Whatever the test did, nothing of the kiosk is left afterwards, and it must not have stumbled over anything.
    """
    visitors: list[Visitor] = []
    with ExitStack() as stack:

        def open_one(folder: Path, size: Size = LANDSCAPE, **how: Any) -> Visitor:
            work = tmp_path_factory.mktemp("kiosk")
            pilot = stack.enter_context(Pilot(displays(size), folder, work, **how))
            visitors.append(Visitor(pilot, work / "kiosk.log"))
            return visitors[-1]

        yield open_one
    for visitor in visitors:
        assert "Traceback" not in visitor.words(), visitor.words()
