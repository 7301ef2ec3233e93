"""Captions as pictures: words in a language's own direction, in the middle of a dark box."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Surface

from kiosk.captions.lines import MOST_CHARACTERS, MOST_LINES
from kiosk.exhibition.text import Direction, Wording, first_strong_direction, language_direction
from kiosk.ui.images import surface_of_mask
from kiosk.ui.metrics import Role
from kiosk.ui.shapes import rounded_mask
from kiosk.ui.text import TextSetter
from kiosk.ui.text.breaking import LINE_SEPARATOR
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.visit.captions import CaptionSize

ROLES: dict[CaptionSize, Role] = {"small": "caption_small", "medium": "caption", "large": "caption_large"}

_PAD_X_U, _PAD_Y_U, _RADIUS_U = 30, 12, 8
_CACHE_BYTES = 2 * 2**20
"""For words of its own: captions come once, and are not to push the words of other screens out of memory."""
_FEWEST = 16
_SHRINK_TO = 0.5
_SAMPLE = {
    "ltr": "In the morning the light came in before the noise, and the curtain breathed.",
    "rtl": "كان الضوء يدخل صباحًا قبل أن يدخل الضجيج، وكانت الستارة تتنفّس معها.",
}
_WIDER = 1.12
"""How much wider than the sample a line may be: few are."""


@dataclass(frozen=True, slots=True)
class CaptionBox:
    """A caption that is set. ``text``: its lines. ``cut``: whether something had to be left out."""

    surface: Surface
    text: str
    language: str
    cut: bool


class CaptionSetter:
    """Sets captions for one screen. Sizes in pixels."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._setter = TextSetter(tools.metrics, tools.theme, cache=_CACHE_BYTES)

    def columns(self, language: str, size: CaptionSize, width: int) -> int:
        """How many characters of a language a line of that width holds, ``MOST_CHARACTERS`` at most."""
        sample = _SAMPLE[language_direction(language)]
        length = self._setter.length(Wording(sample, language), Style(ROLES[size])) * _WIDER
        room = width - 2 * self._tools.metrics.u(_PAD_X_U)
        return max(_FEWEST, min(MOST_CHARACTERS, int(room * len(sample) / max(1.0, length))))

    def height(self, language: str, size: CaptionSize) -> int:
        """Of a box with as many lines as a caption may have."""
        pitch = self._setter.pitch(Style(ROLES[size]), language_direction(language))
        return MOST_LINES * pitch + 2 * self._tools.metrics.u(_PAD_Y_U)

    def box(self, lines: Sequence[str], language: str, size: CaptionSize, width: int) -> CaptionBox:
        """The box of a caption, ``width`` wide at most; made smaller where its lines are wider than that."""
        u, theme = self._tools.metrics.u, self._tools.theme
        pad_x, pad_y = u(_PAD_X_U), u(_PAD_Y_U)
        words = Wording(LINE_SEPARATOR.join(lines), language)
        base = _direction(words.text, language)
        block = self._setter.set(
            words, Style(ROLES[size]), width - 2 * pad_x, MOST_LINES, base, align="center", shrink_to=_SHRINK_TO
        )
        outer = block.width + 2 * pad_x, block.height + 2 * pad_y
        surface = surface_of_mask(rounded_mask(*outer, u(_RADIUS_U)), theme.box)
        block.draw(surface, pad_x, pad_y)
        return CaptionBox(surface, "\n".join(block.lines), language, block.cut)


def _direction(text: str, language: str) -> Direction:
    """The language's own if anything in the text runs that way, whatever it begins with: names are often Latin."""
    own = language_direction(language)
    runs = {first_strong_direction(word) for word in text.split()}
    return own if own in runs else first_strong_direction(text) or own
