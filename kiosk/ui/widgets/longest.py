"""Which of very many films have the longest words."""

import heapq
from collections.abc import Callable, Sequence
from typing import Final

from kiosk.exhibition.film import Film
from kiosk.exhibition.text import Wording
from kiosk.ui.screens.page import Page

MEASURED: Final = 60
"""Cards whose words are all set to find out how high the highest is."""


def longest(page: Page, films: Sequence[Film]) -> Sequence[Film]:
    """Those whose words may take most room on a card; all of them, unless there are so many that it takes long.

    Of very many, letters are counted; should another card's words need more room, its still gives way.
    """
    if len(films) <= MEASURED:
        return films

    def letters(of: Callable[[Film], Wording | None]) -> list[Film]:
        return heapq.nlargest(MEASURED // 4, films, key=lambda film: len(words.text) if (words := of(film)) else 0)

    kinds = (
        lambda film: page.first(film.title),
        lambda film: page.second(film.title),
        lambda film: page.first(film.director),
    )
    return list({film.id: film for kind in kinds for film in letters(kind)}.values())
