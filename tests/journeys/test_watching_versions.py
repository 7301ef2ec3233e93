"""Sign language and audio description on a real kiosk: which file plays, and where, is read from its own picture."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.bar_film import blind, make_bar_film
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]
IN_POINT = 10.0
"""Second of the bar film at which the excerpt begins; its version is a film of its own, as long as that."""


@pytest.fixture(scope="session")
def sign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``sign.mp4``, 20 seconds: its bar is a third of the way behind the uncut film's."""
    return make_bar_film(tmp_path_factory.mktemp("versions") / "sign.mp4", seconds=20.0)


def start_watching(open_kiosk: OpenKiosk, folder: Path, clips: list[Path], size: Size = LANDSCAPE) -> Visitor:
    versions = {"sign": "sign.mp4"}
    excerpts = [{"id": "cut", "file": "bar.mp4", "start": "0:10", "end": "0:30", "versions": versions}]
    uncut = [{"id": "uncut", "file": "bar.mp4", "versions": versions}]
    shown = [film("bars", excerpts=excerpts), film("others", excerpts=uncut)]
    visitor = open_kiosk(write_exhibition(folder / "show", shown, clips), size)
    visitor.wake()
    visitor.open_film("bars")
    visitor.watch("bars")
    visitor.see_it_move()
    return visitor


def switch(visitor: Visitor, **scene: Any) -> float:
    """Tap the button for sign language; answers at which second of its file the film was just before."""
    before = visitor.film_second()
    visitor.tap("version:sign", screen="watching", **scene)
    return before


def at(visitor: Visitor, wanted: float) -> bool:
    """Whether that second of a file is on the screen, or one that follows soon."""
    return wanted - 0.3 < visitor.film_second() < wanted + 1.8


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_a_version_goes_on_at_the_same_place_and_so_does_the_film(
    open_kiosk: OpenKiosk, clip: Path, sign: Path, tmp_path: Path, size: Size
) -> None:
    visitor = start_watching(open_kiosk, tmp_path, [clip, sign], size)
    visitor.show_controls()
    own = switch(visitor, version="sign")
    visitor.pilot.wait_until(lambda: at(visitor, own - IN_POINT), "the version at the same place", seconds=2)
    visitor.see_it_move()
    other = switch(visitor, version=None)
    visitor.pilot.wait_until(lambda: at(visitor, other + IN_POINT), "the film at the same place", seconds=2)


def test_a_paused_film_is_seen_in_its_version_and_stands(
    open_kiosk: OpenKiosk, clip: Path, sign: Path, tmp_path: Path
) -> None:
    visitor = start_watching(open_kiosk, tmp_path, [clip, sign])
    visitor.show_controls()
    visitor.tap("play", paused=True)
    held = visitor.see_it_stand()
    switch(visitor, version="sign", paused=True)
    visitor.pilot.wait_until(lambda: abs(visitor.film_second() - (held - IN_POINT)) < 0.2, "the version", seconds=2)
    visitor.see_it_stand()
    visitor.tap("play", paused=False)
    visitor.see_it_move()


def test_the_choice_is_kept_for_the_next_film_and_not_for_the_next_visitor(
    open_kiosk: OpenKiosk, clip: Path, sign: Path, tmp_path: Path
) -> None:
    visitor = start_watching(open_kiosk, tmp_path, [clip, sign])
    visitor.show_controls()
    switch(visitor, version="sign")
    visitor.tap("close", screen="film", film="bars")
    visitor.tap("back", screen="browse")
    visitor.open_film("others")
    assert visitor.watch("others").facts["version"] == "sign"
    visitor.pilot.wait_until(lambda: visitor.film_second() > 0.5, "the version from its beginning")


def test_a_version_that_is_not_there_is_not_offered(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    visitor = start_watching(open_kiosk, tmp_path, [clip])
    assert "version:sign" not in visitor.show_controls().targets


def test_a_version_that_is_no_film_is_not_offered(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    broken = tmp_path / "sign.mp4"
    broken.write_bytes(clip.read_bytes()[:2000])
    visitor = start_watching(open_kiosk, tmp_path, [clip, broken])
    assert "version:sign" not in visitor.show_controls().targets


def test_a_version_without_a_picture_leads_back_to_the_film(
    open_kiosk: OpenKiosk, clip: Path, sign: Path, tmp_path: Path
) -> None:
    """It was a film when the kiosk looked at it; only when it is shown nothing comes of it."""
    visitor = start_watching(open_kiosk, tmp_path, [clip, sign])
    file = tmp_path / "show" / "media" / "sign.mp4"
    times = file.stat()
    blind(sign, file, after=-1.0)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    visitor.show_controls()
    mark = visitor.pilot.mark()
    before = visitor.film_second()
    visitor.press("version:sign")
    visitor.pilot.wait_for("version failed", film="bars", after=mark, seconds=9)
    visitor.pilot.wait_until(lambda: before - 0.3 < visitor.film_second() < before + 2.5, "the film", seconds=3)
    visitor.see_it_move()
    assert "version:sign" not in visitor.show_controls().targets
