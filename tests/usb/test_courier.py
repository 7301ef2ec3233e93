"""Copying from a stick: whole and checked, or not at all."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.usb.courier import bring
from kiosk.usb.place import Place
from kiosk.usb.tree import Refused, tree_of
from tests.journeys.exhibitions import film, write_yaml
from tests.usb.sticks import exhibition


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """The machine's own exhibition."""
    return Place(exhibition(tmp_path / "machine/show", "own", clip=b"own"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return exhibition(tmp_path / "stick/kiosk", "brought", clip=os.urandom(3_000_000))


def files(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def refused(stick: Path, place: Place) -> list[str]:
    before = files(place.folder)
    with pytest.raises(Refused) as refusal:
        bring(stick, place)
    assert files(place.folder) == before
    return list(map(str, refusal.value.args))


def test_everything_is_copied_byte_by_byte_with_its_times(stick: Path, place: Place) -> None:
    (stick / "media/._bar.mp4").write_bytes(b"a Mac's shadow file")
    os.utime(stick / "media/bar.mp4", ns=(10**18, 10**18))
    assert bring(stick, place) == ["3 files, 3 MB."]
    copied = files(place.copying)
    assert copied.pop(".brought").decode().strip() == tree_of(stick).fingerprint
    assert copied == {name: content for name, content in files(stick).items() if name != "media/._bar.mp4"}
    assert (place.copying / "media/bar.mp4").stat().st_mtime_ns == 10**18
    assert files(place.folder)["media/bar.mp4"] == b"own"


def test_what_was_copied_takes_the_place_and_is_known_again(stick: Path, place: Place) -> None:
    (place.folder / "kiosk.local.yaml").write_text("captions: off\n")
    (stick / "kiosk.local.yaml").write_text("captions: on\n")
    bring(stick, place)
    place.take()
    assert place.brought == tree_of(stick).fingerprint
    assert (place.folder / "kiosk.local.yaml").read_text() == "captions: off\n"
    assert "brought" in (place.folder / "playlists/films.yaml").read_text()
    assert "own" in (place.before / "playlists/films.yaml").read_text()


def test_an_exhibition_with_a_problem_is_refused_before_anything_is_copied(stick: Path, place: Place) -> None:
    (stick / "media/bar.mp4").unlink()
    assert refused(stick, place) == [
        "playlists/films.yaml:11:11  films[0].excerpts[0].file: bar.mp4 is not in media/. "
        "The film is shown without this excerpt."
    ]
    assert not place.copying.exists()


def test_a_still_that_is_cut_off_is_found_where_it_was_copied_to(stick: Path, place: Place) -> None:
    write_yaml(stick / "playlists/films.yaml", {"films": [film("brought", still="a.jpg")]})
    (stick / "media/a.jpg").write_bytes(b"\xff\xd8\xff\xe0 half a picture")
    (said,) = refused(stick, place)
    assert "films[0].still: a.jpg " in said


def test_a_stick_without_an_exhibition_in_its_folder(tmp_path: Path, place: Place) -> None:
    (tmp_path / "stick/kiosk").mkdir(parents=True)
    assert refused(tmp_path / "stick/kiosk", place) == ["kiosk.yaml  is not there. Visitors see a closed screen."]


def test_a_stick_does_not_bring_commands_or_a_pin(tmp_path: Path, place: Place) -> None:
    hours = {"when_closed": {"screen": "off", "run": ["/bin/sh", "-c", "reboot"]}}
    stick = exhibition(tmp_path / "stick/kiosk", "brought", clip=b"film", hours=hours)
    (said,) = refused(stick, place)
    assert said.endswith("hours.when_closed.run: a stick must not set this.")
    own = exhibition(tmp_path / "other/show", "own", clip=b"own", hours=hours)
    assert bring(stick, Place(own)) == ["3 files, 0 MB."]


def test_a_pulled_stick_leaves_the_old_exhibition_whole(stick: Path, place: Place) -> None:
    before = files(place.folder)
    with pytest.raises(FileNotFoundError):
        bring(stick.with_name("gone"), place)
    assert files(place.folder) == before


def test_a_full_disk_leaves_the_old_exhibition_whole(stick: Path, place: Place) -> None:
    before = files(place.folder)
    with no_file_larger_than(1_000_000), pytest.raises(OSError, match="File too large"):
        bring(stick, place)
    assert files(place.folder) == before
    place.recover()
    assert not place.copying.exists()


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """The nearest to a full disk that a test can have without a disk of its own: writing fails halfway."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
