"""The words of a loop's card: in every language at once, each from the side on which it is read, in equal weight."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pygame import Rect

from kiosk.exhibition.loop import CardItem
from kiosk.exhibition.text import Text, Wording
from kiosk.ui.metrics import Role
from kiosk.ui.screens.page import Page
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.widgets.sheet import Sheet

_SIZES: tuple[tuple[Role, Role], ...] = (("display", "lead"), ("title", "lead"), ("heading", "lead"), ("lead", "facts"))
"""Roles of title and text: the next ones where words would take too many lines, or more than there is room for."""
_MOST_LINES = 2
_MIDDLE, _MIDDLE_TALL = 0.5, 0.45
"""Share of the free height at which the middle of the words is."""
_COLUMN_GAP_U, _ROW_GAP_U = 96, 84
_RULE_U, _UNDER_RULE_U, _UNDER_TITLE_U = (64, 4), 36, 18


@dataclass(frozen=True, slots=True)
class _Words:
    """One language's words, set. ``mirrored``: read from the right."""

    mirrored: bool
    title: TextBlock | None
    text: TextBlock | None


def place_words(page: Page, card: CardItem, bottom: int) -> None:
    """Set the card's words in the middle between the upper edge and ``bottom``: languages side by side, or below each
    other on a tall screen; the reader's first, beginning at its side."""
    languages = _languages(page, card)
    columns = 1 if page.tools.metrics.tall else min(len(languages), 2 if len(languages) == 4 else 3)
    gap = page.u(_COLUMN_GAP_U)
    width = (page.inner - (columns - 1) * gap) // columns
    top = page.u(60)
    for sizes in _SIZES:
        words = [_set(page, card, each, sizes, width) for each in languages]
        rows = [words[first : first + columns] for first in range(0, len(words), columns)]
        height = sum(_height(page, row) for row in rows) + (len(rows) - 1) * page.u(_ROW_GAP_U)
        titles = [each.title for each in words if each.title]
        if height <= bottom - top and all(len(each.lines) <= _MOST_LINES and not each.cut for each in titles):
            break
    middle = _MIDDLE_TALL if page.tools.metrics.tall else _MIDDLE
    y = max(top, round(top + (bottom - top - height) * middle))
    for row in rows:
        for column, each in enumerate(row):
            _place(page, each, Rect(page.tools.metrics.margin + column * (width + gap), y, width, 0), row)
        y += _height(page, row) + page.u(_ROW_GAP_U)


def _languages(page: Page, card: CardItem) -> list[str]:
    """Those in which the card says something, the reader's first; words for all languages are said once."""
    languages = [page.view.language, *page.view.other_languages]
    found = [each for each in languages if card.title.by_language.get(each) or card.text.by_language.get(each)]
    return found or languages[:1]


def _set(page: Page, card: CardItem, language: str, sizes: tuple[Role, Role], width: int) -> _Words:
    title, text = (_wording(page, each, language) for each in (card.title, card.text))
    direction = (title or text or Wording("", language)).direction
    sheet = Sheet(page.tools.setter, page.sheet.width, direction)
    return _Words(
        sheet.mirrored,
        sheet.set(title, Style(sizes[0], "light"), width) if title else None,
        sheet.set(text, Style(sizes[1], "regular", "ink_soft"), width) if text else None,
    )


def _wording(page: Page, text: Text, language: str) -> Wording | None:
    """Its own words in this language; what is the same in all of them stands with the reader's."""
    if text.by_language.get(language):
        return page.strings.in_digits(text.wording(language))
    return page.first(text) if text and language == page.view.language else None


@dataclass(frozen=True, slots=True)
class _Line:
    """Blocks that stand side by side on one baseline. ``above`` and ``below`` it: pixels."""

    above: int
    below: int

    @property
    def height(self) -> int:
        return self.above + self.below

    @staticmethod
    def of(blocks: Iterable[TextBlock | None]) -> "_Line":
        found = [each for each in blocks if each and each.lines]
        above = max((each.baselines[0] for each in found), default=0)
        return _Line(above, max((each.height - each.baselines[0] for each in found), default=0))


def _height(page: Page, row: Sequence[_Words]) -> int:
    titles, texts = _Line.of(each.title for each in row), _Line.of(each.text for each in row)
    return page.u(_UNDER_RULE_U) + titles.height + (page.u(_UNDER_TITLE_U) + texts.height if texts.height else 0)


def _place(page: Page, words: _Words, column: Rect, row: Sequence[_Words]) -> None:
    """Put one language into its column; its first lines stand on the same baselines as the others' of its ``row``."""
    glass = page.sheet.physical(column)
    rule = page.tools.shapes.rounded(page.u(_RULE_U[0]), max(2, page.u(_RULE_U[1])), 0, page.tools.theme.accent_ink)
    y = column.top
    page.sheet.picture_on_glass(rule, (glass.right - rule.get_width() if words.mirrored else glass.left, y))
    y += page.u(_UNDER_RULE_U)
    titles, texts = _Line.of(each.title for each in row), _Line.of(each.text for each in row)
    for block, line in ((words.title, titles), (words.text, texts)):
        if block is not None and block.lines:
            left = glass.right - block.width if words.mirrored else glass.left
            page.sheet.place_on_glass(block, left, y + line.above - block.baselines[0])
        y += line.height + page.u(_UNDER_TITLE_U)
