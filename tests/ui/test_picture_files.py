"""Picture files as installers have them: each is shown right, or said to be wrong and never in the way."""

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.ui.decoding import flaw
from kiosk.ui.stills import Stills
from kiosk.ui.theme import Theme
from kiosk.ui.tools import Tools
from tests.build.pictures import BAD, BLUE, GOOD, RED, bad_picture, good_picture
from tests.ui.screenplay import sample, see, view_of

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL", "ignore::PIL.Image.DecompressionBombWarning")

SIZE = (320, 180)
FLAT = 48 * 2**20
"""Bytes by which memory may differ once everything was loaded before."""


@pytest.fixture
def stills() -> Iterator[Stills]:
    made = Stills(Theme())
    yield made
    made.close()


@pytest.mark.parametrize("kind", GOOD)
def test_is_shown_right(stills: Stills, tmp_path: Path, kind: str) -> None:
    path = good_picture(tmp_path, kind)
    assert flaw(path) is None
    found = stills.cover(path, SIZE)
    assert found is not None
    for x, colour in ((60, RED), (260, BLUE)):
        for y in (20, 90, 160):
            assert all(abs(a - b) <= 24 for a, b in zip(found.get_at((x, y))[:3], colour, strict=True)), (x, y)


@pytest.mark.parametrize("kind", BAD)
def test_is_said_to_be_wrong(stills: Stills, tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture) -> None:
    path = bad_picture(tmp_path, kind)
    assert flaw(path) == BAD[kind]
    with caplog.at_level(logging.WARNING):
        for size in (SIZE, (640, 360)):
            assert stills.cover(path, size) is None
            assert stills.picture(path, size, "blurred") is None
    assert stills.problem(path) == f"{kind}.jpg {BAD[kind]}"
    assert caplog.messages == [f"A still is not shown: {path} {BAD[kind]}"]


@pytest.mark.parametrize("screen", ["browse", "film", "more", "note"])
def test_visitors_see_the_screen_without_it(tmp_path: Path, screen: str) -> None:
    def words(still: Path | None) -> list[dict[str, object]]:
        films = tuple(replace(each, still=still) for each in sample().playlist.films)
        exhibition = replace(sample(), playlist=replace(sample().playlist, films=films))
        return see(view_of(exhibition, screen), (1280, 720)).stage.describe()["targets"]

    assert words(bad_picture(tmp_path, "cut")) == words(None)


def test_memory_stays_flat(tmp_path: Path) -> None:
    """All of them at several sizes, read anew again and again as after saved changes."""
    paths = [good_picture(tmp_path, kind) for kind in GOOD] + [bad_picture(tmp_path, kind) for kind in BAD]

    def round_trip() -> int:
        tools = Tools.for_screen((1280, 720), sample())
        for path in paths:
            for size in (SIZE, (1280, 720)):
                tools.stills.picture(path, size)
                tools.stills.picture(path, size, "text-left")
        tools.close()
        return resident()

    before = max(round_trip() for _ in range(2))
    after = [round_trip() for _ in range(6)]
    assert max(after) - before < FLAT


def resident() -> int:
    """Bytes of this process's memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
