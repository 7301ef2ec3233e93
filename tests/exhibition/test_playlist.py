"""What a playlist knows about its films without looking through all of them."""

from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.exhibition.film import Excerpt, Film, Playlist, Rights, Screening
from kiosk.exhibition.text import Text

HERE = Screening(datetime(2026, 12, 4, 19, 0, tzinfo=UTC))
ELSEWHERE = Screening(datetime(2026, 12, 4, 19, 0, tzinfo=UTC), place=Text({"": "Cinema Akil"}))


def film(film_id: str, **more: object) -> Film:
    return Film(film_id, Text({"": film_id}), **more)  # type: ignore[arg-type]


def test_films_with_a_screening_on_this_screen() -> None:
    here, both = film("here", screenings=(HERE,)), film("both", screenings=(ELSEWHERE, HERE))
    assert Playlist(films=(film("none"), here, film("there", screenings=(ELSEWHERE,)), both)).here == (here, both)


def test_films_whose_rights_say_when_they_may_be_shown() -> None:
    limited = (film("a", rights=Rights(plays_per_day=1)), film("b", rights=Rights(until=date(2026, 12, 4))))
    assert Playlist(films=(limited[0], film("free"), limited[1])).limited == limited


def test_a_file_of_two_films_is_no_films() -> None:
    shared, own = Path("shared.mp4"), Path("own.mp4")
    one = film("one", excerpts=(Excerpt("a", shared), Excerpt("b", own)))
    playlist = Playlist(films=(one, film("two", excerpts=(Excerpt("a", shared),))))
    assert playlist.film_of(own) is one
    assert playlist.film_of(shared) is None
