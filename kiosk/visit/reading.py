"""How long it takes to read a film's texts."""

from collections.abc import Sequence
from functools import lru_cache

from kiosk.exhibition.film import Film
from kiosk.visit.places import FilmPage

WORDS_A_MINUTE = 150
"""A slow reader, standing, perhaps in a second language."""
PATIENCE = 2
"""A text page waits for so many slow readings before the kiosk asks."""
LONGEST_SECONDS = 20 * 60.0
"""Longer than this nobody reads without scrolling, and each touch begins the time anew."""


def reading_seconds(film: Film, language: str, languages: Sequence[str], page: FilmPage) -> float:
    """Seconds that a visitor gets for the texts of a film's page, twice a slow reading.

    ``page``: with the texts behind "Read more", or those of the transcript. ``languages``: the exhibition's, for
    texts that ``language`` lacks.
    """
    if page.transcript:
        texts = tuple(each.transcript for each in film.transcribed)
    elif page.reading:
        texts = (film.synopsis, film.more, film.director_note, film.awards)
    else:
        texts = (film.synopsis,)
    words = sum(_words(text.wording(language, languages).text) for text in texts)
    return min(LONGEST_SECONDS, words * PATIENCE * 60 / WORDS_A_MINUTE)


@lru_cache(maxsize=64)
def _words(text: str) -> int:
    """Counted once: the time is asked for at every turn of the frame loop, and a transcript can be long."""
    return len(text.split())
