"""Headings and times, as tables have them."""

import pytest

from kiosk.importing.columns import Column, column_of
from kiosk.importing.times import running_time, timecode


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Title", Column("title", "")),
        ("title_en", Column("title", "en")),
        ("Title (Arabic)", Column("title", "ar")),
        ("Arabic title", Column("title", "ar")),
        ("TITRE (français)", Column("title", "fr")),
        ("العنوان", Column("title", "")),
        ("العنوان (إنجليزي)", Column("title", "en")),
        ("العنوان بالعربية", None),
        ("Réalisateur", Column("director", "")),
        ("المُخرِج", Column("director", "")),
        ("Film title", Column("title", "")),
        ("Running time", Column("running_time", "")),
        ("Durée", Column("running_time", "")),
        ("سنة الإنتاج", Column("year", "")),
        ("Subtitles EN", Column("captions", "en")),
        ("Sous-titres", Column("captions", "")),
        ("Budget", None),
        ("", None),
    ],
)
def test_a_heading(heading: str, column: Column | None) -> None:
    assert column_of(heading) == column


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("90", "90 min"),
        ("90 min", "90 min"),
        ("90'", "90 min"),
        ("1h30", "90 min"),
        ("2 h", "120 min"),
        ("1:30:00", "90 min"),
        ("1:30", "90 min"),
        ("90:00", "90 min"),
        ("95 دقيقة", "95 min"),
        ("long", ""),
        ("0", ""),
    ],
)
def test_a_running_time(written: str, read: str) -> None:
    assert running_time(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0:12", "0:12"),
        ("00:01:02:13", "1:02"),
        ("01:00:02.5", "1:00:02.5"),
        ("72.25", "1:12.25"),
        ("12", "0:12"),
        ("0:75", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_point_in_time(written: str, read: str) -> None:
    assert timecode(written) == read
