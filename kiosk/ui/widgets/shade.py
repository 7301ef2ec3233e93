"""Shade for words over a picture: deep enough for white pictures, and so soft that no edge of it is seen."""

import pygame
from pygame import BLEND_RGBA_MULT, Rect, Surface

from kiosk.ui.gradients import Edge
from kiosk.ui.scene import Layer
from kiosk.ui.screens.page import Page

_WHITE = (255, 255, 255, 255)
_DARK_ENOUGH = 50
"""Level (0–255) of a picture on which the theme's soft ink has a contrast of 7 : 1."""
_MOST_GRAINS = 0.99
"""Share of a picture's points that a shade is made for."""
_LINE_DEPTH, _EDGE_DEPTH = 208.0, 232.0
_CORNER_FADE_U, _FADE_U = 300, 84


def corner_shade(page: Page, picture: Surface, words: Rect) -> Layer | None:
    """A shade from the corner of the screen that is nearest to ``words`` (on the glass) to a good way beyond them.

    As deep as ``picture``, which they stand on, makes it necessary; None where it is dark enough.
    """
    # A copy: scaling locks what it reads, and the picture may be on its way to the glass on another thread.
    depth = _depth(picture.subsurface(words.clip(picture.get_rect())).copy())
    if depth <= 0.0:
        return None
    metrics, shapes, scrim = page.tools.metrics, page.tools.shapes, page.tools.theme.scrim
    fade, near = page.u(_CORNER_FADE_U), page.u(24)
    right, bottom = words.centerx > metrics.width / 2, words.centery > metrics.height / 2
    width = (metrics.width - words.left if right else words.right) + near + fade
    height = (metrics.height - words.top if bottom else words.bottom) + near + fade
    rect = Rect(metrics.width - width if right else 0, metrics.height - height if bottom else 0, width, height)
    down: Edge = "bottom" if bottom else "top"
    across: Edge = "right" if right else "left"
    shade = shapes.scrim(rect.size, down, scrim, ((0.0, 0.0), (fade / height, depth), (1.0, depth))).copy()
    sideways = shapes.scrim(rect.size, across, _WHITE, ((0.0, 0.0), (fade / width, 255.0), (1.0, 255.0)))
    shade.blit(sideways, (0, 0), special_flags=BLEND_RGBA_MULT)
    return Layer(shade, rect.topleft, still=True)


def _depth(picture: Surface) -> float:
    """Opacity (0–255) that brings the brightest parts of a picture down to what words can stand on."""
    # The brightest place, and for what is full of grains the bright ones among these.
    smooth = pygame.transform.smoothscale(picture, (24, 12))
    grains = pygame.transform.scale(picture, (48, 24))
    level = max(max(_levels(smooth)), sorted(_levels(grains))[round(48 * 24 * _MOST_GRAINS)])
    return 255.0 * max(0.0, 1.0 - _DARK_ENOUGH / max(1, level))


def _levels(picture: Surface) -> list[int]:
    width, height = picture.get_size()
    return [max(picture.get_at((x, y))[:3]) for x in range(width) for y in range(height)]


def foot_shade(page: Page, top: int) -> Layer:
    """A shade over the whole width from the words' ``top`` down."""
    fade = page.u(_FADE_U)
    height = page.tools.metrics.height - top + fade
    return Layer(_shade(page, height, fade, "bottom"), (0, top - fade), still=True)


def head_shade(page: Page, bottom: int) -> Layer:
    """A shade over the whole width from the upper edge to the words' ``bottom``."""
    fade = page.u(_FADE_U)
    return Layer(_shade(page, bottom + fade, fade, "top"), (0, 0), still=True)


def _shade(page: Page, height: int, fade: int, toward: Edge) -> Surface:
    stops = ((0.0, 0.0), (fade / height, _LINE_DEPTH), (1.0, _EDGE_DEPTH))
    return page.tools.shapes.scrim((page.tools.metrics.width, height), toward, page.tools.theme.scrim, stops)
