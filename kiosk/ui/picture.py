"""A film's frame onto the window's surface."""

import pygame

from kiosk.projection.contract import Picture
from kiosk.ui.sdl import Sdl


class FilmPainter:
    """Paints frames, centred, with black around them where the film's shape is not the screen's."""

    def __init__(self, sdl: Sdl) -> None:
        self._sdl = sdl

    def paint(self, picture: Picture, target: pygame.Surface) -> None:
        """Paint one frame over all of ``target``. A frame that is larger than ``target`` is left out."""
        width, height = target.get_size()
        left, top = (width - picture.width) // 2, (height - picture.height) // 2
        if left < 0 or top < 0:
            return
        for bar in _bars(pygame.Rect(left, top, picture.width, picture.height), target.get_rect()):
            target.fill((0, 0, 0), bar)
        self._sdl.convert_i420(
            picture.planes, (picture.width, picture.height), picture.matrix.value, target, (left, top)
        )


def _bars(film: pygame.Rect, screen: pygame.Rect) -> list[pygame.Rect]:
    """The parts of the screen that the film leaves free."""
    return [
        bar
        for bar in (
            pygame.Rect(0, 0, screen.width, film.top),
            pygame.Rect(0, film.bottom, screen.width, screen.height - film.bottom),
            pygame.Rect(0, film.top, film.left, film.height),
            pygame.Rect(film.right, film.top, screen.width - film.right, film.height),
        )
        if bar.width > 0 and bar.height > 0
    ]
