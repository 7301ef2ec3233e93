"""A scene onto a surface: ground, scrolled content, layers and what is alive, in this order."""

from collections.abc import Callable

import pygame
from pygame import Rect, Surface

from kiosk.ui.scene import Layer, Moment, Scene, ScrollArea
from kiosk.ui.view import View

PaintFilm = Callable[[Surface], None]
"""Paints the film's current frame centred into a surface, and black around it."""


FAINT = 0.3
"""Opacity of a page button with nothing more in its direction."""


def paint_scene(
    surface: Surface,
    scene: Scene,
    view: View,
    now: float,
    *,
    position: float = 0.0,
    opacity: float = 1.0,
    shift: tuple[int, int] = (0, 0),
    film: PaintFilm | None = None,
    edges: "Edges | None" = None,
    moves: bool = False,
) -> int:
    """Paint a whole scene.

    ``position``: of its scroll area. ``shift``: pixels by which everything but the ground is moved aside.
    ``film``: what a scene without a ground stands on. ``edges`` must belong to this scene.
    ``moves``: its content does, and waits for no piece that is still to be painted. Answers how many of these would be
    seen.
    """
    blanks = 0
    paint_ground(surface, scene, film, opacity)
    if scene.scroll is not None:
        blanks = paint_content(surface, scene.scroll, position, shift, moves=moves)
        if edges is not None:
            edges.paint(surface, position)
    for layer in scene.layers:
        at = layer.at if layer.still else (layer.at[0] + shift[0], layer.at[1] + shift[1])
        blit_faded(surface, layer.surface, at, opacity)
    if scene.scroll is not None:
        for button in scene.scroll.buttons:
            strength = opacity if scene.scroll.turns(button, position) else opacity * FAINT
            for layer in button.layers:
                blit_faded(surface, layer.surface, layer.at, strength)
    for live in scene.live:
        live.draw(surface, Moment(view, now, opacity))
    return blanks


def paint_ground(surface: Surface, scene: Scene, film: PaintFilm | None, opacity: float = 1.0) -> None:
    """What a scene stands on: its own ground, the film, or what it has while there is no film."""
    if scene.ground is not None:
        blit_faded(surface, scene.ground, (0, 0), opacity)
    elif film is not None:
        film(surface)
    elif scene.fallback is not None:
        surface.blit(scene.fallback(), (0, 0))


def paint_content(
    surface: Surface, area: ScrollArea, position: float, shift: tuple[int, int] = (0, 0), *, moves: bool = False
) -> int:
    """Paint what of the content lies in the area at this position; answers how many pieces are still to be painted."""
    blanks = 0
    before = surface.get_clip()
    clip = area.rect.move(shift).clip(before)
    surface.set_clip(clip)
    down = area.offset(position) + shift[1]
    try:
        for tile in area.tiles:
            if not tile.lies_in(clip.top - down, clip.bottom - down):
                continue
            waits = moves and tile.later is not None and not tile.is_painted
            picture = tile.kept.before or area.blank if waits else tile.surface()
            blanks += waits
            if picture is not None:
                surface.blit(picture, tile.rect.move(shift[0], down))
    finally:
        surface.set_clip(before)
    return blanks


def blit_faded(surface: Surface, picture: Surface, at: tuple[int, int], opacity: float) -> None:
    """Blit with an opacity of 0…1 and leave the picture as it was, since others may use it."""
    level = round(255 * opacity)
    if level <= 0:
        return
    if level >= 255:
        surface.blit(picture, at)
        return
    picture.set_alpha(level)
    try:
        surface.blit(picture, at)
    finally:
        # An opaque picture left at 255 would go the slow way from then on: 32 ms a screen instead of 0.7.
        picture.set_alpha(255 if picture.get_masks()[3] else None)


class Edges:
    """The ground once more over both ends of a scroll area, fading, so that content dissolves instead of being cut."""

    def __init__(self, scene: Scene) -> None:
        self._layers: tuple[Layer, ...] = ()
        area = scene.scroll
        if area is None or scene.ground is None or area.fade <= 0:
            return
        self._fade, self._limit = area.fade, area.limit
        upper = Rect(area.rect.left, area.rect.top, area.rect.width, area.fade)
        lower = upper.move(0, area.rect.height - area.fade)
        self._layers = (_edge(scene.ground, upper, 1), _edge(scene.ground, lower, -1))

    def paint(self, surface: Surface, position: float) -> None:
        """Paint each edge as far as content is hidden behind it."""
        if self._layers:
            for layer, hidden in zip(self._layers, (position, self._limit - position), strict=True):
                blit_faded(surface, layer.surface, layer.at, min(1.0, max(0.0, hidden / self._fade)))


def _edge(ground: Surface, rect: Rect, towards: int) -> Layer:
    """A strip of the ground, opaque at its outer side. ``towards``: 1 if it fades out downwards."""
    strip = Surface(rect.size, pygame.SRCALPHA, 32)
    strip.blit(ground, (0, 0), rect)
    for row in range(rect.height):
        share = (row + 0.5) / rect.height
        opacity = 1.0 - share if towards > 0 else share
        smooth = opacity * opacity * (3.0 - 2.0 * opacity)
        strip.fill((255, 255, 255, round(255 * smooth)), Rect(0, row, rect.width, 1), pygame.BLEND_RGBA_MULT)
    return Layer(strip, rect.topleft)
