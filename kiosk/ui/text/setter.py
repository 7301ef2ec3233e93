"""Sets texts in the kiosk's styles and remembers what it has set."""

import unicodedata
from dataclasses import dataclass
from functools import partial

from kiosk.exhibition.text import Direction, Wording
from kiosk.ui.images import Store, bytes_of
from kiosk.ui.metrics import Metrics
from kiosk.ui.text.block import Align, TextBlock
from kiosk.ui.text.breaking import paragraphs
from kiosk.ui.text.composing import Composition, compose
from kiosk.ui.text.fonts import Fonts
from kiosk.ui.text.leading import DEEP_LETTERS, Leading, leading
from kiosk.ui.text.painting import paint
from kiosk.ui.theme import Style, Theme

CACHE_BYTES = 48 * 2**20
_WIDTHS_KEPT = 20_000
_STEP = 0.94


@dataclass(frozen=True, slots=True)
class _Order:
    """Everything that decides what a block looks like."""

    wording: Wording
    style: Style
    width: int | None
    max_lines: int | None
    base: Direction
    align: Align
    side: Direction | None
    shrink_to: float


class TextSetter:
    """Sets texts for one window and theme. May be used from several threads at once."""

    def __init__(self, metrics: Metrics, theme: Theme, fonts: Fonts | None = None, cache: int = CACHE_BYTES) -> None:
        self._metrics = metrics
        self._theme = theme
        self._fonts = fonts or Fonts()
        self._blocks: Store[TextBlock] = Store(cache, lambda block: bytes_of(block.surface) + 1024)
        self._widths: dict[tuple[str, int, str, Direction, str], float] = {}

    def another(self, metrics: Metrics, theme: Theme, cache: int = CACHE_BYTES) -> "TextSetter":
        """A setter for other sizes or colours with the same fonts."""
        return TextSetter(metrics, theme, self._fonts, cache)

    def set(
        self,
        wording: Wording,
        style: Style,
        width: int | None = None,
        max_lines: int | None = None,
        base: Direction | None = None,
        *,
        align: Align = "start",
        side: Direction | None = None,
        shrink_to: float = 1.0,
    ) -> TextBlock:
        """Set a text. An empty one gives a block without lines, 0 pixels high.

        ``width``: pixels of the column; None for a line that is as long as it is. ``max_lines``: what is beyond
        is cut off with an ellipsis, and the block says so. ``base``: the direction that decides the order of mixed
        words, the wording's own by default. ``align``: how lines lie to each other. ``side``: the interface's
        direction; a block of one or two lines starts on its side, a longer one on its own. ``shrink_to``: share
        (0–1) of its size down to which a text is made smaller before it is cut, as far as it can still be read.
        """
        order = _Order(wording, style, width, max_lines, base or wording.direction, align, side, shrink_to)
        if found := self._blocks.get(order):
            return found
        return self._blocks.put(order, self._made(order))

    def length(self, wording: Wording, style: Style) -> int:
        """Pixels that a text takes on one line, without drawing it."""
        size = self._leading(style, _script(wording)).size
        text = " ".join(paragraphs(self._fonts.drawable(wording.text, wording.language)))
        return round(self._width(style, size, wording.direction, wording.language, text))

    def height(self, wording: Wording, style: Style, width: int) -> int:
        """Pixels that a text takes in a column ``width`` pixels wide, without drawing it."""
        return self._composed(_Order(wording, style, width, None, wording.direction, "start", None, 1.0), 1.0).height

    def pitch(self, style: Style, direction: Direction = "ltr") -> int:
        """Height of one line in pixels."""
        return self._leading(style, direction).pitch

    def missing(self, text: str, language: str = "") -> frozenset[str]:
        """Characters of a text that cannot be drawn."""
        return self._fonts.missing(text, language)

    def _made(self, order: _Order) -> TextBlock:
        share = 1.0
        least = max(order.shrink_to, self._metrics.reading_size / self._metrics.size(order.style.role))
        composition = self._composed(order, share)
        while composition.cut and share > least:
            share = max(share * _STEP, least)
            composition = self._composed(order, share)
        face = self._fonts.face(order.style.weight, composition.leading.size, order.wording.language)
        colour = self._theme.colour(order.style.colour)
        return paint(composition, order.wording, face, colour, order.align, order.side)

    def _composed(self, order: _Order, share: float) -> Composition:
        deep = not DEEP_LETTERS.isdisjoint(order.wording.text)
        sizes = self._leading(order.style, _script(order.wording), share, deep=deep)
        measure = partial(self._width, order.style, sizes.size, order.base, order.wording.language)
        text = self._fonts.drawable(order.wording.text, order.wording.language)
        return compose(text, order.style.role, sizes, order.base, order.width, order.max_lines, measure)

    def _leading(self, style: Style, direction: Direction, share: float = 1.0, *, deep: bool = False) -> Leading:
        return leading(style.role, self._metrics.size(style.role) * share, direction, deep=deep)

    def _width(self, style: Style, size: int, base: Direction, language: str, text: str) -> float:
        """Width of a word or line in pixels; words come again and again, so their widths are kept."""
        key = (style.weight, size, text, base, language)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > _WIDTHS_KEPT:
                self._widths.clear()
            found = self._fonts.face(style.weight, size, language).advance(text, base, language)
            self._widths[key] = found
        return found


def _script(wording: Wording) -> Direction:
    """Whether it is set as Arabic or as Latin: digits alone are set as Latin in any language."""
    arabic = any(unicodedata.bidirectional(each) == "AL" for each in wording.text)
    return "rtl" if arabic and wording.direction == "rtl" else "ltr"
