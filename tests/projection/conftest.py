"""Clips for the tests of the projection, made once."""

from pathlib import Path

import pytest
from film_clips import ClipPlan, make_clip

from kiosk.projection.contract import Matrix, MediaFacts


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``numbered.mp4``: 75 numbered frames, 320 × 180, 25 a second, with sound."""
    folder = tmp_path_factory.mktemp("clips")
    make_clip(folder / "numbered.mp4", ClipPlan())
    return folder


@pytest.fixture(scope="session")
def numbered(clips: Path) -> Path:
    return clips / "numbered.mp4"


@pytest.fixture(scope="session")
def longer(clips: Path) -> Path:
    """The same with 250 frames."""
    return make_clip(clips / "longer.mp4", ClipPlan(frames=250))


@pytest.fixture
def facts() -> MediaFacts:
    """Of ``numbered.mp4``."""
    return MediaFacts(320, 180, 1.0, 0, 3.0, 25.0, Matrix.BT601, has_sound=True, codec="h264")
