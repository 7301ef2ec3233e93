"""How long it takes to read a film's texts."""

from collections.abc import Sequence

from kiosk.exhibition.film import Film

WORDS_A_MINUTE = 150
"""A slow reader, standing, perhaps in a second language."""
PATIENCE = 2
"""A text page waits for so many slow readings before the kiosk asks."""


def reading_seconds(film: Film, language: str, languages: Sequence[str], *, more: bool) -> float:
    """Seconds that a visitor gets for the texts of a film's page, twice a slow reading.

    ``more``: with those behind "Read more". ``languages``: the exhibition's, for texts that ``language`` lacks.
    """
    texts = (film.synopsis, film.more, film.director_note, film.awards) if more else (film.synopsis,)
    words = sum(len(text.wording(language, languages).text.split()) for text in texts)
    return words * PATIENCE * 60 / WORDS_A_MINUTE
