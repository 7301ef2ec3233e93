"""Somebody who has never seen the project: from nothing to two films of their own on the screen, with four commands.

The commands are those of ``docs/installing.md``, word for word, but for the folder that the films come from.
"""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.screens import PROJECT
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

NEW, IMPORT, CHECK, OPEN = (
    "./run new ../my-show",
    "./run import /media/usb/films --into ../my-show",
    "./run check ../my-show",
    "./run ../my-show",
)


def test_they_are_the_four_commands_of_the_paper() -> None:
    paper = (PROJECT / "docs" / "installing.md").read_text("utf-8")
    found = re.search(r"^Four commands:\n\n```sh\n(.*?)\n```", paper, re.MULTILINE | re.DOTALL)
    assert found is not None
    assert found[1].splitlines() == [NEW, IMPORT, CHECK, OPEN]


def give(command: str, here: Path, films: Path) -> str:
    words = [str(films) if each == "/media/usb/films" else each for each in shlex.split(command)[1:]]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kiosk", *words],
        cwd=here,
        env={"PYTHONPATH": str(PROJECT), "PATH": "/usr/bin:/bin", "HOME": str(here)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_two_films_of_their_own(clip: Path, tmp_path: Path, open_kiosk: Callable[..., Visitor]) -> None:
    here, films = tmp_path / "kiosk", tmp_path / "stick"
    here.mkdir()
    films.mkdir()
    shutil.copy(clip, films / "The River.mp4")
    shutil.copy(clip, films / "A Song.mp4")
    give(NEW, here, films)
    give(IMPORT, here, films)
    give(CHECK, here, films)
    visitor = open_kiosk((here / shlex.split(OPEN)[1]).resolve())
    visitor.wake()
    for film in ("the-river", "a-song"):
        visitor.open_film(film)
        visitor.watch(film)
        visitor.see_it_move()
        visitor.show_controls()
        visitor.tap("close", screen="film", film=film)
        visitor.tap("back", screen="browse")
