"""From Pillow's pictures to pygame's surfaces, and a store for both that knows its limit in bytes.

All surfaces of the kiosk have 32 bits in the order of an X or KMS screen (0xAARRGGBB), so that they blit
without conversion; opaque ones have no alpha channel. Opacity is straight, not multiplied in: pygame-ce
blits it nearly as fast (0.18 against 0.15 ms for a paragraph), on any ground, and ``set_alpha`` fades it.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

import pygame
from PIL import Image

from kiosk.ui.theme import Colour

_OPAQUE_MASKS = (0xFF0000, 0xFF00, 0xFF, 0)
_Thing = TypeVar("_Thing")


def surface_of_mask(mask: Image.Image, colour: Colour) -> pygame.Surface:
    """One colour everywhere, as opaque as the mask (mode L) says. Blit it plainly."""
    red, green, blue, opacity = colour
    picture = Image.new("RGBA", mask.size, (blue, green, red, 0))
    picture.putalpha(mask if opacity == 255 else mask.point([round(value * opacity / 255) for value in range(256)]))
    return pygame.image.frombuffer(picture.tobytes(), mask.size, "BGRA")


def surface_of_rgba(picture: Image.Image) -> pygame.Surface:
    """A picture with its own opacity (mode RGBA, straight)."""
    return pygame.image.frombuffer(picture.tobytes("raw", "BGRA"), picture.size, "BGRA")


def opaque_surface(picture: Image.Image) -> pygame.Surface:
    """A picture without opacity (mode RGB), in the screen's own format: the fastest thing to blit."""
    surface = pygame.Surface(picture.size, 0, 32, _OPAQUE_MASKS)
    view = surface.get_buffer()
    view.write(picture.tobytes("raw", "BGRX"), 0)
    del view  # the surface stays locked for as long as the view lives
    return surface


def bytes_of(surface: pygame.Surface) -> int:
    """Bytes of memory that a surface takes."""
    return surface.get_pitch() * surface.get_height()


class Store(Generic[_Thing]):
    """Keeps what was made last, up to a number of bytes. Safe to use from several threads."""

    def __init__(self, limit_bytes: int, weigh: Callable[[_Thing], int]) -> None:
        self._limit = limit_bytes
        self._weigh = weigh
        self._things: OrderedDict[Hashable, tuple[_Thing, int]] = OrderedDict()
        self._lock = threading.Lock()
        self._bytes = 0

    @property
    def bytes(self) -> int:
        """What is kept at the moment."""
        return self._bytes

    def get(self, key: Hashable) -> _Thing | None:
        with self._lock:
            if key not in self._things:
                return None
            self._things.move_to_end(key)
            return self._things[key][0]

    def __contains__(self, key: Hashable) -> bool:
        with self._lock:
            return key in self._things

    def put(self, key: Hashable, thing: _Thing) -> _Thing:
        """Keep it and answer it; what was not asked for longest makes room."""
        weight = self._weigh(thing)
        with self._lock:
            if key in self._things:
                self._bytes -= self._things.pop(key)[1]
            self._things[key] = (thing, weight)
            self._bytes += weight
            while self._bytes > self._limit and len(self._things) > 1:
                self._bytes -= self._things.popitem(last=False)[1][1]
        return thing

    def drop(self, unwanted: Callable[[Hashable], bool]) -> None:
        """Forget everything whose key is unwanted."""
        with self._lock:
            for key in [key for key in self._things if unwanted(key)]:
                self._bytes -= self._things.pop(key)[1]
