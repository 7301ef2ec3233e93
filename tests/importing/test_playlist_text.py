"""How films are written into a playlist."""

from pathlib import Path

import pytest

from kiosk.importing.film_text import WrittenExcerpt, WrittenFilm, films_text, quoted
from kiosk.importing.found import NoSource
from kiosk.importing.playlist import read_playlist, write_playlist

FILM = WrittenFilm(
    "return-to-homs",
    {"title": {"en": "Return to Homs", "ar": "العودة إلى حمص"}, "countries": {"": "Syria, Germany"}},
    {"year": "2014"},
    still="stills/return-to-homs.jpg",
    still_remark="taken from homs.mp4",
    excerpts=[
        WrittenExcerpt(
            "excerpt",
            "clips/homs #1.mp4",
            "excerpt",
            {"": "The first song: on"},
            "0:12",
            "2:00",
            {"en": "clips/homs, en.srt"},
            remark="2:30, 1920 × 1080",
        )
    ],
    missing=["homs-trailer.mp4"],
)

WRITTEN = """\
  - id: return-to-homs
    title: {en: Return to Homs, ar: العودة إلى حمص}
    # director: {en: "…", ar: "…"}
    year: 2014
    # running_time: 90 min         # of the whole film
    countries: "Syria, Germany"
    # synopsis: {en: "…", ar: "…"}   # 50 to 75 words
    still: stills/return-to-homs.jpg   # taken from homs.mp4
    # The file of an excerpt was not found: homs-trailer.mp4
    excerpts:
      - id: excerpt
        title: "The first song: on"
        kind: excerpt
        file: "clips/homs #1.mp4"   # 2:30, 1920 × 1080
        start: 0:12
        end: 2:00
        captions: {en: "clips/homs, en.srt"}
"""


def test_a_film() -> None:
    assert films_text([FILM], ("en", "ar"), 2) == WRITTEN


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Homs", "Homs"),
        ("1948", '"1948"'),
        ("on", '"on"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ('say "a"', '"say \\"a\\""'),
        ("two\nlines", '"two\\nlines"'),
        ("العودة", "العودة"),
        ("\u2068Homs\u2069", '"\u2068Homs\u2069"'),
    ],
)
def test_quotes_where_yaml_needs_them(text: str, written: str) -> None:
    assert quoted(text) == written


def test_films_go_to_the_end_and_all_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "films.yaml"
    before = "# mine\ntitle: Films\nfilms:\n    - id: first   # the first\n      title: First\n      # - nothing\n"
    path.write_text(before, "utf-8")
    playlist = read_playlist(path)
    assert (playlist.ids, playlist.indent) == ({"first"}, 4)
    write_playlist(playlist, films_text([FILM], ("en",), playlist.indent), 1)
    written = path.read_text("utf-8")
    assert written.startswith(before)
    assert read_playlist(path).ids == {"first", "return-to-homs"}
    assert read_playlist(path).files == {"clips/homs #1.mp4"}
    assert [each.name for each in tmp_path.iterdir()] == ["films.yaml"]


@pytest.mark.parametrize("before", ["films:\n", "title: Films\n\nfilms:\n", "films:"])
def test_a_playlist_without_films(before: str, tmp_path: Path) -> None:
    path = tmp_path / "films.yaml"
    path.write_text(before, "utf-8")
    write_playlist(read_playlist(path), films_text([FILM], ("en",), 2), 1)
    assert read_playlist(path).ids == {"return-to-homs"}


@pytest.mark.parametrize(
    "before",
    [
        "films:\n  - id: a\n    title: A\ntitle: Films\n",
        "films: [{id: a, title: A}]\n",
        "films: {a: b}\n",
        "title: Films\n",
        "films: [\n",
    ],
)
def test_a_playlist_that_cannot_be_added_to_is_left_as_it_is(before: str, tmp_path: Path) -> None:
    path = tmp_path / "films.yaml"
    path.write_text(before, "utf-8")
    with pytest.raises(NoSource):
        read_playlist(path)
    assert path.read_text("utf-8") == before


def test_what_would_not_be_read_as_it_should_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "films.yaml"
    path.write_text("films:\n  - id: a\n    title: A\n", "utf-8")
    with pytest.raises(NoSource, match=r"could not be added to films\.yaml; it is as it was"):
        write_playlist(read_playlist(path), "  - id: [\n", 1)
    assert path.read_text("utf-8") == "films:\n  - id: a\n    title: A\n"
