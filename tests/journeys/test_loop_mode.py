"""A screen without touch that plays its loop all day: from a list, from a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.exhibitions import write_exhibition, write_yaml
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.visitor import Visitor, texts

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]


@pytest.fixture
def show(clip: Path, tmp_path: Path) -> Path:
    """An exhibition in loop mode, without a playlist."""
    folder = write_exhibition(tmp_path / "show", [], [clip])
    (folder / "playlists" / "films.yaml").unlink()
    return folder


def settings(show: Path, loop: str, language: str) -> None:
    title = {"exhibition": {"title": {"en": "Bars", "ar": "خطوط"}}}
    write_yaml(show / "kiosk.yaml", {**title, "languages": [language], "mode": "loop", "loop": loop})


@pytest.mark.parametrize(("loop", "language", "size"), [("loop.m3u8", "en", LANDSCAPE), ("media", "ar", PORTRAIT)])
def test_the_loop_and_nothing_else(open_kiosk: OpenKiosk, show: Path, loop: str, language: str, size: Size) -> None:
    (show / "loop.m3u8").write_text(
        "#EXTM3U\n#EXTINF:5,A bar\n#EXTVLCOPT:start-time=5\n#EXTVLCOPT:stop-time=25\nmedia/bar.mp4\n", encoding="utf-8"
    )
    settings(show, loop, language)
    visitor = open_kiosk(show, size)
    visitor.see_it_move()
    assert (visitor.scene.screen, texts(visitor.scene), visitor.scene.targets) == ("attract", [], {})
    mark = visitor.pilot.mark()
    for _ in range(3):
        visitor.press((size[0] // 2, size[1] // 2))
    visitor.see_it_move()
    visitor.pilot.record.read()
    assert visitor.pilot.record.find("scene", after=mark) is None


def test_an_in_point_of_a_list_holds(open_kiosk: OpenKiosk, show: Path) -> None:
    (show / "loop.m3u8").write_text("#EXTM3U\n#EXTVLCOPT:start-time=10\nmedia/bar.mp4\n", encoding="utf-8")
    settings(show, "loop.m3u8", "en")
    visitor = open_kiosk(show)
    assert visitor.film_second() >= 9.9
