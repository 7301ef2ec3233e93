"""What ``kiosk`` makes of its arguments."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli.examples import EXAMPLES
from kiosk.cli.main import VERBS, main, spelled_out, unknown_verb


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ([], ["run"]),
        (["run", "show"], ["run", "show"]),
        (["../show", "--window", "1280x720"], ["run", "../show", "--window", "1280x720"]),
        (["."], ["run", "."]),
        (["--window", "1280x720"], ["run", "--window", "1280x720"]),
        (["--version"], ["--version"]),
        (["-h"], ["-h"]),
        (["check", "show"], ["check", "show"]),
        (["chek"], ["chek"]),
    ],
)
def test_the_verb_may_be_left_out(written: list[str], meant: list[str]) -> None:
    assert spelled_out(written) == meant


def test_a_folder_without_a_slash_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "show").mkdir()
    monkeypatch.chdir(tmp_path)
    assert spelled_out(["show"]) == ["run", "show"]


def test_an_unknown_verb_is_told_with_the_nearest() -> None:
    assert unknown_verb("chek") == "chek: there is no such verb, and no folder of that name. Did you mean check?"


def test_an_unknown_verb_that_is_near_to_none() -> None:
    assert unknown_verb("xyz") == (
        "xyz: there is no such verb, and no folder of that name. "
        "The verbs are run, new, import, check, doctor, bench, screens, preview, export, tour, pin, service."
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["prewiew"], "prewiew: there is no such verb, and no folder of that name. Did you mean preview?\n"),
        (["./nowhere"], "nowhere is not a folder.\n"),
        (["check", "shwo"], "shwo is not a folder. Did you mean show?\n"),
        (["--show-completion", "fish"], "For which shell? --show-completion bash, or --show-completion zsh\n"),
        (["run", "empty"], "empty has no kiosk.yaml, so it is not an exhibition's folder.\n"),
        (["run", "show", "--window", "big"], "'big' is not a size such as 1280x720.\n"),
        (["tour", "show", "--window", "20x20"], "20x20 is out of range: from 320 to 8192 pixels a side.\n"),
    ],
)
def test_a_wrong_command_line_is_one_sentence(
    written: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "show").mkdir()
    (tmp_path / "show" / "kiosk.yaml").touch()
    monkeypatch.chdir(tmp_path)
    assert main(written) == 2
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("kiosk s", ["screens", "service"]),
        ("kiosk im", ["import"]),
        ("kiosk service ", ["install", "remove", "status"]),
        ("kiosk check --j", ["--json"]),
    ],
)
def test_the_shell_is_told_what_may_follow(
    typed: str, offered: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_KIOSK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split(" ")) - 1))
    assert main([]) == 0
    assert capsys.readouterr().out.split() == offered


@pytest.mark.parametrize(
    ("typed", "meant"), [("servce", "service"), ("imprt", "import"), ("pni", "pin"), ("nwe", "new")]
)
def test_a_new_verb_that_is_mistyped(typed: str, meant: str) -> None:
    assert unknown_verb(typed) == f"{typed}: there is no such verb, and no folder of that name. Did you mean {meant}?"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("kiosk 0.1.0\nPython 3.")
    names = [line.split()[0] for line in told.splitlines()]
    assert names == ["kiosk", "Python", "libvlc", "SDL", "Raqm", "pygame-ce", "PyAV", "Pillow", "FFmpeg", "on"]
    assert "missing" not in told


@pytest.mark.parametrize("verb", EXAMPLES)
def test_the_help_of_every_verb_ends_with_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*verb.split(), "--help"]) == 0
    assert f"Example: {EXAMPLES[verb]}" in " ".join(capsys.readouterr().out.split())


def test_every_verb_has_an_example() -> None:
    assert set(VERBS) <= set(EXAMPLES)


def test_an_unknown_option_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--jsno"]) == 2
    said = capsys.readouterr().err
    assert "No such option: --jsno" in said
    assert "--json" in said


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    words = capsys.readouterr().out
    for line in ("Usage: kiosk", *(f"{verb} " for verb in VERBS), "Open the kiosk."):
        assert line in words


def test_a_projector_that_imports_the_main_module_gets_nothing_else() -> None:
    """Spawned processes import ``kiosk.__main__`` again; what it imports would be loaded in each of them."""
    look = (
        "import sys, kiosk.__main__; print(sorted({'typer', 'rich', 'pygame', 'pydantic', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
