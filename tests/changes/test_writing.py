"""Whether somebody is still writing to a file."""

import os
import signal
from pathlib import Path

from kiosk.changes.writing import is_written


def test_a_file_is_written_while_somebody_has_it_open_for_that(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    with file.open("wb") as copy:
        copy.write(b"half of it")
        copy.flush()
        assert is_written(file)
    assert not is_written(file)


def test_a_file_that_is_read_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(b"whole")
    with file.open("rb"):
        assert not is_written(file)


def test_the_question_leaves_nothing_behind_that_would_hold_up_a_writer(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(b"whole")
    assert not is_written(file)
    handle = os.open(file, os.O_WRONLY | os.O_NONBLOCK)  # would be refused while a lease is held
    os.close(handle)
    assert signal.getsignal(signal.SIGURG) is signal.SIG_DFL  # which the system ignores


def test_what_cannot_be_opened_is_nothing_to_wait_for(tmp_path: Path) -> None:
    assert not is_written(tmp_path / "gone.mp4")
    os.mkfifo(tmp_path / "pipe")
    assert not is_written(tmp_path / "pipe")
