"""What takes the whole glass: a grid to be touched, and colours to be looked at."""

from typing import Final

import pygame
from pygame import Rect, Surface

from kiosk.panel.covers import CELLS, Cover, Glass, Grid, Shade
from kiosk.ui.panel.saying import wording
from kiosk.ui.scene import Scene, Target
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style

_ALONG, _ACROSS = 8, CELLS // 8
"""Cells along the longer edge of the screen, and along the shorter one."""
_STYLES: Final = (Style("lead", "medium"), Style("facts"), Style("small", "regular", "ink_soft"))
_LINE_U, _PAD_U, _BOX_U = 3, 36, 760
_GREYS: Final = 16


def build_cover(page: Page, cover: Cover) -> Scene:
    """A scene of it alone."""
    return _grid(page, cover) if isinstance(cover, Grid) else _glass(page, cover)


def _glass(page: Page, glass: Glass) -> Scene:
    """Nothing but the shade: a word on it would be what burns in."""
    whole = Rect(0, 0, *page.tools.size)
    target = Target("do:glass", whole, shape=Rect(0, 0, 0, 0))
    return Scene("panel", ground=_shade(glass.shade, page.tools.size), targets=(target,))


def _shade(shade: Shade, size: tuple[int, int]) -> Surface:
    ground = Surface(size, 0, 32)
    if shade != "greys":
        ground.fill(pygame.Color("lime" if shade == "green" else shade))  # HTML's "green" is half as bright
        return ground
    width, height = size
    for column in range(width):  # every grey above, below it sixteen of them that have to be told apart
        smooth = column * 255 // max(1, width - 1)
        step = min(_GREYS - 1, column * _GREYS // width) * 255 // (_GREYS - 1)
        ground.fill((smooth, smooth, smooth), Rect(column, 0, 1, height // 2))
        ground.fill((step, step, step), Rect(column, height // 2, 1, height - height // 2))
    return ground


def _grid(page: Page, grid: Grid) -> Scene:
    tools, sheet = page.tools, page.sheet
    ground = Surface(tools.size, 0, 32)
    ground.fill(tools.theme.rule[:3])
    line = page.u(_LINE_U)
    for number, place in enumerate(cells(tools.size)):
        colour = tools.theme.accent if number in grid.lit else tools.theme.ground
        ground.fill(colour[:3], place.inflate(-line, -line))
        if grid.touches[number]:
            sheet.targets.append(Target(f"do:cell:{number}", place))
    width = min(page.u(_BOX_U), page.inner - 2 * page.u(_PAD_U))
    lines = zip(grid.words, _STYLES, strict=False)
    blocks = [sheet.set(wording(page, words), style, width, align="center") for words, style in lines]
    pad = page.u(_PAD_U)
    box = Rect(0, 0, width + 2 * pad, sum(each.height for each in blocks) + 2 * pad)
    box.center = sheet.width // 2, tools.metrics.height // 2
    sheet.picture(tools.shapes.rounded(*box.size, pad, tools.theme.box), box)
    y = box.top + pad
    for block in blocks:
        sheet.place(block, box.left + pad, y, width, "center")
        y += block.height
    return Scene(
        "panel", ground=ground, layers=tuple(sheet.layers), targets=tuple(sheet.targets), texts=tuple(sheet.texts)
    )


def cells(size: tuple[int, int]) -> list[Rect]:
    """The places of the cells on a glass of ``size`` pixels: all of it, up to the edges."""
    width, height = size
    columns, rows = (_ALONG, _ACROSS) if width >= height else (_ACROSS, _ALONG)
    xs = [column * width // columns for column in range(columns + 1)]
    ys = [row * height // rows for row in range(rows + 1)]
    return [
        Rect(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])
        for row in range(rows)
        for column in range(columns)
    ]
