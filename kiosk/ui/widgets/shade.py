"""Shade for words in a corner of a picture: soft enough that no edge of it is seen."""

from pygame import Rect, Surface

from kiosk.ui.screens.page import Page

_REACH = 2.3
"""How far a shade reaches beyond the words, as a share of their distance from the corner."""


def corner_shade(page: Page, words: Rect, depth: float = 226.0) -> tuple[Surface, Rect]:
    """A shade in the corner of the screen that is nearest to ``words`` (on the glass), and its place.

    ``depth``: its opacity, 0–255, under the words.
    """
    metrics = page.tools.metrics
    right, bottom = words.centerx > metrics.width / 2, words.centery > metrics.height / 2
    width = (metrics.width - words.left if right else words.right) * _REACH
    height = (metrics.height - words.top if bottom else words.bottom) * _REACH
    rect = Rect(0, 0, min(metrics.width, round(width)), min(metrics.height, round(height)))
    rect.x = metrics.width - rect.width if right else 0
    rect.y = metrics.height - rect.height if bottom else 0
    center = (1.0 if right else 0.0, 1.0 if bottom else 0.0)
    stops = ((0.0, depth), (0.3, depth * 0.95), (0.42, depth * 0.8), (0.8, 0.0), (1.0, 0.0))
    return page.tools.shapes.glow(rect.size, page.tools.theme.scrim, stops, center), rect


def shade_corner(page: Page, picture: Surface, words: Rect) -> None:
    """Lay such a shade on a picture of the screen's size."""
    shade, rect = corner_shade(page, words)
    picture.blit(shade, rect)
