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


def test_a_folder_is_another_one_with_another_file_in_it(tmp_path: Path) -> None:
    watch = Watch([tmp_path])
    times = tmp_path.stat()
    (tmp_path / "film.mp4").write_text("")
    os.utime(tmp_path, ns=(times.st_atime_ns, times.st_mtime_ns))  # as on a file system that keeps no such time
    assert watch.changed() == [tmp_path]
    assert watch.changed() == []


def test_what_was_saved_while_other_files_are_chosen_is_a_change(tmp_path: Path) -> None:
    file, other = tmp_path / "kiosk.yaml", tmp_path / "films.yaml"
    file.write_text("before")
    watch = Watch([file])
    file.write_text("after, and longer")
    watch.follow([file, other])
    assert watch.changed() == [file]
