"""Of very many films only those with the longest words are set to find out how high a card is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.exhibition.film import Film
from kiosk.exhibition.text import Text
from kiosk.ui.screens.page import Page
from kiosk.ui.tools import Tools
from kiosk.ui.widgets.longest import MEASURED, longest
from tests.ui.screenplay import sample, view_of


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    tools = Tools.for_screen((1280, 720), sample())
    yield Page.of(view_of(sample(), "browse", "en"), tools)
    tools.close()


def film(number: int, **texts: Text) -> Film:
    return Film(f"film-{number}", **{"title": Text({"en": "Short"}), **texts})


def test_few_are_all_measured(page: Page) -> None:
    films = [film(number) for number in range(MEASURED)]
    assert longest(page, films) == films


def test_of_many_those_whose_title_other_title_or_director_is_longest(page: Page) -> None:
    films = [film(number) for number in range(400)]
    films[7] = film(7, title=Text({"en": "A title of very many words, and of some more"}))
    films[111] = film(111, title=Text({"en": "Short", "ar": "عنوان من كلمات كثيرة جدًا وأخرى بعدها"}))
    films[399] = film(399, director=Text({"en": "A director with a name as long as a whole line"}))
    found = longest(page, films)
    assert len(found) <= 3 * MEASURED // 4
    assert {"film-7", "film-111", "film-399"} <= {each.id for each in found}


def test_none_is_measured_twice(page: Page) -> None:
    long = Text({"en": "Long in every respect, whatever is looked at", "ar": "طويل من كل الوجوه مهما كان"})
    films = [replace(film(number), title=long, director=long) for number in range(200)]
    assert len({each.id for each in longest(page, films)}) == len(longest(page, films))
