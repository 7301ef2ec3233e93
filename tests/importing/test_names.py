"""What names of files tell."""

from pathlib import PurePath

import pytest

from kiosk.importing.names import Name, companion, identifier, read_name


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("return-to-homs.mp4", Name("return-to-homs", "Return to Homs")),
        ("Return_to_Homs_(2014)_1080p_H264_FINAL.mov", Name("return-to-homs", "Return to Homs", "2014")),
        ("Return to Homs - Trailer v2.mp4", Name("return-to-homs", "Return to Homs", kind="trailer")),
        ("return-to-homs.sign.mp4", Name("return-to-homs", "Return to Homs", version="sign")),
        ("the.cave.2019.1920x1080.25fps.mkv", Name("the-cave", "The Cave", "2019")),
        ("1948.mp4", Name("1948", "1948")),
        ("العودة إلى حمص.mp4", Name("العودة إلى حمص", "العودة إلى حمص")),
        ("L’Été à Damas.mp4", Name("l-ete-a-damas", "L’Été à Damas")),
        ("final.mp4", Name("final", "Final")),
        ("trailer.mp4", Name("trailer", "Trailer")),
    ],
)
def test_a_media_file(file: str, name: Name) -> None:
    assert read_name(PurePath(file)) == name


@pytest.mark.parametrize(
    ("other", "language"),
    [
        ("film.srt", ""),
        ("film.en.srt", "en"),
        ("film_ar.vtt", "ar"),
        ("film-Arabic.srt", "ar"),
        ("film.en.forced.srt", "en"),
        ("FILM.fr.srt", "fr"),
        ("filmed.en.srt", None),
        ("film.sign.srt", None),
        ("other.en.srt", None),
    ],
)
def test_a_file_beside_it(other: str, language: str | None) -> None:
    assert companion(PurePath("film.mp4"), PurePath(other)) == language


@pytest.mark.parametrize(
    ("text", "made"), [("Return to Homs!", "return-to-homs"), ("Été ’68", "ete-68"), ("عودة", ""), ("a" * 99, "a" * 60)]
)
def test_an_id(text: str, made: str) -> None:
    assert identifier(text) == made
