"""What screens are made with, for one window."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.exhibition.exhibition import Exhibition
from kiosk.ui.icons import Icons
from kiosk.ui.metrics import LARGER_CAP_MM, READING_CAP_MM, Metrics
from kiosk.ui.shapes import Shapes
from kiosk.ui.stills import Stills
from kiosk.ui.strings import Strings
from kiosk.ui.text import Fonts, TextSetter
from kiosk.ui.theme import DEFAULT_ACCENT, Theme
from kiosk.ui.tile_painter import TilePainter
from kiosk.ui.view import View
from kiosk.visit.comfort import PLAIN, Comfort

_TEXT_SCREENS, _SHAPE_SCREENS, _STILL_SCREENS = 3, 4, 6
"""What may be kept of each kind, in bytes of a whole screen: enough for the way there and back."""

_HIGH_CONTRAST_LINE_U = 5
"""Outlines have to be seen by eyes that see little."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Measures, colours and craftsmen. ``strings``: the interface's words by language.

    ``corner``: the side of the glass on which the language button is, the same in every language. ``comfort``: what
    they are made for; ``for_view`` answers the ones that a visitor's choice asks for. ``asked``: what the
    exhibition asked of them.
    """

    metrics: Metrics
    theme: Theme
    setter: TextSetter
    shapes: Shapes
    icons: Icons
    stills: Stills
    tiles: TilePainter = field(default_factory=TilePainter)
    strings: Mapping[str, Strings] = field(default_factory=dict)
    corner: str = "right"
    reduce_motion: bool = False
    comfort: Comfort = PLAIN
    asked: tuple[object, ...] = field(default=(), repr=False, compare=False)
    _others: "_Others" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_others", _Others())

    @classmethod
    def for_screen(cls, size: tuple[int, int], exhibition: Exhibition) -> "Tools":
        """The tools for a surface of ``size`` pixels that fills the exhibition's screen."""
        metrics = Metrics(*size, exhibition.screen.inches, reach=exhibition.screen.reach)
        screen = 4 * size[0] * size[1]
        theme = _theme(exhibition.screen.accent)
        languages = exhibition.languages or ("en",)
        strings = {each: Strings(each, exhibition.digits, own=exhibition.words) for each in languages}
        return cls(
            metrics=metrics,
            theme=theme,
            setter=TextSetter(metrics, theme, Fonts(exhibition.fonts), cache=_TEXT_SCREENS * screen),
            shapes=Shapes(_SHAPE_SCREENS * screen),
            icons=Icons(),
            stills=Stills(theme, _STILL_SCREENS * screen),
            strings=strings,
            corner="left" if strings[languages[0]].direction == "rtl" else "right",
            reduce_motion=exhibition.screen.reduce_motion,
            comfort=Comfort(reach=exhibition.screen.reach),
            asked=_asked(exhibition),
        )

    def suit(self, exhibition: Exhibition) -> bool:
        """Whether ``for_screen`` would make the same for this exhibition while its font files stay as they are."""
        return self.asked == _asked(exhibition)

    def for_view(self, view: View) -> "Tools":
        """The tools for what the visitor of ``view`` asked for. To be asked of the exhibition's own tools."""
        return self.for_comfort(view.visit.comfort)

    def for_comfort(self, comfort: Comfort) -> "Tools":
        """The same craftsmen with other sizes and colours. Only the last choice is kept, and only while it is wanted:
        words that were set for it take memory."""
        if comfort == self.comfort:
            self._others.last = None
            return self
        made = self._others.last
        if made is None or made.comfort != comfort:
            self._others.last = made = self._varied(comfort)
        return made

    def _varied(self, comfort: Comfort) -> "Tools":
        metrics = replace(
            self.metrics,
            reading_cap_mm=LARGER_CAP_MM if comfort.larger_text else READING_CAP_MM,
            line_u=_HIGH_CONTRAST_LINE_U if comfort.high_contrast else self.metrics.line_u,
            reach=comfort.reach,
        )
        theme = self.theme.in_high_contrast() if comfort.high_contrast else self.theme
        setter = self.setter.another(metrics, theme, _TEXT_SCREENS * 4 * metrics.width * metrics.height)
        return replace(self, metrics=metrics, theme=theme, setter=setter, comfort=comfort)

    @property
    def size(self) -> tuple[int, int]:
        """Of the surface in pixels."""
        return self.metrics.width, self.metrics.height

    def close(self, *, wait: bool = True) -> None:
        """End what works in the background, and ``wait`` for what paints there."""
        self.tiles.close(wait=wait)
        self.stills.close()


def _asked(exhibition: Exhibition) -> tuple[object, ...]:
    """What an exhibition asks of the tools."""
    return exhibition.screen, exhibition.languages, exhibition.digits, exhibition.words, exhibition.fonts


@dataclass(slots=True)
class _Others:
    """The tools of the last choice that differs from the exhibition's own."""

    last: Tools | None = None


def _theme(accent: str) -> Theme:
    """The theme; an accent that is no colour has been reported by ``check`` and does not keep the screen dark."""
    try:
        return Theme.with_accent(accent)
    except ValueError:
        return Theme.with_accent(DEFAULT_ACCENT)
