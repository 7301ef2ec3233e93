"""What a reader of one language gets to see."""

from kiosk.exhibition.film import Excerpt, Film, Playlist
from kiosk.exhibition.text import Text, Wording, first_strong_direction, language_direction

TITLE = Text({"en": "Return to Homs", "ar": "العودة إلى حمص"})


def test_the_readers_own_language() -> None:
    assert TITLE.wording("ar") == Wording("العودة إلى حمص", "ar")
    assert TITLE.wording("ar").direction == "rtl"


def test_the_exhibitions_first_language_where_it_is_missing() -> None:
    assert TITLE.wording("fr", ("ar", "en")) == Wording("العودة إلى حمص", "ar")
    assert TITLE.wording("fr") == Wording("Return to Homs", "en")
    assert Text({"ar": "", "en": "Free"}).wording("ar", ("ar", "en")) == Wording("Free", "en")


def test_a_bare_text_serves_all_and_keeps_its_own_direction() -> None:
    bare = Text({"": "Return to Homs"})
    assert bare.wording("ar") == Wording("Return to Homs", "ar")
    assert bare.wording("ar").direction == "ltr"
    assert bare.has("ar")


def test_no_text() -> None:
    assert not Text()
    assert not Text({"en": ""})
    assert not Text().wording("en")
    assert not TITLE.has("fr")


def test_directions() -> None:
    assert [language_direction(each) for each in ("en", "ar", "fa-IR", "pt-BR")] == ["ltr", "rtl", "rtl", "ltr"]
    assert [first_strong_direction(each) for each in ("1975 بيروت", "«Beirut»", "2014")] == ["rtl", "ltr", None]
    assert Wording("2014", "ar").direction == "rtl"


def test_finding_films_and_excerpts() -> None:
    from pathlib import Path

    excerpt = Excerpt(id="opening", file=Path("homs.mp4"))
    film = Film(id="homs", title=TITLE, excerpts=(excerpt,))
    playlist = Playlist(films=(film,))
    assert playlist.film("homs") is film
    assert playlist.film("sama") is None
    assert film.excerpt("opening") is excerpt
    assert film.excerpt("end") is None
    assert not film.strong
