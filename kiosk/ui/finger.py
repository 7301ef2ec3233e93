"""A finger and keys that are not there: what they do comes the way of real ones, through the window's events."""

import pygame


class Finger:
    """Touches the canvas of the one window. Any thread may call it.

    ``rotate``: by how many degrees the canvas is turned on the screen, clockwise (``screen.rotate``).
    """

    def __init__(self, rotate: int) -> None:
        self._rotate = rotate

    def down(self, x: float, y: float) -> None:
        """Touch a point of the canvas, in pixels."""
        self._post(pygame.FINGERDOWN, x, y)

    def up(self, x: float, y: float) -> None:
        """Lift it there."""
        self._post(pygame.FINGERUP, x, y)

    def key(self, name: str) -> None:
        """Press a key by its name, such as ``f24``."""
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=0))

    def _post(self, kind: int, x: float, y: float) -> None:
        surface = pygame.display.get_surface()
        if surface is None:
            return
        width, height = surface.get_size()
        x, y = self._on_screen(x, y, width, height)
        pygame.event.post(pygame.event.Event(kind, finger_id=1, touch_id=0, x=x / width, y=y / height, dx=0, dy=0))

    def _on_screen(self, x: float, y: float, width: int, height: int) -> tuple[float, float]:
        if self._rotate == 90:
            return width - 1 - y, x
        if self._rotate == 180:
            return width - 1 - x, height - 1 - y
        if self._rotate == 270:
            return y, height - 1 - x
        return x, y
