"""The Tab key, pressed in a real bash and a real zsh."""

import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.cli.main import main

PROJECT = Path(__file__).parents[2]
PATIENCE_SECONDS = 60.0
"""A verb is looked up by a Python that starts for it."""

SHELLS = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}


class Terminal:
    """A shell on a terminal of its own, in a folder that holds the exhibition ``my-show``, a link to ``run``, and
    ``bin/kiosk``."""

    def __init__(self, shell: str, folder: Path) -> None:
        self._mine, theirs = pty.openpty()
        environment = {"HOME": str(folder), "TERM": "dumb", "LANG": "C.UTF-8", "PS1": "> ", "SHELL": f"/bin/{shell}"}
        environment["PATH"] = f"{folder / 'bin'}:{os.environ['PATH']}"
        self._shell = subprocess.Popen(
            SHELLS[shell],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)
        self._seen = ""

    def type(self, keys: str) -> None:
        self._seen = ""
        os.write(self._mine, keys.encode())

    def see(self, expected: str) -> str:
        """Wait until this stands on the terminal, since something was typed."""
        latest = time.monotonic() + PATIENCE_SECONDS
        while not re.search(expected, self._seen):
            assert time.monotonic() < latest, self._seen
            if select.select([self._mine], [], [], 0.2)[0]:
                self._seen += os.read(self._mine, 4096).decode(errors="replace")
        return self._seen

    def close(self) -> None:
        self._shell.kill()
        self._shell.wait()
        os.close(self._mine)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a ``run`` that is the project's, and a ``kiosk`` that starts as the installed one does."""
    (tmp_path / "my-show").mkdir()
    (tmp_path / "my-show" / "kiosk.yaml").touch()
    (tmp_path / "run").symlink_to(PROJECT / "run")
    (tmp_path / "bin").mkdir()
    kiosk = tmp_path / "bin" / "kiosk"
    kiosk.write_text(f'#!/bin/sh\nPYTHONPATH={PROJECT} exec {PROJECT}/.venv/bin/python -P -m kiosk "$@"\n')
    kiosk.chmod(0o755)
    return tmp_path


@pytest.fixture
def open_terminal(folder: Path) -> Iterator[Callable[[str], Terminal]]:
    opened: list[Terminal] = []

    def open_one(shell: str) -> Terminal:
        opened.append(Terminal(shell, folder))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("program", ["./run", "kiosk"])
def test_tab_completes_verbs_options_and_folders(
    shell: str, program: str, open_terminal: Callable[[str], Terminal]
) -> None:
    terminal = open_terminal(shell)
    terminal.type(f'eval "$(kiosk --show-completion {shell})"; echo re""ady\n')
    terminal.see("ready")
    terminal.type(f"{program} ch\t")
    terminal.see(f"{re.escape(program)} check ")
    terminal.type("my-s\t")
    terminal.see("my-s.*how")
    terminal.type(" --js\t")
    terminal.see("--js.*on")


@pytest.mark.parametrize(("shell", "start"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
def test_it_is_installed_once(
    shell: str, start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", f"/usr/bin/{shell}")
    (tmp_path / start).write_text("alias ll='ls -l'", encoding="utf-8")
    for _ in range(2):
        assert main(["--install-completion"]) == 0
    assert (tmp_path / start).read_text("utf-8") == (
        f"alias ll='ls -l'\n. ~/.config/film-kiosk/completion.{shell}  # the Tab key for the film kiosk\n"
    )
    assert "complete_" + shell in (tmp_path / ".config/film-kiosk" / f"completion.{shell}").read_text("utf-8")
    said = f"{tmp_path / start} has a line for it now. It works in every {shell} that is started from now on.\n"
    assert capsys.readouterr().out == said * 2
