"""``kiosk new``."""

import re
from pathlib import Path

import pytest

from kiosk.cli.check import FINE
from kiosk.cli.main import main
from kiosk.config.checking import check
from kiosk.config.media_folder import MediaFolder
from kiosk.config.models.playlist import PlaylistFile
from kiosk.config.reader import read_fields


@pytest.fixture
def show(tmp_path: Path) -> Path:
    assert main(["new", str(tmp_path / "show")]) == 0
    return tmp_path / "show"


def test_nothing_is_wrong_with_it(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", str(show)]) == FINE
    told = capsys.readouterr().out.splitlines()
    assert {line.rpartition("  ")[2] for line in told[:-1]} == {"[text-placeholder]", "[still-small]"}
    assert told[-1] == "1 film with 0 excerpts, a loop of 3 items. Nothing is wrong, 13 notices."


def test_what_is_there(show: Path) -> None:
    files = sorted(str(each.relative_to(show)) for each in show.rglob("*"))
    assert files == [
        "kiosk.yaml",
        "media",
        "media/README.txt",
        "media/clips",
        "media/stills",
        "media/stills/first-film.jpg",
        "playlists",
        "playlists/films.yaml",
        "playlists/loop.yaml",
    ]


def test_what_is_behind_a_hash_works_when_it_is_taken_away(show: Path) -> None:
    """Every remark that is a setting: from the first film on, each line that looks like one."""
    path = show / "playlists" / "films.yaml"
    head, films, rest = path.read_text("utf-8").partition("films:\n")
    lines = [re.sub(r"^( *)# ?(?=( *- | *[a-z_]+:| {2,}\S|$))", r"\1", line) for line in rest.splitlines()]
    path.write_text(head + films + "\n".join(lines) + "\n", "utf-8")
    for name in ("mp4", "en.srt", "ar.srt", "sign.mp4", "described.mp4", "en.txt", "ar.txt"):
        (show / "media" / "clips" / f"first-film.{name}").touch()
    reading = read_fields(path, path.name, otherwise="")
    assert reading.root is not None
    checked = check(PlaylistFile, reading.root, MediaFolder(show / "media"))
    assert [str(each) for each in (*reading.problems, *checked.problems)] == []
    film = checked.model.films[0]
    assert film.awards
    assert film.more
    assert film.screenings
    assert film.content_note
    assert film.rights.until
    assert film.excerpts[0].transcript.keys() == {"en", "ar"}


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_never_overwrites(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    assert main(["new", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{tmp_path} is there already, and something is in it. Nothing is overwritten.\n"
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_place_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main(["new", str(tmp_path / "file" / "show")]) == 2
    assert capsys.readouterr().err == f"{tmp_path}/file/show cannot be written (Not a directory).\n"
