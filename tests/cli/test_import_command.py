"""``kiosk import``, with real films and the real process that looks into them."""

import shutil
from pathlib import Path

import pytest

from kiosk.cli.main import main
from tests.projection.film_clips import ClipPlan, make_clip

pytestmark = pytest.mark.vlc


@pytest.fixture
def show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """What ``kiosk new`` writes."""
    assert main(["new", str(tmp_path / "show")]) == 0
    capsys.readouterr()
    return tmp_path / "show"


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clip(tmp_path_factory.mktemp("clip") / "clip.mp4", ClipPlan(width=640, height=360, frames=60))


@pytest.fixture
def films(clip: Path, tmp_path: Path) -> Path:
    """A film with captions, one with an Arabic name, and something that is no film."""
    folder = tmp_path / "films"
    folder.mkdir()
    shutil.copy2(clip, folder / "return-to-homs (2014).mp4")
    shutil.copy2(clip, folder / "الكهف.mp4")
    (folder / "return-to-homs (2014).en.srt").write_text("1\n00:00:00,100 --> 00:00:02,000\nHello\n", "utf-8")
    (folder / "return-to-homs (2014).ar.srt").write_text("nothing that could be read", "utf-8")
    (folder / "notes.mp4").write_text("no film", "utf-8")
    return folder


def test_films_of_a_folder_are_in_the_playlist_and_check_finds_nothing(
    show: Path, films: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(films), "--into", str(show)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "notes.mp4 is not a film, or is damaged. It is left out."
    assert said[1].startswith("return-to-homs (2014).ar.srt ")
    assert said[2] == "2 films were added to playlists/films.yaml."
    text = (show / "playlists" / "films.yaml").read_text("utf-8")
    assert text.partition("films:\n")[2] == (
        "  - id: return-to-homs\n"
        "    title: Return to Homs   # from the file's name\n"
        '    # director: {en: "…", ar: "…"}\n'
        "    year: 2014\n"
        "    # running_time: 90 min         # of the whole film\n"
        '    # synopsis: {en: "…", ar: "…"}   # 50 to 75 words\n'
        "    still: stills/return-to-homs.jpg   # taken from return-to-homs (2014).mp4\n"
        "    excerpts:\n"
        "      - id: excerpt\n"
        "        kind: excerpt\n"
        "        file: clips/return-to-homs (2014).mp4   # 0:02, 640 × 360\n"
        "        captions: {en: clips/return-to-homs (2014).en.srt}\n"
        "\n"
        "  - id: film-1\n"
        "    title: الكهف   # from the file's name\n"
        '    # director: {en: "…", ar: "…"}\n'
        "    # year: 2026\n"
        "    # running_time: 90 min         # of the whole film\n"
        '    # synopsis: {en: "…", ar: "…"}   # 50 to 75 words\n'
        "    still: stills/film-1.jpg   # taken from الكهف.mp4\n"
        "    excerpts:\n"
        "      - id: excerpt\n"
        "        kind: excerpt\n"
        "        file: clips/الكهف.mp4   # 0:02, 640 × 360\n"
    )
    assert main(["check", str(show), "--quick"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-1] == "2 films with 2 excerpts, a loop of 3 items. Nothing is wrong, 9 notices."


def test_a_second_time_adds_only_what_is_new(
    show: Path, films: Path, clip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (films / "notes.mp4").unlink()
    (films / "return-to-homs (2014).ar.srt").unlink()
    assert main(["import", str(films), "--into", str(show)]) == 0
    before = (show / "playlists" / "films.yaml").read_text("utf-8")
    media = sorted(show.rglob("*"))
    capsys.readouterr()
    assert main(["import", str(films), "--into", str(show)]) == 0
    assert capsys.readouterr().out == "0 films were added to playlists/films.yaml. 2 were in it before.\n"
    assert (show / "playlists" / "films.yaml").read_text("utf-8") == before
    assert sorted(show.rglob("*")) == media
    shutil.copy2(clip, films / "for sama.mp4")
    shutil.copy2(clip, films / "return-to-homs-trailer.mp4")
    assert main(["import", str(films), "--into", str(show)]) == 1
    assert capsys.readouterr().out == (
        "clips/return-to-homs-trailer.mp4 is new, but its film return-to-homs is in the playlist already: "
        "add it there.\n"
        "1 film was added to playlists/films.yaml. 1 was in it before.\n"
        "What is to be filled in stands there behind a #. Then: kiosk check\n"
    )
    assert (show / "playlists" / "films.yaml").read_text("utf-8").startswith(before)


def test_a_table_with_both_languages(show: Path, films: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = films / "films.csv"
    head = "title_en,title_ar,director,file,start,end\n"
    rows = "Homs,حمص,Talal,return-to-homs (2014).mp4,0:00,0:01\nLost,ضائع,,x.mp4,,\n"
    table.write_text(head + rows, "utf-8")
    (films / "return-to-homs (2014).ar.srt").unlink()
    assert main(["import", str(table), "--into", str(show)]) == 1
    assert "Row 3: x.mp4 was not found.\n" in capsys.readouterr().out
    text = (show / "playlists" / "films.yaml").read_text("utf-8")
    assert "    title: {en: Homs, ar: حمص}\n    director: Talal\n" in text
    assert "        start: 0:00\n        end: 0:01\n" in text
    assert "    # The file of an excerpt was not found: x.mp4\n" in text
    assert main(["check", str(show), "--quick"]) == 0


def test_an_exhibition_without_films_gets_its_first(show: Path, films: Path) -> None:
    (films / "return-to-homs (2014).ar.srt").unlink()
    path = show / "playlists" / "films.yaml"
    path.write_text("films:\n", "utf-8")
    assert main(["import", str(films / "return-to-homs (2014).mp4"), "--into", str(show)]) == 0
    assert path.read_text("utf-8").startswith("films:\n  - id: return-to-homs\n")
    assert '    # director: {en: "…", ar: "…"}\n' in path.read_text("utf-8")
    assert main(["check", str(show), "--quick"]) == 0


def test_into_which_exhibition(
    films: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(films)
    assert main(["import", str(films)]) == 2
    assert capsys.readouterr().err == (
        "Into which exhibition? Name its folder with --into. To make one: kiosk new FOLDER\n"
    )


def test_a_source_that_is_none(show: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(tmp_path / "nowhere"), "--into", str(show)]) == 2
    assert capsys.readouterr().err == f"{tmp_path}/nowhere is not there.\n"
