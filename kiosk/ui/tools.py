"""What screens are made with, for one window."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.exhibition.exhibition import Exhibition
from kiosk.ui.icons import Icons
from kiosk.ui.metrics import Metrics
from kiosk.ui.shapes import Shapes
from kiosk.ui.stills import Stills
from kiosk.ui.strings import Strings
from kiosk.ui.text import Fonts, TextSetter
from kiosk.ui.theme import DEFAULT_ACCENT, Theme

_TEXT_SCREENS, _SHAPE_SCREENS, _STILL_SCREENS = 3, 4, 6
"""What may be kept of each kind, in bytes of a whole screen: enough for the way there and back."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Measures, colours and craftsmen. ``strings``: the interface's words by language.

    ``corner``: the side of the glass on which the language button is, the same in every language.
    """

    metrics: Metrics
    theme: Theme
    setter: TextSetter
    shapes: Shapes
    icons: Icons
    stills: Stills
    strings: Mapping[str, Strings] = field(default_factory=dict)
    corner: str = "right"
    reduce_motion: bool = False

    @classmethod
    def for_screen(cls, size: tuple[int, int], exhibition: Exhibition) -> "Tools":
        """The tools for a surface of ``size`` pixels that fills the exhibition's screen."""
        metrics = Metrics(*size, exhibition.screen.inches)
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
        )

    @property
    def size(self) -> tuple[int, int]:
        """Of the surface in pixels."""
        return self.metrics.width, self.metrics.height

    def close(self) -> None:
        """End what works in the background."""
        self.stills.close()


def _theme(accent: str) -> Theme:
    """The theme; an accent that is no colour has been reported by ``check`` and does not keep the screen dark."""
    try:
        return Theme.with_accent(accent)
    except ValueError:
        return Theme.with_accent(DEFAULT_ACCENT)
