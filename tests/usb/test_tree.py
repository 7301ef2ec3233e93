"""What is looked for on a stick, and what is left there."""

import os
from pathlib import Path

import pytest

from kiosk.usb import tree
from kiosk.usb.tree import Refused, tree_of


def write(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def test_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, "playlists/films.yaml", "kiosk.yaml", "media/clips/فيلم.mp4")
    found = tree_of(tmp_path)
    assert [piece.name for piece in found.pieces] == ["kiosk.yaml", "media/clips/فيلم.mp4", "playlists/films.yaml"]
    assert found.size == 10 + len("media/clips/فيلم.mp4".encode()) + 20


def test_what_other_systems_leave_behind_and_what_belongs_to_a_machine_stays_there(tmp_path: Path) -> None:
    write(tmp_path, "kiosk.yaml", "._kiosk.yaml", ".DS_Store", ".Trashes/film.mp4", "media/._film.mp4")
    write(tmp_path, "System Volume Information/x", "media/Thumbs.db", "DESKTOP.INI", "kiosk.local.yaml")
    assert [piece.name for piece in tree_of(tmp_path).pieces] == ["kiosk.yaml"]


def test_links_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "kiosk.yaml", "media/film.mp4")
    (tmp_path / "media/passwords.txt").symlink_to("/etc/passwd")
    with pytest.raises(Refused, match=r"^media/passwords.txt is a link\. Only files and folders are taken\.$"):
        tree_of(tmp_path)


def test_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "kiosk.yaml")
    os.mkfifo(tmp_path / "film.mp4")
    with pytest.raises(Refused, match=r"^film.mp4 is no file\. Only files and folders are taken\.$"):
        tree_of(tmp_path)


def test_a_folder_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a/" * 17 + "kiosk.yaml")
    with pytest.raises(Refused, match="more than 16 folders deep"):
        tree_of(tmp_path)
    monkeypatch.setattr(tree, "MOST_FILES", 3)
    with pytest.raises(Refused, match=r"^There are more than 3 files in it\.$"):
        tree_of(write(tmp_path / "b", "1", "2", "3", "4"))


def test_names_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.mp4")).write_text("x")
    assert len(tree_of(tmp_path).fingerprint) == 64


def test_a_fingerprint_changes_with_names_sizes_and_times_but_not_with_a_sticks_rough_clock(tmp_path: Path) -> None:
    file = write(tmp_path, "a") / "a"
    os.utime(file, ns=(0, 10_000_000_000))
    before = tree_of(tmp_path).fingerprint
    os.utime(file, ns=(0, 11_900_000_000))
    assert tree_of(tmp_path).fingerprint == before
    os.utime(file, ns=(0, 12_000_000_000))
    later = tree_of(tmp_path).fingerprint
    file.write_text("longer")
    os.utime(file, ns=(0, 12_000_000_000))
    longer = tree_of(tmp_path).fingerprint
    file.rename(tmp_path / "b")
    assert len({before, later, longer, tree_of(tmp_path).fingerprint}) == 4
