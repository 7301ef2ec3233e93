"""The sample exhibition's tools, and a stage that is made with them."""

from collections.abc import Iterator

import pytest

from kiosk.ui.tools import Tools
from tests.ui.screenplay import sample
from tests.ui.shows import SIZE, Show


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    """For the screen of a ``Show``; whoever needs another one has a fixture of that name."""
    made = Tools.for_screen(SIZE, sample())
    yield made
    made.close()


@pytest.fixture
def show(tools: Tools) -> Iterator[Show]:
    made = Show(tools)
    yield made
    made.stage._sequence.close()
