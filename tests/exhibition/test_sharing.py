"""What is as it was before is the same object again."""

from dataclasses import replace
from pathlib import Path

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film, Playlist
from kiosk.exhibition.loop import ExcerptItem, Loop
from kiosk.exhibition.sharing import sharing
from kiosk.exhibition.text import Text


def exhibition(*years: int, title: str = "Two films") -> Exhibition:
    films = tuple(Film(f"film-{number}", Text({"en": "A film"}), year=year) for number, year in enumerate(years))
    loop = Loop((ExcerptItem("film-0", "whole"),))
    return Exhibition(
        Path("/show"), Text({"en": title}), Path("/show/media"), playlist=Playlist(films=films), loop=loop
    )


def test_an_equal_exhibition_is_the_one_before() -> None:
    before = exhibition(2014, 2015)
    assert sharing(exhibition(2014, 2015), before) is before


def test_only_the_film_that_differs_is_new() -> None:
    before, after = exhibition(2014, 2015), exhibition(2014, 2016)
    shared = sharing(after, before)
    assert shared == after
    assert shared.playlist.films[0] is before.playlist.films[0]
    assert shared.playlist.films[1] is after.playlist.films[1]
    assert shared.loop is before.loop


def test_films_that_changed_places() -> None:
    before = exhibition(2014, 2015)
    after = replace(before, playlist=Playlist(films=tuple(reversed(exhibition(2014, 2015).playlist.films))))
    shared = sharing(after, before)
    assert [each.id for each in shared.playlist.films] == ["film-1", "film-0"]
    assert shared.playlist.film("film-1") is before.playlist.film("film-1")


def test_another_title_keeps_all_films() -> None:
    before = exhibition(2014, 2015)
    shared = sharing(exhibition(2014, 2015, title="Other films"), before)
    assert shared.title == Text({"en": "Other films"})
    assert shared.playlist is before.playlist
