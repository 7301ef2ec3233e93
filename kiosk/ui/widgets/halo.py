"""A soft dark halo around words that stand on a film: it darkens where the letters are and leaves the picture alone."""

import pygame
from pygame import Surface

from kiosk.ui.scene import Layer
from kiosk.ui.tools import Tools
from kiosk.ui.widgets.sheet import Sheet

_SMALLER = 4
_DENSE = 9
_REACH_U, _DEPTH = 20, 200


def halos(sheet: Sheet, tools: Tools) -> list[Layer]:
    """Halos for all words of a sheet that do not stand on a button."""
    buttons = [each.rect for each in sheet.targets]
    free = [each for each in sheet.words if not any(button.contains(each.rect.inflate(-4, -4)) for button in buttons)]
    return [halo(each, tools.metrics.u(_REACH_U), _DEPTH) for each in free]


def halo(words: Layer, reach: int, depth: int) -> Layer:
    """The halo of ``words``, ``reach`` pixels wide and at most ``depth`` (0–255) opaque."""
    around = 2 * reach
    size = words.surface.get_width() + 2 * around, words.surface.get_height() + 2 * around
    shadow = Surface(size, pygame.SRCALPHA, 32)
    shadow.blit(words.surface, (around, around))
    shadow.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    small = pygame.transform.smoothscale(shadow, (max(1, size[0] // _SMALLER), max(1, size[1] // _SMALLER)))
    soft = pygame.transform.gaussian_blur(small, max(1, reach // _SMALLER))
    dense = soft.copy()
    for _ in range(_DENSE):
        dense.blit(soft, (0, 0))  # blurred strokes are faint; on top of each other they close
    whole = pygame.transform.smoothscale(dense, size)
    whole.fill((255, 255, 255, depth), special_flags=pygame.BLEND_RGBA_MULT)
    return Layer(whole, (words.at[0] - around, words.at[1] - around), words.still)
