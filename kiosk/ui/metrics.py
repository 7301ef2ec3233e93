"""How large things are: from the screen's pixels and inches to the sizes that hands and eyes need.

Two scales are in use. ``u`` is proportion: the pictures of the design were drawn at 1080 pixels on the
short side, and ``u(96)`` is what 96 of those pixels are here. ``mm`` is the hand and the eye: a
finger does not shrink with the screen. Where both matter, the larger one wins.
"""

import math
from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "display",  # the film's title over the attract loop
    "title",  # the film's title on its page
    "question",  # "Are you still there?", "Before you watch"
    "heading",  # the exhibition's title over the cards, headings on a text page
    "title_other",  # the film's title in the second script, under the first
    "countdown",  # seconds inside the ring
    "caption",  # subtitles over a film
    "caption_small",
    "caption_large",
    "prompt",  # "Touch to explore"
    "lead",  # sentences that stand alone, as in a content note
    "card",  # the film's title under its still
    "label",  # buttons
    "body",  # paragraphs
    "card_other",  # the film's title in the second script, beside the first
    "facts",  # director, year, running time
    "small",  # captions of stills, lengths on cards
]

TITLE_ROLES: frozenset[Role] = frozenset({"display", "title", "question", "heading", "title_other", "countdown"})

DESIGN_SIZES: dict[Role, int] = {
    "display": 100,
    "title": 88,
    "question": 60,
    "heading": 52,
    "title_other": 50,
    "countdown": 78,
    "caption": 46,
    "caption_small": 36,
    "caption_large": 60,
    "prompt": 38,
    "lead": 34,
    "card": 33,
    "label": 32,
    "body": 30,
    "card_other": 29,
    "facts": 28,
    "small": 25,
}
"""Font size (em) of each role in pixels at 1080 on the short side, measured in the pictures of the design."""

CAP_HEIGHT = 0.698
"""Height of a capital of IBM Plex Sans in em."""

READING_CAP_MM = 4.8
"""Least height of a capital in text that is read standing (ADA 707.7.2)."""

LARGER_CAP_MM = 7.3
"""The same for a visitor who asked for larger text: 0.7° at 600 mm (EN 301 549 5.1.4)."""

_LARGER = 1.3
"""Larger text is so many times as large at least: on a large screen it would else be what it was."""

REACH_MM = 1120
"""Height above the lower edge of the picture up to which somebody who is seated reaches (ADA 308)."""

LEAST_SIZE_U = 24
PRIMARY_MM, SECONDARY_MM, GAP_MM = 20.0, 15.0, 3.0
"""A primary target (Colle & Hiszem 2004), a secondary one, and what keeps them apart."""

PRIMARY_U, SECONDARY_U, GAP_U = 96, 80, 24

# Millimetres stop growing here, in u, so that a layout stays possible on a small screen: two rows of
# targets, a title and four lines of text need about 1080 u. The numbers above are kept in full down to
# 15.6 inches at 1920 × 1080 (20 mm = 112 u, 4.8 mm of capital = 39 u); at 13.3 inches a primary target is
# 20 mm still, at 10.1 inches it is 16 mm and a capital 4 mm high.
PRIMARY_LIMIT_U, SECONDARY_LIMIT_U, GAP_LIMIT_U, READING_LIMIT_U = 132, 104, 32, 44


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes for one window.

    ``width`` and ``height``: pixels of what the kiosk draws on, already turned the way visitors see it.
    ``inches``: diagonal of the screen that these pixels fill. ``reading_cap_mm``: height of a capital
    in reading text; a visitor who asked for larger text gets 7.3. ``line_u``: thickness of outlines in ``u``.
    ``reach``: whether everything that is tapped shall be low.
    """

    width: int
    height: int
    inches: float = 24.0
    reading_cap_mm: float = READING_CAP_MM
    line_u: float = 2
    reach: bool = False

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or not self.inches > 0:
            raise ValueError(f"a screen of {self.width}x{self.height} pixels and {self.inches} inches has no size")

    @property
    def px_per_mm(self) -> float:
        return math.hypot(self.width, self.height) / (self.inches * 25.4)

    @property
    def tall(self) -> bool:
        """Whether the screen is upright and takes the tall layout."""
        return self.height > self.width

    def mm(self, millimetres: float) -> int:
        """Pixels of a length on the glass, rounded up: a target is never smaller than it should be."""
        return math.ceil(millimetres * self.px_per_mm - 1e-6)

    def u(self, design_pixels: float) -> int:
        """Pixels here of a length at 1080 pixels on the short side."""
        return round(design_pixels * min(self.width, self.height) / 1080)

    @property
    def margin(self) -> int:
        """Pixels that stay free at the left and right edge: 5 % of a wide screen, 6 % of a tall one."""
        return self.u(64) if self.tall else round(self.width * 0.05)

    @property
    def target(self) -> int:
        """Least edge of a primary target: card, watch, back, language."""
        return self._grown(PRIMARY_U, PRIMARY_MM, PRIMARY_LIMIT_U)

    @property
    def secondary(self) -> int:
        """Least edge of a secondary target: captions, volume, back by ten seconds."""
        return self._grown(SECONDARY_U, SECONDARY_MM, SECONDARY_LIMIT_U)

    @property
    def gap(self) -> int:
        """Least distance between two targets."""
        return self._grown(GAP_U, GAP_MM, GAP_LIMIT_U)

    @property
    def line(self) -> int:
        """Thickness of an outline in pixels."""
        return max(1, self.u(self.line_u))

    @property
    def lowers(self) -> bool:
        """Whether the screen is so high that parts of it are out of reach."""
        return self.height > REACH_MM * self.px_per_mm

    @property
    def reach_top(self) -> int:
        """The y from which on things may be tapped: 0 unless ``reach`` is wanted and the screen is that high."""
        return max(0, self.height - math.floor(REACH_MM * self.px_per_mm)) if self.reach else 0

    def size(self, role: Role) -> int:
        """Font size (em) in pixels. No role is set smaller than reading text has to be."""
        factor = _LARGER if self._larger and role not in TITLE_ROLES else 1.0
        return max(self.u(DESIGN_SIZES[role] * factor), self.reading_size)

    @property
    def column(self) -> int:
        """Width in pixels of a column of body text: about 52 characters of Latin, 0.46 em each."""
        return round(52 * 0.46 * self.size("body"))

    @property
    def reading_size(self) -> int:
        """The smallest font size (em) in pixels in which anything is set."""
        wanted = max(self.u(LEAST_SIZE_U), math.ceil(self.reading_cap_mm * self.px_per_mm / CAP_HEIGHT - 1e-6))
        return min(wanted, self.u(READING_LIMIT_U * self.reading_cap_mm / READING_CAP_MM))

    @property
    def _larger(self) -> bool:
        return self.reading_cap_mm > READING_CAP_MM

    def _grown(self, design_pixels: float, millimetres: float, limit: float) -> int:
        return max(self.u(design_pixels), min(self.mm(millimetres), self.u(limit)))
