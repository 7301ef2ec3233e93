"""Films whose words are too long for their page, laid out as the kiosk lays them out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final

from kiosk.changes.identity import identity_of
from kiosk.config.problems import Problem
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film, Playlist
from kiosk.exhibition.text import Text, Wording
from kiosk.health.contents.found import FilmPlaces, Found
from kiosk.health.contents.memory import ContentMemory
from kiosk.ui.screens import build_scene
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.column import reading_width
from kiosk.visit.captions import CaptionChoice
from kiosk.visit.comfort import Comfort
from kiosk.visit.places import FilmPage
from kiosk.visit.visit import Visit

Size = tuple[int, int]

MOST_TITLE_LINES: Final = 2
_TITLE: Final = (Style("title", "light"), Style("heading", "light"))
_LONG_WORD: Final = 16
"""Characters of a word from which on it is measured: a shorter one fits any column."""
_WORDS_ONLY: Final = Comfort(high_contrast=True)
"""Words are set alike, and no still has to be decoded."""
_LARGER: Final = Comfort(larger_text=True, high_contrast=True)


class Layouts:
    """Lays out the pages of films for one screen; nothing is made ready before the first page is asked for."""

    def __init__(self, exhibition: Exhibition, screen: Size, now: datetime) -> None:
        self._exhibition, self._screen, self._now = exhibition, screen, now
        self._tools: Tools | None = None

    def close(self) -> None:
        if self._tools is not None:
            self._tools.close()

    def page_findings(self, film: Film, language: str) -> Iterator[Found]:
        """What is too long on a film's page in a language, as visitors see it who switched nothing; words that are
        divided also with larger text."""
        page = self._page(film, language, _WORDS_ONLY)
        width = page.inner if page.tools.metrics.tall else reading_width(page)
        title = page.sheet.title(page.first(film.title), _TITLE, width)
        if len(title.lines) > MOST_TITLE_LINES:
            yield Found("title-long", f"takes {len(title.lines)} lines on the page in {language}.")
        area = build_scene(page.view, self._made).scroll
        if area is not None and area.buttons:
            lines = -(-(area.length - area.rect.height) // page.tools.setter.pitch(Style("body"), page.view.direction))
            named = "1 line" if lines == 1 else f"{lines} lines"
            yield Found(
                "page-long", f"the page in {language} is {named} longer than the screen, and has to be scrolled."
            )
        for comfort, when in ((_WORDS_ONLY, ""), (_LARGER, " with larger text")):
            if divided := self._divided(self._page(film, language, comfort), film):
                yield Found("word-divided", f"{divided} is wider than the column in {language}{when}, and divided.")
                return

    @property
    def _made(self) -> Tools:
        if self._tools is None:
            self._tools = Tools.for_screen(self._screen, self._exhibition)
        return self._tools

    def _page(self, film: Film, language: str, comfort: Comfort) -> Page:
        alone = replace(self._exhibition, playlist=Playlist(films=(replace(film, still=None),)))
        visit = Visit(language, 0, CaptionChoice(on=True), FilmPage(film.id), comfort=comfort)
        return Page.of(View(alone, visit, self._now), self._made.for_comfort(comfort))

    def _divided(self, page: Page, film: Film) -> str | None:
        """The first word that does not fit on a line."""
        setter, width = page.tools.setter, reading_width(page)
        body, small_title = Style("body"), _TITLE[-1]
        texts: tuple[tuple[Text, Style], ...] = (
            (film.title, small_title),
            *((each, body) for each in (film.director, film.synopsis, film.more, film.director_note, film.awards)),
        )
        for text, style in texts:
            wording = page.first(text)
            for word in wording.text.replace("\u00ad", " ").replace("-", " ").split():
                if len(word) >= _LONG_WORD and setter.length(Wording(word, wording.language), style) > width:
                    return word
        return None


def page_findings(
    exhibition: Exhibition, places: FilmPlaces, screen: Size, now: datetime, memory: ContentMemory
) -> Iterator[Problem]:
    """A finding for each page that is too long. ``screen``: pixels as visitors see them."""
    layouts = Layouts(exhibition, screen, now)
    settings = (
        screen,
        exhibition.screen,
        exhibition.languages,
        exhibition.digits,
        exhibition.words,
        _fonts(exhibition),
    )
    try:
        for film in exhibition.playlist.films:
            upcoming = tuple(each for each in film.screenings if each.at > now)
            decided = ("page", settings, replace(film, still=None, screenings=upcoming))
            for language in exhibition.languages:
                decides = (language, decided)
                for found in memory.recall(decides, partial(layouts.page_findings, film, language)):
                    field = film.title if found.code == "title-long" else film.synopsis
                    name = "title" if found.code == "title-long" else "synopsis" if film.synopsis else "title"
                    steps = (name, language) if language in field.by_language else (name,)
                    yield places.problem(film.id, steps, found)
    finally:
        layouts.close()


def _fonts(exhibition: Exhibition) -> list[object]:
    return [identity_of(file) for weights in exhibition.fonts.values() for file in weights.values()]
