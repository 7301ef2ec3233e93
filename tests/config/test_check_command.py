"""``kiosk check``."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from exhibition_folders import laid_out
from PIL import Image
from typer.testing import CliRunner

from kiosk.cli.check import check
from tests.health.film_faults import CLEAN, make

UNKNOWN_KEY = "playlists/films.yaml:6:5 films[0].running_tme: unknown key. Did you mean running_time?"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered from elsewhere."""
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "cache"))


def show(case: str, tmp_path: Path) -> Path:
    """The case with a still that is large enough, and its screening in a hundred years, so that it is never over."""
    folder = laid_out(case, tmp_path / "show")
    films = folder / "playlists/films.yaml"
    films.write_text(films.read_text("utf-8").replace("2026-12-04", "2126-12-04"), "utf-8")
    Image.new("RGB", (1920, 1080), (90, 110, 130)).save(folder / "media/stills/homs.jpg")
    return folder


def run(*arguments: str) -> tuple[int, str]:
    app = typer.Typer()
    app.command()(check)
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.stdout


@pytest.mark.parametrize(
    ("case", "code", "lines"),
    [
        ("good", 0, ["2 films with 3 excerpts, a loop of 2 items. Nothing is wrong."]),
        ("unknown-key", 1, [UNKNOWN_KEY, "2 films with 3 excerpts, a loop of 2 items. 1 problem."]),
        (
            "loop-m3u",
            0,
            [
                "playlists/loop.m3u:3:1 this path leads elsewhere. The files were found by their names in media/.",
                "2 films with 3 excerpts, a loop of 2 items. Nothing is wrong, 1 notice.",
            ],
        ),
        (
            "empty-kiosk-file",
            2,
            [
                "kiosk.yaml:1:1 is empty. Visitors see a closed screen.",
                "This exhibition cannot be shown. 1 problem.",
            ],
        ),
    ],
)
def test_prints_and_ends(case: str, code: int, lines: list[str], tmp_path: Path) -> None:
    assert run(str(show(case, tmp_path)), "--quick") == (code, "\n".join(lines) + "\n")


def test_no_exhibition_there(tmp_path: Path) -> None:
    assert run(str(tmp_path))[0] == 2


def test_as_json(tmp_path: Path) -> None:
    code, output = run(str(show("unknown-key", tmp_path)), "--quick", "--json")
    assert code == 1
    assert json.loads(output) == {
        "summary": "2 films with 3 excerpts, a loop of 2 items. 1 problem.",
        "problems": [
            {
                "file": "playlists/films.yaml",
                "line": 6,
                "column": 5,
                "where": "films[0].running_tme",
                "message": "unknown key. Did you mean running_time?",
                "severity": "problem",
                "code": "",
                "remedy": "",
            }
        ],
    }


def test_stills_are_looked_into(tmp_path: Path) -> None:
    folder = show("good", tmp_path)
    still = folder / "media/stills/homs.jpg"
    still.write_bytes(still.read_bytes()[:400])
    assert run(str(folder), "--quick") == (
        1,
        "playlists/films.yaml:7:12 films[0].still: stills/homs.jpg is damaged or cut off: there is less in it than a "
        "whole picture. The film is shown without it.\n"
        "playlists/loop.yaml:3:12  items[1].still: stills/homs.jpg is damaged or cut off: there is less in it than a "
        "whole picture. The item is left out.\n"
        "2 films with 3 excerpts, a loop of 1 item. 2 problems.\n",
    )


def test_broken_stills_in_a_folder_are_left_out_of_the_loop(tmp_path: Path) -> None:
    folder = show("good", tmp_path)
    (folder / "media/stills/empty.png").touch()
    settings = folder / "kiosk.yaml"
    settings.write_text(settings.read_text("utf-8").replace("playlists/loop.yaml", "media/stills"), "utf-8")
    assert run(str(folder), "--quick") == (
        1,
        "kiosk.yaml:5:7 loop: media/stills/empty.png is empty. It is left out.\n"
        "2 films with 3 excerpts, a loop of 1 item. 1 problem.\n",
    )


TABLE = """\
file                codec  size     rate  length  decoded  sound
homs.mp4 0:02–0:12  h264   640×360  25    0:10    9.9×     stereo -21 LUFS
homs.mp4 0:12–      h264   640×360  25    0:08    9.9×     stereo -21 LUFS
water.mp4           –
"""


@pytest.mark.vlc
def test_films_are_inspected_and_remembered(tmp_path: Path) -> None:
    folder = show("good", tmp_path)
    make(folder / "media/clips/homs.mp4", replace(CLEAN, frames=500))
    unreadable = (
        "playlists/films.yaml:24:15 films[1].excerpts[0].file: clips/water.mp4 is not a film, or is damaged. It cannot "
        "be watched. Copy the file once more, or convert it to MP4 with H.264 and AAC.  [film-unreadable]"
    )
    summary = "2 films with 3 excerpts, a loop of 2 items. 1 problem."
    code, output = run(str(folder))
    assert code == 1
    table, _, told = output.partition("\n\n")
    assert told == f"{unreadable}\n{summary}\n"
    lines = [re.sub(r"\d+\.\d×", "9.9×", line).split() for line in table.splitlines()]
    assert lines == [line.split() for line in TABLE.splitlines()]

    (folder / "media/clips/water.mp4").write_bytes((folder / "media/clips/homs.mp4").read_bytes())
    assert run(str(folder))[0] == 0
    found = json.loads(run(str(folder), "--json")[1])
    assert [(each["file"], each["start"], each["end"]) for each in found["films"]] == [
        ("clips/homs.mp4", 2.0, 12.0),
        ("clips/homs.mp4", 12.0, None),
        ("clips/water.mp4", 0.0, None),
    ]
    first = found["films"][0]
    assert first["facts"]["codec"] == "h264"
    assert first["watched"]["frames"] == 250
    assert first["speed"] > 0
    assert first["loudness"]["integrated"] == pytest.approx(-20.6, abs=0.5)
