"""The colours, by name. Nothing else in the kiosk names a colour by its numbers."""

from dataclasses import dataclass, fields, replace
from typing import Literal, Self

from kiosk.ui.metrics import Role

Colour = tuple[int, int, int, int]
"""Red, green, blue, opacity; each 0–255."""

Weight = Literal["light", "regular", "medium", "semibold"]

DEFAULT_ACCENT = "#e9b872"
_TEXT_CONTRAST = 4.5
_HIGH_CONTRAST = 15.0
_BLACK: Colour = (0, 0, 0, 255)
_WHITE: Colour = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: its role gives the size, ``colour`` is the name of a colour of the theme."""

    role: Role
    weight: Weight = "regular"
    colour: str = "ink"


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours. The contrast that is noted is the one against ``ground``."""

    ground: Colour = (11, 11, 11, 255)
    raised: Colour = (24, 24, 26, 255)  # a panel or menu over the ground
    pressed: Colour = (46, 45, 43, 255)  # a quiet button under the finger
    ink: Colour = (244, 241, 234, 255)  # 17.5 : 1, titles and reading text
    ink_soft: Colour = (205, 201, 194, 255)  # 12 : 1, facts and the second script
    ink_faint: Colour = (158, 154, 147, 255)  # 7 : 1, the faintest that a text may be
    line: Colour = (178, 174, 168, 255)  # outlines of buttons; with what fills them 3 : 1 over any picture
    rule: Colour = (42, 42, 44, 255)  # a line that only divides
    track: Colour = (244, 241, 234, 72)  # of a scrubber or a ring, over anything
    pill: Colour = (11, 11, 11, 226)  # fill of a button over a picture
    badge: Colour = (11, 11, 11, 200)  # behind the length on a card
    box: Colour = (8, 8, 10, 205)  # behind subtitles
    scrim: Colour = (6, 6, 6, 255)  # gradients over pictures
    veil: Colour = (4, 4, 4, 196)  # over everything, while the kiosk asks
    glow: Colour = (244, 241, 234, 36)  # press feedback over a card
    clear: Colour = (0, 0, 0, 0)
    disc: Colour = (244, 241, 234, 255)  # the play/pause disc
    on_disc: Colour = (16, 15, 12, 255)
    problem: Colour = (240, 152, 132, 255)  # 8.6 : 1, an error on the installer's screens
    accent: Colour = (233, 184, 114, 255)
    accent_pressed: Colour = (197, 156, 98, 255)
    accent_ink: Colour = (233, 184, 114, 255)  # the accent as a line or icon on the ground: ≥ 4.5 : 1
    on_accent: Colour = (16, 15, 12, 255)
    on_accent_soft: Colour = (64, 52, 34, 255)  # the length beside "Watch the excerpt"

    @classmethod
    def with_accent(cls, accent: str = DEFAULT_ACCENT) -> Self:
        """The theme around an exhibition's accent, ``#rrggbb`` or ``#rgb``.

        Words on the accent are dark or light, whichever reads better; where the accent itself is a
        line on the dark ground, it is lightened until it can be seen. Raises ValueError for anything else.
        """
        base = _parse(accent)
        plain = cls()
        on_accent = max((plain.on_disc, plain.ink, _WHITE), key=lambda words: contrast(words, base))
        seen = _lightened(base, plain.ground, _TEXT_CONTRAST)
        return cls(
            accent=base,
            accent_pressed=_mixed(base, plain.ground, 0.16),
            accent_ink=seen,
            on_accent=on_accent,
            on_accent_soft=_mixed(on_accent, base, 0.22),
        )

    def in_high_contrast(self) -> "Theme":
        """The same in white and black; the accent is so light that black words on it have 15 : 1, and it on black."""
        accent = _lightened(self.accent, _BLACK, _HIGH_CONTRAST)
        soft: Colour = (238, 238, 238, 255)  # 18 : 1
        return replace(
            self,
            **dict.fromkeys(("ground", "raised", "pill", "badge", "box", "scrim", "veil"), _BLACK),
            **dict.fromkeys(("on_disc", "on_accent", "on_accent_soft"), _BLACK),
            **dict.fromkeys(("ink", "line", "disc"), _WHITE),
            **dict.fromkeys(("ink_soft", "ink_faint"), soft),
            **dict.fromkeys(("accent", "accent_ink"), accent),
            pressed=(70, 70, 70, 255),
            rule=(140, 140, 140, 255),
            track=(255, 255, 255, 112),
            glow=(255, 255, 255, 64),
            problem=_lightened(self.problem, _BLACK, _HIGH_CONTRAST),
            accent_pressed=_mixed(accent, _BLACK, 0.16),
        )

    def colour(self, name: str) -> Colour:
        """The colour of that name. Raises KeyError for a name that the theme does not have."""
        if name not in _NAMES:
            raise KeyError(f"the theme has no colour {name!r}")
        found: Colour = getattr(self, name)
        return found


def contrast(one: Colour, other: Colour) -> float:
    """Contrast of two opaque colours, 1–21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faded(colour: Colour, opacity: float) -> Colour:
    """The same colour with its opacity multiplied (0–1)."""
    return (*colour[:3], round(colour[3] * opacity))


def _luminance(colour: Colour) -> float:
    shares = [value / 255 for value in colour[:3]]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lightened(colour: Colour, ground: Colour, wanted: float) -> Colour:
    """A colour with as much white as it needs for a contrast on ``ground``."""
    while contrast(colour, ground) < wanted:
        colour = _mixed(colour, _WHITE, 0.08)
    return colour


def _mixed(colour: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour[:3], other[:3], strict=True))
    return (red, green, blue, colour[3])


def _parse(text: str) -> Colour:
    digits = text.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    if len(digits) != 6 or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
        raise ValueError(f"{text!r} is not a colour such as {DEFAULT_ACCENT}")
    red, green, blue = bytes.fromhex(digits)
    return (red, green, blue, 255)


_NAMES = frozenset(each.name for each in fields(Theme))
