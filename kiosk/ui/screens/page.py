"""What the screens have in common: a sheet in the reader's direction, words in both languages, the language button."""

from dataclasses import dataclass

from pygame import Rect

from kiosk.exhibition.film import Film
from kiosk.exhibition.text import Text, Wording
from kiosk.ui.scene import PageButton
from kiosk.ui.strings import Strings
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import QUIET, disc
from kiosk.ui.widgets.language_button import language_button_width, place_language_button
from kiosk.ui.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Page:
    """One screen being laid out. x counts from the side on which the reader starts."""

    view: View
    tools: Tools
    sheet: Sheet

    @staticmethod
    def of(view: View, tools: Tools) -> "Page":
        return Page(view, tools, Sheet(tools.setter, tools.metrics.width, view.direction))

    def another_sheet(self) -> Sheet:
        """A second sheet in the same direction, for content that scrolls."""
        return Sheet(self.tools.setter, self.sheet.width, self.view.direction)

    @property
    def strings(self) -> Strings:
        return self.tools.strings[self.view.language]

    def u(self, design_pixels: float) -> int:
        return self.tools.metrics.u(design_pixels)

    @property
    def inner(self) -> int:
        """Width between the margins."""
        return self.tools.metrics.width - 2 * self.tools.metrics.margin

    @property
    def top(self) -> int:
        """The y of buttons at the upper edge."""
        return max(self.u(56), self.tools.metrics.reach_top)

    @property
    def bottom(self) -> int:
        """The y of the lower edge of buttons at the lower edge."""
        return self.tools.metrics.height - self.u(64 if self.tools.metrics.tall else 56)

    def first(self, text: Text) -> Wording:
        """A text for the reader, in the digits of this screen."""
        return self.strings.in_digits(text.wording(self.view.language, self.view.exhibition.languages))

    def second(self, text: Text) -> Wording | None:
        """The same in the second language, where it has words of its own; digits are the reader's all the same."""
        other = self.view.second_language
        if other is None or not text.by_language.get(other):
            return None
        second = self.strings.in_digits(text.wording(other))
        return None if second.text == self.first(text).text else second

    def facts(self, film: Film, *, short: bool) -> Wording:
        """Director, year and running time on one line."""
        return self.strings.joined([self.first(film.director) if film.director else None, self.when(film, short=short)])

    def fact_blocks(self, film: Film, style: Style, width: int, *, short: bool) -> list[TextBlock]:
        """Director, year and running time on one line if they fit there; else the director on lines of its own, unless
        that would take more of them."""
        together = self.sheet.set(self.facts(film, short=short), style, width)
        if len(together.lines) <= 1:
            return [together]
        parts = (self.first(film.director) if film.director else None, self.when(film, short=short))
        apart = [self.sheet.set(each, style, width) for each in parts if each]
        return apart if sum(len(each.lines) for each in apart) <= len(together.lines) else [together]

    def when(self, film: Film, *, short: bool) -> Wording | None:
        """Year and running time."""
        year = Wording(self.strings.number(film.year), self.view.language) if film.year else None
        length = self.strings.running_time(film.running_time, short=short) if film.running_time else None
        return self.strings.joined([year, length]) if year or length else None

    # Buttons that several screens have

    def language_button(self) -> Rect:
        """The button to the other languages in its corner, if there are any, and beside it the one to easier reading;
        answers the place of both."""
        language, comfort = self.corner_places()
        if language.width:
            place_language_button(self.sheet, self.tools, self.view, language)
        disc(self.sheet, self.tools, "comfort", "text-size", comfort)
        return language.union(comfort) if language.width else comfort

    def corner_places(self) -> tuple[Rect, Rect]:
        """Where the language button and the one to easier reading are, in the same corner of the glass in every
        language; the first is empty if there is one language."""
        metrics = self.tools.metrics
        y = self.bottom - metrics.target if metrics.tall else self.top
        at_end = (self.tools.corner == "right") != self.sheet.mirrored
        width = language_button_width(self.tools, self.view)
        language = Rect(0, y, width, metrics.target)
        comfort = Rect(0, y, metrics.target, metrics.target)
        beside = width + metrics.gap if width else 0
        if at_end:
            language.right = self.sheet.width - metrics.margin
            comfort.right = self.sheet.width - metrics.margin - beside
        else:
            language.left = metrics.margin
            comfort.left = metrics.margin + beside
        return language, comfort

    def back_button(self, language: Rect) -> Rect:
        """The way back, at the start of the same line, beside the language button where that is in the way."""
        metrics = self.tools.metrics
        rect = Rect(self.free_start(language), language.top, metrics.target, metrics.target)
        disc(self.sheet, self.tools, "back", "back", rect)
        return rect

    def free_start(self, language: Rect) -> int:
        """Where the line of the language button is free on the starting side."""
        metrics = self.tools.metrics
        taken = language.width and language.left <= metrics.margin
        return language.right + metrics.gap if taken else metrics.margin

    def pair(self, x: int, y: int) -> tuple[Rect, Rect]:
        """Places of two round buttons side by side from ``x`` on."""
        target = self.tools.metrics.target
        first = Rect(x, y, target, target)
        return first, first.move(target + self.tools.metrics.gap, 0)

    def page_buttons(self, places: tuple[Rect, Rect]) -> tuple[PageButton, ...]:
        """Buttons that turn a scroll area back and on, at their places counted from the starting side."""
        return tuple(self._page_button(step, rect) for step, rect in zip((-1, 1), places, strict=True))

    def _page_button(self, step: int, rect: Rect) -> PageButton:
        name = "page-next" if step > 0 else "page-previous"
        sheet = self.another_sheet()
        disc(sheet, self.tools, name, "down" if step > 0 else "up", rect, QUIET)
        return PageButton(sheet.targets[0], step, tuple(sheet.layers))
