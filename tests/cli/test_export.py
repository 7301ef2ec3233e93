"""``kiosk export``, and what is read back from the lists that it wrote."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import typer
import yaml
from typer.testing import CliRunner

from kiosk.cli.export import export
from kiosk.config.list_loops import ListLoopReader, stretches
from kiosk.config.load import load_exhibition
from kiosk.config.media_folder import MediaFolder
from kiosk.config.notebook import Notebook
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.loop import FileItem, LoopItem
from tests.projection.film_clips import ClipPlan, make_clip

Export = Callable[..., tuple[int, str, str]]

ITEMS = [
    {"excerpt": "homs/opening", "repeat": 3},
    {"file": "clips/plain.mp4"},
    {"file": "clips/100%25 true.mp4", "start": "0:01", "end": "0:02.5"},
    {"file": "clips/#1 'Köln'.mp4", "repeat": 2},
    {"file": "clips/فيلم.mp4", "start": "0:00.125"},
    {"still": "stills/homs.jpg", "for": "6.5 s"},
    {"excerpt": "water/river"},
]


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """An exhibition whose loop holds everything that a list can say, with names that need care."""
    folder = tmp_path / "show"
    shutil.copytree(Path(__file__).parents[1] / "data" / "config" / "good", folder)
    for item in ITEMS:
        if "file" in item:
            (folder / "media" / str(item["file"])).touch()
    write_loop(folder, {"items": ITEMS})
    return folder


def write_loop(folder: Path, content: object) -> None:
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    (folder / "playlists" / "loop.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def run() -> Export:
    def run_it(*arguments: str) -> tuple[int, str, str]:
        app = typer.Typer()
        app.command()(export)
        result = CliRunner().invoke(app, arguments)
        return result.exit_code, result.stdout, result.stderr

    return run_it


def exhibition(folder: Path) -> Exhibition:
    loaded = load_exhibition(folder)
    assert loaded.problems == []
    assert loaded.exhibition is not None
    return loaded.exhibition


@pytest.mark.parametrize("name", ["loop.m3u", "media/loop.M3U8", "playlists/loop.xspf"])
def test_what_was_written_is_the_same_loop_again(name: str, show: Path, run: Export) -> None:
    written = exhibition(show)
    assert run(str(show), "--out", str(show / name)) == (0, f"{show / name}: 7 entries.\n", "")
    notebook = Notebook(show)
    read = ListLoopReader(notebook, MediaFolder(show / "media"), stretches(written.playlist)).read(name)
    assert notebook.problems == []
    assert read == replace(written.loop, listed=())  # the panel lists the items of loops in YAML only


def test_titles_of_files_come_back(show: Path, run: Export) -> None:
    (show / "first.m3u8").write_text("#EXTM3U\n#EXTINF:3,Nobody - Sea & <sand>\nmedia/clips/plain.mp4\n", "utf-8")
    settings = show / "kiosk.yaml"
    settings.write_text(settings.read_text("utf-8").replace("playlists/loop.yaml", "first.m3u8"), "utf-8")
    written = exhibition(show)
    for name in ("second.m3u8", "third.xspf"):
        run(str(show), "--out", str(show / name))
        assert ListLoopReader(Notebook(show), MediaFolder(show / "media")).read(name) == written.loop


def test_all_films(show: Path, run: Export) -> None:
    out = show / "films.m3u8"
    assert run(str(show), "--films", "--out", str(out)) == (0, f"{out}: 3 entries.\n", "")
    assert out.read_text("utf-8") == (
        "#EXTM3U\n"
        "#EXTINF:10,Return to Homs\n#EXTVLCOPT:start-time=2\n#EXTVLCOPT:stop-time=12\nmedia/clips/homs.mp4\n"
        "#EXTINF:-1,Return to Homs\n#EXTVLCOPT:start-time=12\nmedia/clips/homs.mp4\n"
        "#EXTINF:-1,Silvered Water\nmedia/clips/water.mp4\n"
    )


def test_lengths_are_those_of_the_files(show: Path, run: Export) -> None:
    make_clip(show / "media" / "clips" / "plain.mp4", ClipPlan(frames=75))
    write_loop(show, {"items": [{"file": "clips/plain.mp4"}, {"file": "clips/plain.mp4", "start": "1 s"}]})
    run(str(show), "--out", str(show / "a.m3u"))
    assert [line for line in (show / "a.m3u").read_text("utf-8").splitlines() if "INF" in line] == [
        "#EXTINF:3,",
        "#EXTINF:2,",
    ]


def test_what_a_list_cannot_say_is_said(show: Path, run: Export) -> None:
    inner = {"order": "shuffle", "items": [{"file": "clips/plain.mp4", "on": "fri"}]}
    (show / "playlists" / "inner.yaml").write_text(yaml.safe_dump(inner), "utf-8")
    items = [{"card": {"title": "Six films"}, "for": "5 s"}, {"random": 2}, {"loop": "playlists/inner.yaml"}]
    write_loop(show, {"transition": "crossfade", "items": items})
    loop = exhibition(show).loop
    assert isinstance(loop.items[2], LoopItem)
    code, _, said = run(str(show), "--out", str(show / "a.m3u"))
    assert (code, said.splitlines()) == (
        0,
        [
            "A list cannot say that its items are cross-faded.",
            "A list cannot hold a card: 'Six films' is left out.",
            "A list cannot draw excerpts at random: such an item is left out.",
            "A list cannot say that its items are shuffled.",
            "A list cannot say that an item takes part only on fri.",
        ],
    )
    read = ListLoopReader(Notebook(show), MediaFolder(show / "media")).read("a.m3u")
    assert read == replace(
        loop, items=(FileItem(show / "media/clips/plain.mp4"),), transition="cut", over=timedelta(0), listed=()
    )


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("loop.txt", "loop.txt must end in .m3u, .m3u8 or .xspf.\n"),
        ("there.m3u", "there.m3u is there already. Name another file, or add --force.\n"),
        ("kiosk.yaml/a.m3u", "kiosk.yaml/a.m3u cannot be written: Not a directory.\n"),
    ],
)
def test_what_cannot_be_written(out: str, said: str, show: Path, run: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(show)
    Path("there.m3u").write_text("mine", encoding="utf-8")
    assert run(".", "--out", out) == (2, "", said)
    assert Path("there.m3u").read_text(encoding="utf-8") == "mine"


def test_a_file_is_written_over_if_one_says_so(show: Path, run: Export) -> None:
    (show / "a.m3u").write_text("mine", encoding="utf-8")
    assert run(str(show), "--out", str(show / "a.m3u"), "--force")[0] == 0
    assert (show / "a.m3u").read_text(encoding="utf-8").startswith("#EXTM3U\n")


def test_an_exhibition_that_cannot_be_read(show: Path, run: Export) -> None:
    (show / "kiosk.yaml").write_text("", encoding="utf-8")
    assert run(str(show)) == (2, "", "This exhibition cannot be shown. `kiosk check` tells why.\n")
