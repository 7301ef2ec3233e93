"""The kiosk's own signs, drawn as SVG in white and given a colour here."""

from pathlib import Path
from typing import Literal, get_args

import pygame

from kiosk.exhibition.text import Direction
from kiosk.ui.images import Store, bytes_of
from kiosk.ui.theme import Colour

Icon = Literal[
    "back",
    "next",
    "close",
    "play",
    "pause",
    "rewind",
    "captions",
    "clock",
    "volume-down",
    "volume-up",
    "minus",
    "plus",
    "warning",
    "touch",
    "page-previous",
    "page-next",
    "text-size",
    "contrast",
    "reach",
    "sign",
    "described",
    "up",
    "down",
    "globe",
    "check",
]

MIRRORED: frozenset[Icon] = frozenset({"back", "next", "page-previous", "page-next"})
"""Signs that point along the reading direction. Film runs the same way everywhere: play and rewind stay."""

CACHE_BYTES = 8 * 2**20
_FOLDER = Path(__file__).resolve().parents[1] / "assets" / "icons"


class Icons:
    """Loads icons at their size and tints them. Each is square; surfaces are shared, with straight opacity."""

    def __init__(self, folder: Path = _FOLDER, cache: int = CACHE_BYTES) -> None:
        self._folder = folder
        self._surfaces: Store[pygame.Surface] = Store(cache, bytes_of)

    def icon(self, name: Icon, size: int, colour: Colour, direction: Direction = "ltr") -> pygame.Surface:
        """An icon ``size`` pixels wide and high, for readers of a ``direction``. FileNotFoundError if unknown."""
        mirrored = direction == "rtl" and name in MIRRORED
        key = (name, size, colour, mirrored)
        return self._surfaces.get(key) or self._surfaces.put(key, self._drawn(name, size, colour, mirrored))

    def _drawn(self, name: Icon, size: int, colour: Colour, mirrored: bool) -> pygame.Surface:
        loaded = pygame.image.load_sized_svg(self._folder / f"{name}.svg", (size, size))
        surface = pygame.Surface(loaded.get_size(), pygame.SRCALPHA, 32)
        surface.blit(loaded, (0, 0), special_flags=pygame.BLEND_RGBA_MAX)
        surface.fill(colour, special_flags=pygame.BLEND_RGBA_MULT)
        return pygame.transform.flip(surface, True, False) if mirrored else surface


def icon_names() -> tuple[Icon, ...]:
    """Every icon that there is."""
    return get_args(Icon)
