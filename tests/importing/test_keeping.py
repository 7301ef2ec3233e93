"""Files on their way into the media folder."""

import os
from pathlib import Path

import pytest

from kiosk.importing.keeping import MediaKeeper
from kiosk.importing.whereabouts import Whereabouts


@pytest.fixture
def media(tmp_path: Path) -> Path:
    (tmp_path / "show" / "media" / "clips").mkdir(parents=True)
    return tmp_path / "show" / "media"


def test_what_is_inside_stays_where_it_is(media: Path) -> None:
    (media / "clips" / "a.mp4").write_text("a", "utf-8")
    assert MediaKeeper(media).keep(media / "clips" / "a.mp4", "other") == "clips/a.mp4"


def test_what_is_elsewhere_is_copied_once(media: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.mp4"
    file.write_text("a", "utf-8")
    file.chmod(0o600)
    keeper = MediaKeeper(media)
    assert keeper.kept(file, "clips") is None
    assert keeper.keep(file, "clips") == "clips/a.mp4"
    assert keeper.keep(file, "clips") == "clips/a.mp4"
    assert keeper.kept(file, "clips") == "clips/a.mp4"
    assert (media / "clips" / "a.mp4").stat().st_mode & 0o777 == 0o644
    assert os.listdir(media / "clips") == ["a.mp4"]


def test_another_file_of_that_name_is_not_overwritten(media: Path, tmp_path: Path) -> None:
    (media / "clips" / "a.mp4").write_text("other", "utf-8")
    (tmp_path / "a.mp4").write_text("a", "utf-8")
    assert MediaKeeper(media).keep(tmp_path / "a.mp4", "clips") == "clips/a-2.mp4"
    assert (media / "clips" / "a.mp4").read_text("utf-8") == "other"


def test_names_that_a_playlist_refuses_are_made_fit(media: Path, tmp_path: Path) -> None:
    file = tmp_path / "a\u202eb:c.mp4"
    file.write_text("a", "utf-8")
    assert MediaKeeper(media).keep(file, "clips") == "clips/a-b-c.mp4"


def test_a_copy_that_breaks_off_leaves_nothing(media: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        MediaKeeper(media).keep(tmp_path, "clips")
    assert os.listdir(media / "clips") == []


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("a.mp4", "films/a.mp4"),
        ("./a.mp4", "films/a.mp4"),
        ("sub/b c.mp4", "films/sub/b c.mp4"),
        ("sub\\b c.mp4", "films/sub/b c.mp4"),
        ("https://example.org/x/b%20c.mp4?", None),
        ("https://example.org/x/b%20c.mp4", "films/sub/b c.mp4"),
        ("file:///code/B%20C.MP4", "films/sub/b c.mp4"),
        ("D:\\films\\b c.mp4", "films/sub/b c.mp4"),
        ("twice.mp4", None),
        ("", None),
        ("a.mp4\x00", None),
    ],
)
def test_a_file_is_found_wherever_it_is_by_now(written: str, found: str | None, tmp_path: Path) -> None:
    for name in ("films/a.mp4", "films/sub/b c.mp4", "films/one/twice.mp4", "films/two/twice.mp4"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert Whereabouts((tmp_path / "films",)).find(written) == (tmp_path / found if found else None)
