"""Texts of any length: set in pieces, of which only those near the view are painted."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygame
from pygame import Rect, Surface

from kiosk.exhibition.text import Wording
from kiosk.ui.text.breaking import paragraphs
from kiosk.ui.text.leading import PARAGRAPH_GAP
from kiosk.ui.theme import Style
from kiosk.ui.tile import TextRecord, Tile
from kiosk.ui.tools import Tools

_MOST_WORDS = 150
"""Of a piece; a longer paragraph is divided. A piece is a fraction of a screen."""


@dataclass(frozen=True, slots=True)
class LongText:
    """A text that is laid out, one tile a piece; ``bottom`` is the y below it."""

    tiles: tuple[Tile, ...]
    texts: tuple[TextRecord, ...]
    bottom: int


def long_text(tools: Tools, wording: Wording, style: Style, place: Rect, around: int) -> LongText:
    """Lay a text out from ``place``'s top on; ``place`` is a column on the glass. All of it starts on its own side.

    ``around``: pixels that a tile is larger than its words, for marks and tails that reach beyond them.
    """
    y, tiles, texts = place.top, [], []
    gap = round(tools.setter.pitch(style, wording.direction) * PARAGRAPH_GAP)
    for piece in _pieces(wording):
        rect = Rect(place.left, y, place.width, tools.setter.height(piece, style, place.width))
        tiles.append(_tile(tools, piece, style, rect, around))
        texts.append(TextRecord(piece.text, piece.language, rect))
        y = rect.bottom + gap
    return LongText(tuple(tiles), tuple(texts), max(place.top, y - gap))


def _pieces(wording: Wording) -> Iterator[Wording]:
    for paragraph in paragraphs(wording.text):
        words = paragraph.split(" ")
        for start in range(0, len(words), _MOST_WORDS):
            yield Wording(" ".join(words[start : start + _MOST_WORDS]), wording.language)


def _tile(tools: Tools, wording: Wording, style: Style, rect: Rect, around: int) -> Tile:
    def paint() -> Surface:
        block = tools.setter.set(wording, style, rect.width, side=wording.direction)
        surface = Surface((rect.width + 2 * around, rect.height + 2 * around), pygame.SRCALPHA, 32)
        block.draw(surface, around + block.left(0, rect.width), around)
        return surface

    return Tile(rect.inflate(2 * around, 2 * around), paint)
