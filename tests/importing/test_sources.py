"""What folders, tables, lists and ACMI's playlists tell of films."""

import json
from pathlib import Path

import pytest

from kiosk.importing.found import Findings, FoundExcerpt, FoundFilm, NoSource
from kiosk.importing.source import read_source

LANGUAGES = ("en", "ar")


@pytest.fixture
def films(tmp_path: Path) -> Path:
    """A folder with some empty files of the right names."""
    (tmp_path / "more").mkdir()
    for name in (
        "homs.mp4",
        "homs.sign.mp4",
        "homs-trailer.mp4",
        "homs.en.srt",
        "homs.ar.srt",
        "homs.jpg",
        "homs.en.txt",
        "more/the cave (2019).mov",
        "._homs.mp4",
        "notes.doc",
    ):
        (tmp_path / name).touch()
    return tmp_path


def read(path: Path, media: Path | None = None) -> Findings:
    return read_source(path, LANGUAGES, media or path.parent / "media")


def test_files_of_a_folder_find_each_other(films: Path) -> None:
    assert read(films).films == [
        FoundFilm(
            "homs",
            {"title": {"": "Homs"}},
            still=films / "homs.jpg",
            excerpts=[
                FoundExcerpt(
                    films / "homs.mp4",
                    "",
                    captions={"ar": films / "homs.ar.srt", "en": films / "homs.en.srt"},
                    versions={"sign": films / "homs.sign.mp4"},
                    transcript={"en": films / "homs.en.txt"},
                ),
                FoundExcerpt(films / "homs-trailer.mp4", "trailer"),
            ],
            guessed=True,
        ),
        FoundFilm(
            "the-cave",
            {"title": {"": "The Cave"}},
            {"year": "2019"},
            excerpts=[FoundExcerpt(films / "more/the cave (2019).mov", "")],
            guessed=True,
        ),
    ]


@pytest.mark.parametrize(
    ("words", "language"), [("1\n00:00:01,000 --> 00:00:02,000\nمرحبا", "ar"), ("1\n00:00:01,000 --> 2\nHello", "en")]
)
def test_captions_without_a_language_tell_it_by_their_letters(words: str, language: str, films: Path) -> None:
    (films / "more" / "the cave (2019).srt").write_bytes(words.encode("cp1256"))
    assert list(read(films).films[1].excerpts[0].captions) == [language]


TABLE = "Title;العنوان;Director;Year;Durée;File;In;Out;Budget\r\n"
ROW = "Homs;حمص;Talal;2014;90;homs.mp4;00:00:12:00;1:02;5\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
def test_a_table_in_any_encoding(encoding: str, films: Path) -> None:
    path = films / "films.csv"
    path.write_bytes((TABLE + ROW + ";;;;;;;;\r\n").encode(encoding))
    found = read(path)
    assert found.remarks == ["These columns are not known and were left out: Budget."]
    assert len(found.films) == 1
    film = found.films[0]
    assert film.words["title"] == {"en": "Homs", "ar": "حمص"}
    assert film.words["director"] == {"": "Talal"}
    assert film.facts == {"year": "2014", "running_time": "90 min"}
    assert (film.excerpts[0].file, film.excerpts[0].start, film.excerpts[0].end) == (films / "homs.mp4", "0:12", "1:02")
    assert film.excerpts[0].captions.keys() == {"en", "ar"}


def test_french_in_the_code_page_of_windows(films: Path) -> None:
    path = films / "films.csv"
    path.write_bytes("Titre,Réalisateur\nL'Été à Damas,Élise Créée\n".encode("cp1252"))
    assert read(path).films[0].words == {"title": {"": "L'Été à Damas"}, "director": {"": "Élise Créée"}}


def test_rows_of_one_film_are_its_excerpts_and_what_is_missing_is_told(films: Path) -> None:
    path = films / "films.csv"
    path.write_text(
        "title\tfile\nHoms\thoms.mp4\nHoms\tC:\\films\\homs-trailer.mp4\nCave\tlost.mp4\n\tx.mp4\n", "utf-8"
    )
    found = read(path)
    assert [each.file for each in found.films[0].excerpts] == [films / "homs.mp4", films / "homs-trailer.mp4"]
    assert found.films[1].excerpts == [FoundExcerpt(None, wanted="lost.mp4")]
    assert found.remarks == ["Row 4: lost.mp4 was not found.", "Row 5: x.mp4 was not found."]


def test_digits_of_other_scripts(films: Path) -> None:
    path = films / "films.csv"
    path.write_text("العنوان,السنة,المدة\nحمص,٢٠١٤,٩٠ دقيقة\n", "utf-8")
    assert read(path).films[0].facts == {"year": "2014", "running_time": "90 min"}


def test_an_acmi_playlist(films: Path) -> None:
    label = {
        "id": 17,
        "title": "Return to Homs",
        "description": "<p>Homs under siege &amp; after.</p>",
        "publication": "2014, Dir. Talal Derki",
        "works": [{"id": 47, "title": "Homs", "first_production_year": "2013"}],
    }
    items = [
        {"label": label, "resource": "https://example.org/media/homs.mp4", "subtitles": "file:///code/homs.ar.srt"},
        {"label": {"id": 30}, "video": {"resource": "https://example.org/the%20cave%20(2019).mov"}, "subtitles": None},
        {"label": {"id": 31}},
        "nothing",
    ]
    path = films / "playlist.json"
    path.write_text(json.dumps({"id": 1, "title": "Demo", "playlist_labels": items}), "utf-8")
    found = read(path)
    assert found.remarks == [
        "Item 3 names no file. It is left out.",
        "Item 4 names no file. It is left out.",
    ]
    first, second = found.films
    assert first.words == {
        "title": {"": "Return to Homs"},
        "director": {"": "Talal Derki"},
        "synopsis": {"": "Homs under siege & after."},
    }
    assert first.facts == {"year": "2013"}
    assert first.excerpts[0].file == films / "homs.mp4"
    assert first.excerpts[0].captions == {"ar": films / "homs.ar.srt", "en": films / "homs.en.srt"}
    assert second.guessed
    assert second.excerpts[0].file == films / "more/the cave (2019).mov"


def test_an_m3u_list(films: Path) -> None:
    path = films / "list.m3u8"
    path.write_text(
        "#EXTM3U\n#EXTINF:120,Talal Derki - Homs\n#EXTVLCOPT:start-time=12\n#EXTVLCOPT:stop-time=72.5\nhoms.mp4\n"
        "/elsewhere/the cave (2019).mov\nlost.mp4\n",
        "utf-8",
    )
    found = read(path)
    assert [each.words["title"][""] for each in found.films] == ["Talal Derki - Homs", "The Cave", "Lost"]
    assert (found.films[0].excerpts[0].start, found.films[0].excerpts[0].end) == ("0:12", "1:12.5")
    assert found.films[1].excerpts[0].file == films / "more/the cave (2019).mov"
    assert found.remarks == ["lost.mp4 was not found."]


def test_an_xspf_list(films: Path) -> None:
    path = films / "list.xspf"
    path.write_text(
        '<?xml version="1.0"?><playlist version="1" xmlns="http://xspf.org/ns/0/"><trackList><track>'
        "<location>file:///mnt/the%20cave%20(2019).mov</location><title>The Cave</title><creator>Feras</creator>"
        "</track></trackList></playlist>",
        "utf-8",
    )
    film = read(path).films[0]
    assert film.words == {"title": {"": "The Cave"}, "director": {"": "Feras"}}
    assert film.excerpts[0].file == films / "more/the cave (2019).mov"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty", None, "There is no film in "),
        (
            "films.csv",
            "a,b\n1,2\n",
            "films.csv has no column for titles or files: its first row must name the columns.",
        ),
        ("films.csv", "", "films.csv has no column for titles or files: its first row must name the columns."),
        ("films.json", "{", "films.json is not JSON."),
        ("films.json", "[]", "films.json is no playlist: it has no playlist_labels."),
        ("films.xlsx", "PK", "films.xlsx is a spreadsheet: please save it as CSV, and import that."),
        ("films.doc", "", "films.doc is neither a folder of films nor a list of them (M3U, XSPF, CSV, JSON)."),
    ],
)
def test_what_cannot_be_imported(name: str, content: str | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is None:
        path.mkdir()
    else:
        path.write_text(content, "utf-8")
    with pytest.raises(NoSource) as error:
        read(path)
    assert str(error.value).startswith(said)
