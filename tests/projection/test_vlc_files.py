"""Files that are damaged or odd, on VLC in its process."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from film_clips import ClipPlan, make_clip
from shows import Ended, Failed, Loaded, Rolling, VlcShow

from kiosk.projection.contract import MediaFacts, Reel
from tests.journeys.bar_film import blind, make_bar_film

pytestmark = pytest.mark.vlc


@pytest.fixture(scope="module")
def shared() -> Iterator[VlcShow]:
    show = VlcShow(patience=1.5)
    yield show
    assert show.projector.close(3.0)


@pytest.fixture
def show(shared: VlcShow) -> Iterator[VlcShow]:
    shared.shown, shared.reports = [], []
    yield shared
    shared.projector.stop()


@pytest.fixture
def reel(numbered: Path, facts: MediaFacts) -> Reel:
    return Reel(numbered, facts, (320, 180))


def plays(show: VlcShow, reel: Reel) -> None:
    """After whatever happened before, a good film plays."""
    show.projector.load(reel, paused=False)
    show.until(Rolling)


def fails(show: VlcShow, reel: Reel, file: Path) -> str:
    """Why this file cannot be shown."""
    take = show.projector.load(replace(reel, file=file), paused=True)
    report = show.until(Failed)
    assert isinstance(report, Failed)
    assert report.take == take
    return report.reason


def test_sound_without_a_picture(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    file = make_clip(tmp_path / "sound.mp4", ClipPlan(picture=False, frames=20))

    assert fails(show, reel, file) in ("it has no picture", "no picture came from it in time")
    plays(show, reel)


def test_a_film_whose_end_is_missing_so_that_it_has_no_index(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    file = tmp_path / "half.mp4"
    file.write_bytes(reel.file.read_bytes()[: reel.file.stat().st_size // 2])

    assert fails(show, reel, file) == "it cannot be played"
    plays(show, reel)


def test_half_a_film_is_shown_to_where_it_goes(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    whole = make_clip(tmp_path / "whole.mkv", ClipPlan())
    file = tmp_path / "half.mkv"
    file.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    show.projector.load(replace(reel, file=file), paused=False)
    show.until(Ended)

    assert 20 < show.shown[-1].number < 60


def test_a_picture_that_cannot_be_decoded_any_more_while_its_sound_goes_on(
    show: VlcShow, reel: Reel, tmp_path: Path
) -> None:
    whole = make_bar_film(tmp_path / "whole.mp4", seconds=10)
    file = blind(whole, tmp_path / "blind.mp4", after=1.0)
    show.projector.load(replace(reel, file=file, facts=replace(reel.facts, seconds=10.0)), paused=False)
    report = show.until(Failed)
    assert isinstance(report, Failed)

    assert report.reason == "it stopped moving"
    plays(show, reel)


def test_a_picture_that_stands_still_from_the_in_point_on(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    """Such as a title on black: that is not a film that has stopped."""
    file = make_clip(tmp_path / "title.mp4", ClipPlan(frames=150, colours=[(16, 128, 128)]))
    show.projector.load(replace(reel, file=file, start=1.0, facts=replace(reel.facts, seconds=6.0)), paused=False)
    show.until(Rolling)
    show.until(Ended)

    assert show.shown[0].number == 0


def test_noise(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    file = tmp_path / "noise.mp4"
    file.write_bytes(os.urandom(100_000))

    assert fails(show, reel, file) == "it cannot be played"


def test_a_playlist_in_the_clothes_of_a_film_is_not_followed(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    file = tmp_path / "list.mp4"
    file.write_text(f"#EXTM3U\n{reel.file}\n")

    assert fails(show, reel, file) == "it cannot be played"


def test_a_film_of_no_length(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    file = make_clip(tmp_path / "nothing.mkv", ClipPlan(frames=0, sound=False))

    assert fails(show, reel, file) == "it cannot be played"


def test_a_file_that_never_opens_is_given_up(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    file = tmp_path / "pipe.mp4"
    os.mkfifo(file)

    assert fails(show, reel, file) == "no picture came from it in time"
    plays(show, reel)


def test_damaged_pictures_do_not_end_the_projector(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    content = bytearray(reel.file.read_bytes())
    start = content.index(b"mdat") + 8
    for at in range(start + 6000, start + 60_000, 7):
        if at < len(content) - 8000:
            content[at] ^= 0x5A
    file = tmp_path / "damaged.mp4"
    file.write_bytes(content)
    show.projector.load(replace(reel, file=file), paused=False)
    show.watch(1.0)

    plays(show, reel)


def test_media_that_is_removed_while_it_plays(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    folder = tmp_path / "media"
    folder.mkdir()
    file = Path(shutil.copy(reel.file, folder / "film.mp4"))
    show.projector.load(replace(reel, file=file), paused=False)
    show.until(Rolling)
    shutil.rmtree(folder)

    assert isinstance(show.until(Ended), Ended)
    assert fails(show, reel, file) == "it cannot be played"


def test_a_name_that_is_not_unicode(show: VlcShow, reel: Reel, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.mp4")
    shutil.copy(reel.file, file)
    show.projector.load(replace(reel, file=file), paused=True)

    assert isinstance(show.until(Loaded), Loaded)


def test_a_picture_that_no_memory_can_hold(show: VlcShow, reel: Reel) -> None:
    assert fails(show, replace(reel, size=(900_000, 900_000)), reel.file).startswith("no memory for its frames:")
    plays(show, reel)


@pytest.mark.parametrize("name", ["film.mov", "film.mkv", "film.avi"])
def test_containers(show: VlcShow, reel: Reel, tmp_path: Path, name: str) -> None:
    file = make_clip(tmp_path / name, ClipPlan(frames=40))
    show.projector.load(replace(reel, file=file, facts=replace(reel.facts, seconds=1.6)), paused=False)
    show.until(Ended)

    assert show.shown[-1].number == 39
