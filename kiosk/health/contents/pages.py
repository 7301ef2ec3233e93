"""Films whose words are too long for their page, laid out as the kiosk lays them out."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final

from kiosk.changes.identity import identity_of
from kiosk.config.problems import Problem, quoted
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film, Playlist
from kiosk.exhibition.text import Text, Wording
from kiosk.health.contents.found import FilmPlaces, Found
from kiosk.health.contents.memory import ContentMemory
from kiosk.progress import Progress, nobody_looks
from kiosk.ui.screens import build_scene
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.column import OVERHANG_U, reading_width
from kiosk.visit.captions import CaptionChoice
from kiosk.visit.comfort import Comfort
from kiosk.visit.places import FilmPage
from kiosk.visit.visit import Visit

Size = tuple[int, int]

MOST_TITLE_LINES: Final = 2
_TITLE: Final = (Style("title", "light"), Style("heading", "light"))
_READ: Final = ("title", "director", "synopsis", "more", "director_note", "awards")
_DIVIDES: Final = re.compile("[\\s\\u00ad\\u2010-]+")
"""Where a line may end anyhow."""
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
            yield Found("title-long", f"takes {len(title.lines)} lines on the page in {language}.", field="title")
        area = build_scene(page.view, self._made).scroll
        if area is not None and area.buttons:
            beyond = area.length - area.rect.height - page.u(OVERHANG_U)
            lines = math.ceil(beyond / page.tools.setter.pitch(Style("body"), page.view.direction))
            named = "1 line" if lines == 1 else f"{lines} lines"
            message = f"the page in {language} is {named} longer than the screen, and has to be scrolled."
            yield Found("page-long", message, field="synopsis" if film.synopsis else "title")
        for comfort, when in ((_WORDS_ONLY, ""), (_LARGER, " with larger text")):
            if divided := self._divided(self._page(film, language, comfort), film):
                field, word = divided
                message = f"{quoted(word)} is wider than the column in {language}{when}, and divided."
                yield Found("word-divided", message, field=field)
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

    def _divided(self, page: Page, film: Film) -> tuple[str, str] | None:
        """The first word that does not fit on a line, after the field that it stands in."""
        setter, width = page.tools.setter, reading_width(page)
        for field in _READ:
            wording = page.first(getattr(film, field))
            style = _TITLE[-1] if field == "title" else Style("body")
            for word in _DIVIDES.split(wording.text):
                if len(word) >= _LONG_WORD and setter.length(Wording(word, wording.language), style) > width:
                    return field, word
        return None


def page_findings(
    exhibition: Exhibition,
    places: FilmPlaces,
    screen: Size,
    now: datetime,
    memory: ContentMemory,
    progress: Progress = nobody_looks,
) -> Iterator[Problem]:
    """A finding for each page that is too long. ``screen``: pixels as visitors see them. ``progress`` is told of each
    page that has to be laid out, which takes some 20 ms."""
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
        films, languages = exhibition.playlist.films, exhibition.languages
        for number, film in enumerate(films):
            upcoming = tuple(each for each in film.screenings if each.at > now)
            decided = ("page", settings, replace(film, still=None, screenings=upcoming))
            for language in languages:
                laying_out = partial(_laid_out, layouts, film, language, partial(progress, number, len(films)))
                for found in memory.recall((language, decided), laying_out):
                    written: Text = getattr(film, found.field)
                    steps = (found.field, language) if language in written.by_language else (found.field,)
                    yield places.problem(film.id, steps, found)
    finally:
        layouts.close()


def _laid_out(layouts: Layouts, film: Film, language: str, tell: Callable[[], None]) -> Iterator[Found]:
    tell()
    return layouts.page_findings(film, language)


def _fonts(exhibition: Exhibition) -> list[object]:
    return [identity_of(file) for weights in exhibition.fonts.values() for file in weights.values()]
