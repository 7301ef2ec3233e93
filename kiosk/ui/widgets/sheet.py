"""A sheet on which a screen is laid out: collects pictures, words and targets, mirrored for right-to-left readers.

Positions along a line are counted from the side on which reading starts, so one layout serves both directions.
"""

from collections.abc import Sequence

import pygame
from pygame import Rect, Surface

from kiosk.exhibition.text import Direction, Wording
from kiosk.ui.scene import Layer, Target
from kiosk.ui.text import Align, TextBlock, TextSetter
from kiosk.ui.theme import Style
from kiosk.ui.tile import TextRecord, Tile

_TITLE_SHRINK = 0.7


class Sheet:
    """``width``: pixels between the two sides. ``direction``: of the layout."""

    def __init__(self, setter: TextSetter, width: int, direction: Direction) -> None:
        self._setter = setter
        self.width = width
        self.direction = direction
        self.layers: list[Layer] = []
        self.words: list[Layer] = []
        self.targets: list[Target] = []
        self.texts: list[TextRecord] = []

    @property
    def mirrored(self) -> bool:
        return self.direction == "rtl"

    def physical(self, rect: Rect) -> Rect:
        """Where a rectangle lies on the glass whose x counts from the starting side."""
        return Rect(self.width - rect.right, rect.top, *rect.size) if self.mirrored else Rect(rect)

    def picture(self, surface: Surface, rect: Rect, *, still: bool = False) -> None:
        """A picture of the rectangle's size. ``still``: it stays where it is while the rest slides in."""
        self.layers.append(Layer(surface, self.physical(rect).topleft, still))

    def picture_on_glass(self, surface: Surface, at: tuple[int, int]) -> None:
        """A picture at a place of the glass that does not depend on the reader."""
        self.layers.append(Layer(surface, at))

    def target(self, target: Target) -> None:
        """Something to tap; its rectangles count from the starting side."""
        shape = self.physical(target.shape) if target.shape else None
        self.targets.append(Target(target.name, self.physical(target.rect), target.kind, shape, target.radius))

    def set(
        self,
        wording: Wording,
        style: Style,
        width: int | None = None,
        *,
        max_lines: int | None = None,
        align: Align = "start",
        shrink_to: float = 1.0,
    ) -> TextBlock:
        """Set a text in the layout's manner without placing it."""
        return self._setter.set(wording, style, width, max_lines, align=align, side=self.direction, shrink_to=shrink_to)

    def title(
        self, wording: Wording, styles: Sequence[Style], width: int, *, max_lines: int = 2, align: Align = "start"
    ) -> TextBlock:
        """A title in the first of the styles in which it takes no more than so many lines, made a little smaller if
        that helps; in the last one it takes the lines that it needs."""
        for style in styles:
            block = self.set(wording, style, width, max_lines=max_lines, align=align, shrink_to=_TITLE_SHRINK)
            if not block.cut:
                return block
        return self.set(wording, styles[-1], width, align=align)

    def place(self, block: TextBlock, x: int, y: int, width: int | None = None, align: Align = "start") -> Rect:
        """Place a block in the space from ``x`` on, ``width`` wide; answers its rectangle on the glass."""
        if not block.lines:
            return self.physical(Rect(x, y, 0, 0))
        space = self.physical(Rect(x, y, width if width is not None else block.width, block.height))
        return self.place_on_glass(block, self._left(block, space, align), y)

    def ornament(self, block: TextBlock, x: int, y: int) -> None:
        """A sign between words that nobody has to read."""
        self.place(block, x, y)
        self.texts.pop()

    def place_on_glass(self, block: TextBlock, left: int, y: int) -> Rect:
        """Place a block at a place of the glass that does not depend on the reader, such as a film's times."""
        rect = Rect(left, y, block.width, block.height)
        words = Layer(block.surface, (left + block.offset[0], y + block.offset[1]))
        self.layers.append(words)
        self.words.append(words)
        self.texts.append(TextRecord(block.text, block.language, rect, block.cut))
        return rect

    def write(
        self,
        wording: Wording,
        style: Style,
        x: int,
        y: int,
        width: int | None = None,
        *,
        max_lines: int | None = None,
        align: Align = "start",
        shrink_to: float = 1.0,
    ) -> int:
        """Set and place a text; answers the y below it."""
        block = self.set(wording, style, width, max_lines=max_lines, align=align, shrink_to=shrink_to)
        self.place(block, x, y, width, align)
        return y + block.height

    def _left(self, block: TextBlock, space: Rect, align: Align) -> int:
        """Words of a few lines start on the layout's side, paragraphs on their own; the end is the layout's end."""
        if align == "end":
            return space.left if self.mirrored else space.right - block.width
        return block.left(space.left, space.width, align)

    def tiles(self, rect: Rect, length: int, piece: int) -> tuple[Tile, ...]:
        """The sheet as content to scroll: pieces of a column, whose x and width on the glass are ``rect``'s."""
        layers = tuple(self.layers)
        return tuple(
            _tile(Rect(rect.left, top, rect.width, min(piece, length - top)), layers) for top in range(0, length, piece)
        )


def _tile(rect: Rect, layers: Sequence[Layer]) -> Tile:
    """A piece of content with its own opacity, so that the ground shows between the words."""

    def paint() -> Surface:
        surface = Surface(rect.size, pygame.SRCALPHA, 32)
        for layer in layers:
            if layer.rect.colliderect(rect):
                surface.blit(layer.surface, (layer.at[0] - rect.left, layer.at[1] - rect.top))
        return surface

    return Tile(rect, paint)
