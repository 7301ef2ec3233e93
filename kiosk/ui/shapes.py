"""Discs, pills, rings and scrims with smooth edges: drawn large, reduced, and kept.

Every surface is shared through a cache and has straight opacity: blit it plainly and never draw on it.
"""

from collections.abc import Callable, Hashable

import pygame
from PIL import Image, ImageChops, ImageDraw

from kiosk.ui.gradients import Edge, Stops, linear, radial
from kiosk.ui.images import Store, bytes_of, surface_of_mask, surface_of_rgba
from kiosk.ui.theme import Colour

CACHE_BYTES = 64 * 2**20
_LARGER = 8
_RING_PIXELS = 1000
_RING_STEPS = 720


class Shapes:
    """Draws shapes and remembers them. Sizes are pixels; may be used from several threads at once."""

    def __init__(self, cache: int = CACHE_BYTES) -> None:
        self._surfaces: Store[pygame.Surface] = Store(cache, bytes_of)

    def disc(self, diameter: int, fill: Colour, outline: Colour | None = None, line: int = 0) -> pygame.Surface:
        """A full circle."""
        return self.rounded(diameter, diameter, diameter / 2, fill, outline, line)

    def pill(
        self, width: int, height: int, fill: Colour, outline: Colour | None = None, line: int = 0
    ) -> pygame.Surface:
        """A rectangle whose short sides are half circles."""
        return self.rounded(width, height, min(width, height) / 2, fill, outline, line)

    def rounded(
        self, width: int, height: int, radius: float, fill: Colour, outline: Colour | None = None, line: int = 0
    ) -> pygame.Surface:
        """A rectangle with round corners. An ``outline`` of ``line`` pixels lies inside the size."""

        def draw() -> pygame.Surface:
            mask = rounded_mask(width, height, radius)
            if outline is None or line <= 0:
                return surface_of_mask(mask, fill)
            inner = Image.new("L", mask.size)
            inner.paste(rounded_mask(width - 2 * line, height - 2 * line, radius - line), (line, line))
            edge = _tinted(ImageChops.subtract(mask, inner), outline)
            return surface_of_rgba(Image.alpha_composite(_tinted(mask, fill), edge))

        return self._kept(("rounded", width, height, radius, fill, outline, line), draw)

    def ring(
        self, diameter: int, line: int, colour: Colour, track: Colour | None = None, share: float = 1.0
    ) -> pygame.Surface:
        """A ring, ``line`` pixels wide, drawn for ``share`` (0–1) of its way clockwise from the top.

        ``track`` is the colour of the whole way under it. Its ends are round.
        """
        steps = round(min(1.0, max(0.0, share)) * _RING_STEPS)

        def draw() -> pygame.Surface:
            arc = surface_mask = _ring_mask(diameter, line, steps / _RING_STEPS)
            if track is None:
                return surface_of_mask(surface_mask, colour)
            way = _tinted(ImageChops.subtract(_ring_mask(diameter, line, 1.0), arc), track)
            return surface_of_rgba(Image.alpha_composite(way, _tinted(arc, colour)))

        return self._kept(("ring", diameter, line, colour, track, steps), draw)

    def scrim(self, size: tuple[int, int], toward: Edge, colour: Colour, stops: Stops) -> pygame.Surface:
        """A gradient to lay over pictures: opacity 0–255 by ``stops``, place 1 at the edge ``toward``."""
        key = ("scrim", size, toward, colour, tuple(stops))
        return self._kept(key, lambda: surface_of_mask(linear(size, toward, stops), colour))

    def glow(
        self, size: tuple[int, int], colour: Colour, stops: Stops, center: tuple[float, float] = (0.5, 0.5)
    ) -> pygame.Surface:
        """A round gradient: opacity 0–255 by ``stops`` from ``center`` to the farthest corner."""
        key = ("glow", size, colour, tuple(stops), center)
        return self._kept(key, lambda: surface_of_mask(radial(size, stops, center), colour))

    def round_corners(self, picture: pygame.Surface, radius: int) -> pygame.Surface:
        """A copy of a picture with its corners cut round. It is not kept."""
        width, height = picture.get_size()
        mask = self.rounded(width, height, radius, (255, 255, 255, 255))
        rounded = pygame.Surface((width, height), pygame.SRCALPHA, 32)
        rounded.blit(picture, (0, 0))
        rounded.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return rounded

    def _kept(self, key: Hashable, draw: Callable[[], pygame.Surface]) -> pygame.Surface:
        return self._surfaces.get(key) or self._surfaces.put(key, draw())


def rounded_mask(width: int, height: int, radius: float) -> Image.Image:
    """A rectangle with round corners as a mask (mode L). Only its corners are drawn large."""
    width, height = max(1, width), max(1, height)
    radius = max(0.0, min(radius, width / 2, height / 2))
    mask = Image.new("L", (width, height), 255)
    edge = int(radius + 0.999)
    if not edge:
        return mask
    large = Image.new("L", (edge * _LARGER, edge * _LARGER))
    ImageDraw.Draw(large).ellipse((0, 0, 2 * radius * _LARGER - 1, 2 * radius * _LARGER - 1), fill=255)
    corner = large.reduce(_LARGER)
    if 2 * radius < 2 * edge:  # an edge in the middle of a pixel: what lies beyond the circle's middle is full
        ImageDraw.Draw(corner).rectangle((edge, edge, edge, edge), fill=255)
    flip, turn = Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM
    mask.paste(corner, (0, 0))
    for at, part in (
        ((width - edge, 0), corner.transpose(flip)),
        ((0, height - edge), corner.transpose(turn)),
        ((width - edge, height - edge), corner.transpose(flip).transpose(turn)),
    ):
        mask.paste(ImageChops.darker(part, mask.crop((*at, at[0] + edge, at[1] + edge))), at)
    return mask


def _ring_mask(diameter: int, line: int, share: float) -> Image.Image:
    scale = max(2, min(_LARGER, _RING_PIXELS // max(1, diameter)))
    size, width = diameter * scale, line * scale
    large = Image.new("L", (size, size))
    if share > 0:
        pen = ImageDraw.Draw(large)
        end = -90 + 360 * share
        pen.arc((0, 0, size - 1, size - 1), -90, end, fill=255, width=width)
        if share < 1:
            _round_ends(pen, size, width, end)
    return large.reduce(scale)


def _round_ends(pen: ImageDraw.ImageDraw, size: int, width: int, end: float) -> None:
    middle, reach = size / 2, (size - width) / 2
    for angle in (-90.0, end):
        direction = pygame.Vector2(reach, 0).rotate(angle)
        x, y = middle + direction.x, middle + direction.y
        pen.ellipse((x - width / 2, y - width / 2, x + width / 2 - 1, y + width / 2 - 1), fill=255)


def _tinted(mask: Image.Image, colour: Colour) -> Image.Image:
    red, green, blue, opacity = colour
    picture = Image.new("RGBA", mask.size, (red, green, blue, 0))
    picture.putalpha(mask.point([round(value * opacity / 255) for value in range(256)]))
    return picture
