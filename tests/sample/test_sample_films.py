"""Every film of the sample exhibition is complete in both languages, and Return to Homs has all its facts."""

from datetime import date, timedelta

import pytest

from kiosk.config.load import Loaded
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film
from kiosk.exhibition.loop import ExcerptItem

FILMS = ("return-to-homs", "silvered-water", "still-recording", "of-fathers-and-sons", "the-cave", "for-sama")
LANGUAGES = ("en", "ar")


def film_of(exhibition: Exhibition, film_id: str) -> Film:
    film = exhibition.playlist.film(film_id)
    assert film is not None
    return film


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def test_nothing_is_wrong_with_the_sample(loaded: Loaded) -> None:
    assert [str(problem) for problem in loaded.problems] == []


def test_six_films_in_their_order(exhibition: Exhibition) -> None:
    assert tuple(film.id for film in exhibition.playlist.films) == FILMS
    assert exhibition.languages == LANGUAGES
    assert exhibition.title.by_language == {
        "en": "Documentary Cinema, Syria 2011–2019",
        "ar": "السينما الوثائقية، سوريا 2011–2019",
    }
    assert exhibition.notice.by_language == {"en": "Free admission", "ar": "الدخول مجاني"}


def test_titles(exhibition: Exhibition) -> None:
    titles = {film.title.by_language["en"]: film.title.by_language["ar"] for film in exhibition.playlist.films}
    assert titles == {
        "Return to Homs": "العودة إلى حمص",
        "Silvered Water, Syria Self-Portrait": "ماء الفضة",
        "Still Recording": "لسّه عم تسجّل",
        "Of Fathers and Sons": "عن الآباء والأبناء",
        "The Cave": "الكهف",
        "For Sama": "من أجل سما",
    }


def test_years_and_running_times(exhibition: Exhibition) -> None:
    facts = [(film.year, film.running_time) for film in exhibition.playlist.films]
    minutes = [(2014, 90), (2014, 92), (2018, 116), (2017, 99), (2019, 95), (2019, 95)]
    assert facts == [(year, timedelta(minutes=length)) for year, length in minutes]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("film_id", FILMS)
def test_texts_are_complete(exhibition: Exhibition, film_id: str, language: str) -> None:
    film = film_of(exhibition, film_id)
    for name in ("title", "director", "language", "countries", "director_note", "awards", "still_caption"):
        assert getattr(film, name).by_language.get(language), name
    assert 50 <= len(film.synopsis.by_language[language].split()) <= 75
    assert len(paragraphs(film.more.by_language[language])) >= 3
    assert len(film.more.by_language[language].split()) >= 100


@pytest.mark.parametrize("film_id", FILMS)
def test_whatever_is_said_is_said_in_both_languages(exhibition: Exhibition, film_id: str) -> None:
    film = film_of(exhibition, film_id)
    assert film.content_note is not None
    assert film.screenings
    assert film.excerpts
    texts = [film.medium, film.content_note.seen, film.content_note.heard]
    texts += [text for screening in film.screenings for text in (screening.place, screening.admission)]
    texts += [excerpt.title for excerpt in film.excerpts]
    for text in texts:
        assert set(text.by_language) in (set(), set(LANGUAGES))
    assert {language for excerpt in film.excerpts for language in excerpt.captions} == set(LANGUAGES)


@pytest.mark.parametrize("film_id", FILMS)
def test_paragraphs_match(exhibition: Exhibition, film_id: str) -> None:
    more = film_of(exhibition, film_id).more.by_language
    assert len(paragraphs(more["en"])) == len(paragraphs(more["ar"]))


def test_which_films_are_strong(exhibition: Exhibition) -> None:
    strong = [film.id for film in exhibition.playlist.films if film.strong]
    assert strong == ["return-to-homs", "silvered-water", "of-fathers-and-sons", "the-cave", "for-sama"]


def test_screenings_are_free_and_in_the_season(exhibition: Exhibition) -> None:
    for film in exhibition.playlist.films:
        for screening in film.screenings:
            assert screening.at.date() >= date(2026, 12, 4)
            assert screening.admission.by_language == {"en": "Free admission", "ar": "الدخول مجاني"}


def test_facts_of_return_to_homs(exhibition: Exhibition) -> None:
    film = film_of(exhibition, "return-to-homs")
    assert film.director.by_language == {"en": "Talal Derki", "ar": "طلال ديركي"}
    assert film.year == 2014
    assert film.running_time == timedelta(minutes=90)
    assert film.medium.by_language == {"en": "Digital video, colour", "ar": "فيديو رقمي، ملوّن"}
    assert film.language.by_language == {"en": "Arabic with English subtitles", "ar": "العربية مع ترجمة إنجليزية"}
    assert film.countries.by_language == {"en": "Syria, Germany", "ar": "سوريا، ألمانيا"}
    assert film.still is not None
    assert film.still.name == "homs.jpg"
    assert [f"{screening.at:%Y-%m-%d %H:%M}" for screening in film.screenings] == [
        "2026-12-04 19:00",
        "2026-12-19 17:00",
        "2027-01-15 19:00",
    ]


@pytest.mark.parametrize(
    "fact",
    [
        "Basset, a young goalkeeper",
        "dark humour",
        "much courage and little experience",
        "a few olives and a glass of dirty water",
        "snipers, tanks and mortars of the Syrian Army",
        "streets of rubble and into deserted living rooms",
        "like an immigrant in a city that is new to him",
        "he is captured",
        "rite of passage of two friends",
        "a cry for justice",
    ],
)
def test_the_story_of_return_to_homs(exhibition: Exhibition, fact: str) -> None:
    assert fact in film_of(exhibition, "return-to-homs").more.by_language["en"]


def test_the_note_and_awards_of_return_to_homs(exhibition: Exhibition) -> None:
    film = film_of(exhibition, "return-to-homs")
    for words in ("Greece", "Orwa Nyrabia", "met it as a team"):
        assert words in film.director_note.by_language["en"]
    for words in ("اليونان", "عروة نيربية", "فريقًا واحدًا"):
        assert words in film.director_note.by_language["ar"]
    assert film.awards.by_language["en"] == (
        "World Cinema Grand Jury Prize, Documentary, Sundance Film Festival 2014. Opening film of IDFA, Amsterdam 2013."
    )


def test_the_loop_begins_with_homs_and_spares_silvered_water(exhibition: Exhibition) -> None:
    excerpts = [item.film for item in exhibition.loop.items if isinstance(item, ExcerptItem)]
    assert excerpts == ["return-to-homs", "still-recording", "of-fathers-and-sons", "the-cave", "for-sama"]
    assert exhibition.loop.items[0] == ExcerptItem(film="return-to-homs", excerpt="opening")
    assert (exhibition.loop.order, exhibition.loop.transition) == ("listed", "cut")
