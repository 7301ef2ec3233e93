"""``kiosk check``."""

import json
from pathlib import Path

import pytest
import typer
from exhibition_folders import laid_out
from typer.testing import CliRunner

from kiosk.cli.check import check
from tests.projection.tones import tone

UNKNOWN_KEY = "playlists/films.yaml:6:5 films[0].running_tme: unknown key. Did you mean running_time?"


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
    assert run(str(laid_out(case, tmp_path))) == (code, "\n".join(lines) + "\n")


def test_no_exhibition_there(tmp_path: Path) -> None:
    assert run(str(tmp_path))[0] == 2


def test_as_json(tmp_path: Path) -> None:
    code, output = run(str(laid_out("unknown-key", tmp_path)), "--json")
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
    folder = laid_out("good", tmp_path)
    still = folder / "media/stills/homs.jpg"
    still.write_bytes(still.read_bytes()[:400])
    assert run(str(folder)) == (
        1,
        "playlists/films.yaml:7:12 films[0].still: stills/homs.jpg is damaged or cut off: there is less in it than a "
        "whole picture. The film is shown without it.\n"
        "playlists/loop.yaml:3:12  items[1].still: stills/homs.jpg is damaged or cut off: there is less in it than a "
        "whole picture. The item is left out.\n"
        "2 films with 3 excerpts, a loop of 1 item. 2 problems.\n",
    )


def test_broken_stills_in_a_folder_are_left_out_of_the_loop(tmp_path: Path) -> None:
    folder = laid_out("good", tmp_path)
    (folder / "media/stills/empty.png").touch()
    settings = folder / "kiosk.yaml"
    settings.write_text(settings.read_text("utf-8").replace("playlists/loop.yaml", "media/stills"), "utf-8")
    assert run(str(folder)) == (
        1,
        "kiosk.yaml:5:7 loop: media/stills/empty.png is empty. It is left out.\n"
        "2 films with 3 excerpts, a loop of 1 item. 1 problem.\n",
    )


def test_the_loudness_of_the_films_is_measured_if_asked_for_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "cache"))
    folder = laid_out("good", tmp_path / "show")
    tone(folder / "media" / "clips" / "homs.wav", [(-26.0, 12.0), (-20.0, 3.0)]).rename(
        folder / "media" / "clips" / "homs.mp4"
    )
    tone(folder / "media" / "clips" / "water.wav", [(-0.5, 2.0)]).rename(folder / "media" / "clips" / "water.mp4")
    crackles = "media/clips/water.mp4 peaks at -0.5 dBTP. Above -1 dBTP sound may be cut, and crackle."
    lines = [
        "media/clips/homs.mp4  0:02-0:12: has a loudness of -26.0 LUFS and peaks at -26.0 dBTP.",
        "media/clips/homs.mp4  0:12-end: has a loudness of -20.0 LUFS and peaks at -20.0 dBTP.",
        "media/clips/water.mp4 has a loudness of -0.5 LUFS and peaks at -0.5 dBTP.",
        crackles,
        "2 films with 3 excerpts, a loop of 2 items. Nothing is wrong, 4 notices.",
    ]
    assert run(str(folder), "--loudness") == (0, "\n".join(lines) + "\n")
    summary = "2 films with 3 excerpts, a loop of 2 items. Nothing is wrong, 1 notice."
    assert run(str(folder)) == (0, f"{crackles}\n{summary}\n")
