"""Exhibitions of the shortest and of the longest texts that a museum may write, in every language of the tests."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import ContentNote, Excerpt, Film, Playlist, Screening
from kiosk.exhibition.text import Text
from tests.ui.screenplay import NOW, polyglot, sample

TITLES = {
    "en": "What the River Carried Away: Letters, Songs and Photographs from a City That Is Not There Now",
    "ar": "ما حمله النهر بعيدًا: رسائل وأغانٍ وصور من مدينة لم تعد في مكانها منذ ذلك الصيف البعيد الطويل",
    "fr": "Ce que le fleuve a emporté : lettres, chansons et photographies d’une ville qui n’est plus là",
    "ckb": "ئەوەی ڕووبار لەگەڵ خۆی برد: نامە و گۆرانی و وێنەی شارێک کە ئێستا ئیتر لە شوێنی خۆی نەماوەتەوە",
}
"""Of 90 characters and more."""

DIRECTORS = {
    "en": "Ossama Mohammed, Wiam Simav Bedirxan, Waad al-Kateab, Edward Watts, Ghiath Ayoub",
    "ar": "أسامة محمد، وئام سيماف بدرخان، وعد الخطيب، إدوارد واتس، غياث أيوب",
    "fr": "Ossama Mohammed, Wiam Simav Bedirxan, Waad al-Kateab, Edward Watts, Ghiath Ayoub",
    "ckb": "ئوسامە محەممەد، ویام سیماڤ بەدرخان، وەعد ئەلخەتیب، ئێدوارد واتس، غیاس ئەیوب",
}

LANGUAGES = ("en", "ar")
MORE_LANGUAGES = ("fr", "ckb")
"""Proof that a language is only texts: nothing in the kiosk's code names them."""

SYNOPSIS_WORDS = 300


def longest(folder: Path, films: int = 7, languages: tuple[str, ...] = LANGUAGES) -> Exhibition:
    """Everything as long as it gets: 300 words of synopsis, a title of 90 characters, five directors."""
    title, words = Text(TITLES), Text({each: _words(each, SYNOPSIS_WORDS) for each in languages})
    line = Text({each: _words(each, 12) for each in languages})
    short = Text({each: _words(each, 26) for each in languages})
    excerpts = tuple(Excerpt(f"part-{number}", folder / "none.mp4", line) for number in range(4))
    film = Film(
        id="film-0",
        title=title,
        director=Text(DIRECTORS),
        year=2014,
        running_time=timedelta(minutes=191),
        medium=line,
        language=line,
        countries=line,
        synopsis=words,
        more=words,
        director_note=words,
        awards=line,
        still=folder / "still.jpg",
        still_caption=line,
        content_note=ContentNote(True, short, short),
        link="https://example.org/what-the-river-carried-away/letters-songs-and-photographs",
        screenings=tuple(Screening(NOW + timedelta(days=day), line, line) for day in (60, 70, 400)),
        excerpts=excerpts,
    )
    return _showing(title, short, [replace(film, id=f"film-{number}") for number in range(films)], languages)


def shortest(folder: Path, languages: tuple[str, ...] = LANGUAGES) -> Exhibition:
    """A word of title and nothing else, for all but one film."""
    title = Text({each: _words(each, 1) for each in languages})
    film = Film(id="film-0", title=title, excerpts=(Excerpt("all", folder / "none.mp4"),))
    strong = replace(film, content_note=ContentNote(True, title, Text()))
    films = [strong, *(replace(film, id=f"film-{number}") for number in (1, 2, 3))]
    return _showing(title, Text(), films, languages)


def _showing(title: Text, notice: Text, films: list[Film], languages: tuple[str, ...]) -> Exhibition:
    return replace(sample(), title=title, notice=notice, languages=languages, playlist=Playlist(films=tuple(films)))


def _words(language: str, count: int) -> str:
    """The first words of an exhibition's own texts, over and over."""
    exhibition = sample() if language in LANGUAGES else polyglot()
    texts = " ".join(film.synopsis.wording(language).text for film in exhibition.playlist.films).split()
    return " ".join((texts * (count // len(texts) + 1))[:count])
