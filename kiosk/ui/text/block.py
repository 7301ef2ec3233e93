"""Words that are set: a picture of them and where everything in it lies."""

from dataclasses import dataclass
from typing import Literal

import pygame

from kiosk.exhibition.text import Direction

Align = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True, eq=False)
class TextBlock:
    """A text in lines, ready to be drawn.

    The block is a box of ``width`` × ``height`` pixels that layouts work with: ``width`` is that of the widest line,
    ``height`` the sum of the line heights and paragraph gaps; capitals stand in the middle of a line's height, so a
    box centred in a button looks centred. Marks and overhanging letters may reach beyond the box: ``surface`` holds
    all of them and goes to ``offset`` from the box's top left corner. ``draw`` does that.

    ``surface``: 32 bits with straight opacity; blit it plainly, fade it with ``draw``'s opacity. It is shared
    through a cache: never draw on it.
    ``text`` and ``language``: what was to be set. ``lines``: what stands on each line, in logical order.
    ``line_boxes``: x, y, width, height of every line in the box. ``baselines``: y of each line's baseline.
    ``cap_top``: y of the top of the first line's capitals. ``direction``: in which its lines are read.
    ``side``: the side on which lines start, ``direction`` unless one or two lines follow the interface.
    ``cut``: whether something had to be left out. ``size``: pixels per em that it is set in.
    """

    surface: pygame.Surface
    offset: tuple[int, int]
    width: int
    height: int
    text: str
    language: str
    lines: tuple[str, ...]
    line_boxes: tuple[tuple[int, int, int, int], ...]
    baselines: tuple[int, ...]
    cap_top: int
    direction: Direction
    side: Direction
    cut: bool
    size: int

    def draw(self, target: pygame.Surface, x: int, y: int, opacity: float = 1.0) -> pygame.Rect:
        """Draw with the box's top left corner at (x, y); ``opacity`` 0–1. Answers what was drawn on."""
        at = (x + self.offset[0], y + self.offset[1])
        if opacity <= 0 or not self.lines:
            return pygame.Rect(at, (0, 0))
        if opacity >= 1:
            return target.blit(self.surface, at)
        self.surface.set_alpha(round(255 * opacity))
        drawn = target.blit(self.surface, at)
        self.surface.set_alpha(255)
        return drawn

    def left(self, left: int, width: int, align: Align = "start") -> int:
        """The x for ``draw`` that puts the box at its start, middle or end in a space ``width`` wide from ``left``."""
        if align == "center":
            return left + (width - self.width) // 2
        at_left = (align == "start") == (self.side == "ltr")
        return left if at_left else left + width - self.width
