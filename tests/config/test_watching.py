"""Saved changes are noticed by looking."""

import os
from pathlib import Path

from kiosk.config.watch import Watch


def test_saved_replaced_removed_and_new_files(tmp_path: Path) -> None:
    saved, replaced, removed, new, quiet = (tmp_path / name for name in ("a", "b", "c", "d", "e"))
    for file in (saved, replaced, removed, quiet):
        file.write_text("before")
    watch = Watch([saved, replaced, removed, new, quiet])
    assert watch.changed() == []
    saved.write_text("after, and longer")
    (tmp_path / "other").write_text("before")
    os.replace(tmp_path / "other", replaced)
    removed.unlink()
    new.write_text("")
    assert watch.changed() == [saved, replaced, removed, new]
    assert watch.changed() == []


def test_same_length_at_another_time(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.yaml"
    file.write_text("rotate: 90")
    watch = Watch([file])
    os.utime(file, ns=(1, 1))
    assert watch.changed() == [file]


def test_a_folder_that_cannot_be_looked_into(tmp_path: Path) -> None:
    assert Watch([tmp_path / "gone" / "kiosk.yaml"]).changed() == []


def test_what_is_saved_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    file, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_text("1")
    watch = Watch([file])
    file.write_text("12")
    assert watch.changed() == [file]
    file.write_text("123")  # while somebody reads what was saved before
    watch.follow([file, other])
    assert watch.changed() == [file]
    other.write_text("1")
    assert watch.changed() == [other]
