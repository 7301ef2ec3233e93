"""The sample exhibition, read once."""

from pathlib import Path

import pytest

from kiosk.config.load import Loaded, load_exhibition
from kiosk.exhibition.exhibition import Exhibition

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load_exhibition(ROOT)


@pytest.fixture(scope="session")
def exhibition(loaded: Loaded) -> Exhibition:
    assert loaded.exhibition is not None
    return loaded.exhibition
