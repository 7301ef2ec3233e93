"""What the panel tells of a stick."""

import shutil
from pathlib import Path

import pytest

from kiosk.projection.asking import ask_child
from tests.usb.sticks import exhibition


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return exhibition(tmp_path / "show", "own")


def look(stick: Path, own: Path) -> dict[str, object] | None:
    return ask_child("kiosk.usb.looking", 60.0, folder=stick, own=own)


def test_an_exhibition_and_how_large_it_is(tmp_path: Path, own: Path) -> None:
    stick = exhibition(tmp_path / "stick", "brought")
    told = look(stick, own)
    assert told is not None
    files = [each for each in stick.rglob("*") if each.is_file()]
    assert (told["films"], told["files"]) == (1, len(files))
    assert told["size"] == sum(each.stat().st_size for each in files)
    assert told["against"] == []


def test_what_a_stick_must_not_bring(tmp_path: Path, own: Path) -> None:
    stick = exhibition(tmp_path / "stick", "brought")
    (stick / "way").symlink_to("/etc/passwd")
    told = look(stick, own)
    assert told is not None
    assert told["against"] == ["way is a link. Only files and folders are taken."]


def test_a_stick_that_is_gone(tmp_path: Path, own: Path) -> None:
    stick = exhibition(tmp_path / "stick", "brought")
    shutil.rmtree(stick)
    assert look(stick, own) is None
