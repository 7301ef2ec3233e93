"""Every command that README.md and docs/ tell people to give can be given, and those that do no harm are given here."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.cli.completion import INSTALL, SHOW
from kiosk.cli.examples import EXAMPLES
from kiosk.cli.main import VERBS, main
from tests.health.film_faults import Clip, make
from tests.setup.commands import ROOT, Command, commands

FOLDERS = {"DIR", "my-show", "../my-show"}
"""What stands for an exhibition's folder."""
ELSEWHERE = {"test", "VERB", INSTALL, SHOW, "--help", "--version"}
"""First words that are not for the parser of a verb: for ``./run`` itself, or tested on their own."""

RUN: dict[str, set[int]] = {
    "check": {0},
    "doctor": {0, 1, 2},
    "screens": {2},
    "bench": {2},
    "preview": {0},
    "export": {0},
    "import": {0},
    "new": {0},
    SHOW: {0},
    "service status": {0, 1},
}
"""What does no harm, and the exit codes that it may end with on a machine without a display."""

STAND_INS = {"/media/usb/films": "films", "FILE": "list.m3u8"}
"""For words that stand for something that somebody else has."""

FOUND = commands()
PARSED = [each for each in FOUND if each.words[:1] not in {(word,) for word in ELSEWHERE}]


def verb_of(words: Sequence[str]) -> str:
    """``run`` where it is left out."""
    return words[0] if words and words[0] in VERBS else "run"


def parse(words: Sequence[str]) -> int:
    """Let the real command line read it, and do nothing: ``--help`` ends it once all options are understood."""
    return main([*(words if words and words[0] in VERBS else ("run", *words)), "--help"])


@pytest.mark.parametrize("command", PARSED, ids=str)
def test_the_command_line_understands_it(command: Command) -> None:
    words = command.words
    if verb_of(words) == "run" and words and words[0] != "run":
        assert words[0].startswith("-") or words[0] in FOLDERS, f"{words[0]} is neither a verb nor a folder"
    assert parse(words) == 0


@pytest.mark.parametrize("verb", EXAMPLES)
def test_the_command_line_understands_its_own_examples(verb: str) -> None:
    assert parse(shlex.split(EXAMPLES[verb].removeprefix("sudo "))[1:]) == 0


def test_a_wrong_option_would_be_told() -> None:
    assert parse(["check", "my-show", "--loudnes"]) == 2


def test_the_papers_speak_of_every_verb() -> None:
    assert {verb_of(each.words) for each in FOUND} == set(VERBS)


def harmless() -> list[tuple[str, ...]]:
    """The different commands that are really given."""
    found = dict.fromkeys(each.words for each in FOUND if each.words and code_of(each.words) and len(each.words) > 1)
    return list(found)


def code_of(words: Sequence[str]) -> set[int]:
    return RUN.get(" ".join(words[:2])) or RUN.get(words[0], set())


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where somebody stands who reads the papers: films and an exhibition beside the folder, another one in it."""
    base = tmp_path_factory.mktemp("papers")
    here = base / "kiosk"
    here.mkdir()
    clip = make(base / "river.mp4", Clip())
    for films in (base / "my-films", here / "SOURCE", here / "films"):
        films.mkdir()
        shutil.copy(clip, films)
    for show in (base / "my-show", here / "my-show", here / "DIR"):
        give(["new", str(show)], here)
    return here


def give(words: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    hidden = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    state = {"XDG_CACHE_HOME": str(folder.parent / "cache"), "XDG_STATE_HOME": str(folder.parent / "state")}
    return subprocess.run(
        [sys.executable, "-P", "-m", "kiosk", *words],
        cwd=folder,
        env={**hidden, **state, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.vlc
@pytest.mark.parametrize("words", harmless(), ids=" ".join)
def test_it_does_what_it_says(words: tuple[str, ...], places: Path) -> None:
    given = [STAND_INS.get(each, each) for each in words]
    if words[0] == "new":
        given = ["new", str(places / f"new-{'-'.join(words[1:]).strip('./')}")]
    done = give(given, places)
    assert done.returncode in code_of(words), done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    for option in ("--out", "--report"):
        if option in given:
            assert (places / given[given.index(option) + 1]).exists()
