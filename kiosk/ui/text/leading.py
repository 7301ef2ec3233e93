"""How large a script is set beside the other, and how far its lines are apart."""

from dataclasses import dataclass

from kiosk.exhibition.text import Direction
from kiosk.ui.metrics import CAP_HEIGHT, TITLE_ROLES, Role

ARABIC_SCALE = 1.18
"""Arabic is set larger than the Latin beside it, so that both look the same size (measured x-heights)."""

ALEF_HEIGHT = 0.74
"""Height of an alef of IBM Plex Sans Arabic in em."""

PARAGRAPH_GAP = 0.5
"""Space between paragraphs in line heights, as in the pictures of the design."""

DEEP_LETTERS, DEEP = frozenset("ڕ"), 0.52
"""Letters with a mark below their tail, as Sorani has, and how far they reach below the baseline in em."""

_TITLE, _CLOSE, _READING = (1.15, 1.35), (1.3, 1.55), (1.5, 1.7)
_CLOSE_ROLES: frozenset[Role] = frozenset(
    {"caption", "caption_small", "caption_large", "card", "card_other", "label", "prompt"}
)


@dataclass(frozen=True, slots=True)
class Leading:
    """Pixels per em, and per line: its height, and from its top to the tops of capitals and to the baseline."""

    size: int
    pitch: int
    cap_top: int
    baseline: int


def leading(role: Role, role_size: float, direction: Direction, *, deep: bool = False) -> Leading:
    """Sizes for a role whose Latin is ``role_size`` pixels per em. ``deep``: with room for deep letters below."""
    arabic = direction == "rtl"
    size = round(role_size * ARABIC_SCALE) if arabic else round(role_size)
    factors = _TITLE if role in TITLE_ROLES else _CLOSE if role in _CLOSE_ROLES else _READING
    pitch = round(size * factors[arabic])
    letter = round(size * (ALEF_HEIGHT if arabic else CAP_HEIGHT))
    top = (pitch - letter) // 2
    if deep:
        pitch = max(pitch, top + letter + round(size * DEEP))
    return Leading(size, pitch, top, top + letter)
