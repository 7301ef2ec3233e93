"""Fixtures with an X server of their own: ``open_display`` and ``open_pilot``, both for as many as a test needs."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from kiosk.tour.display import VirtualDisplay
from kiosk.tour.pilot import Pilot

PROJECT = Path(__file__).parents[2]

OpenDisplay = Callable[..., VirtualDisplay]
OpenPilot = Callable[..., Pilot]


@pytest.fixture
def open_display() -> Iterator[OpenDisplay]:
    """``open_display(1280, 720)`` starts a virtual screen, which ends with the test."""
    with ExitStack() as stack:

        def open_one(width: int = 1280, height: int = 720) -> VirtualDisplay:
            return stack.enter_context(VirtualDisplay(width, height))

        yield open_one


@pytest.fixture
def open_pilot(open_display: OpenDisplay, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenPilot]:
    """``open_pilot(folder, size=(1280, 720), options=["--idle", "3"])`` opens the kiosk on a virtual screen.

    Without a folder it is the sample exhibition. Nothing of it is left after the test.
    """
    with ExitStack() as stack:

        def open_one(folder: Path = PROJECT, size: tuple[int, int] = (1280, 720), **how: Any) -> Pilot:
            pilot = Pilot(open_display(*size), folder, tmp_path_factory.mktemp("pilot"), **how)
            return stack.enter_context(pilot)

        yield open_one
