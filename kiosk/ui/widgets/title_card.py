"""What stands where a film has no still, or one that cannot be shown: its titles, large, on a tone of its own."""

import pygame
from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.ui.metrics import Role
from kiosk.ui.screens.page import Page
from kiosk.ui.stills import Look
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.widgets.sheet import Sheet

_AROUND_U, _RULE_U, _UNDER_RULE_U, _FOOT_U = 30, (56, 4), 22, 56
_SIZES: tuple[tuple[Role, Role], ...] = (("title_other", "lead"), ("lead", "small"), ("small", "small"))
"""Roles of the two titles, the larger ones first."""
_FAINT = 0.14
_FAINT_HEIGHT = 0.42


def title_card(page: Page, film: Film, size: tuple[int, int]) -> Surface:
    """A picture of ``size`` pixels to put on a film's card instead of its still."""
    tools = page.tools
    surface = tools.stills.plain(film.id, size).copy()
    if tools.comfort.high_contrast:
        surface.fill(tools.theme.ground[:3])
        pygame.draw.rect(surface, tools.theme.line, surface.get_rect(), tools.metrics.line)
    sheet = Sheet(tools.setter, size[0], page.view.direction)
    around = page.u(_AROUND_U)
    # The foot stays free: the length of the excerpt stands there.
    room = Rect(around, around, size[0] - 2 * around, size[1] - 2 * around - page.u(_FOOT_U))
    rule = tools.shapes.rounded(page.u(_RULE_U[0]), max(2, page.u(_RULE_U[1])), 0, tools.theme.accent_ink)
    sheet.picture(rule, rule.get_rect(topleft=room.topleft))
    room.top += page.u(_UNDER_RULE_U)
    room.height -= page.u(_UNDER_RULE_U)
    y = room.top
    for block in _titles(page, sheet, film, room):
        sheet.place(block, room.left, y, room.width)
        y += block.height
    for layer in sheet.layers:
        surface.blit(layer.surface, layer.at)
    return surface


def _titles(page: Page, sheet: Sheet, film: Film, room: Rect) -> list[TextBlock]:
    """The titles in both scripts as large as there is room for them; the first alone, or none, if there is not."""
    first, second = page.first(film.title), page.second(film.title)
    for other in (second, None):
        for larger, smaller in _SIZES:
            blocks = [sheet.set(first, Style(larger, "light"), room.width)]
            if other:
                blocks.append(sheet.set(other, Style(smaller, "light", "ink_soft"), room.width))
            if sum(each.height for each in blocks) <= room.height and not any(each.cut for each in blocks):
                return blocks
    return []


def toned_ground(page: Page, film: Film, size: tuple[int, int], look: Look, room: Rect) -> Surface:
    """The ground of a film's page instead of its still: its tone, and in it, no more than felt, the title in the other
    script. ``room``: for the title, counted from the starting side."""
    tools = page.tools
    surface = tools.stills.plain(film.id, size, look).copy()
    wording = page.second(film.title) or page.first(film.title)
    sheet = Sheet(tools.setter, tools.metrics.width, page.view.direction)
    block = sheet.set(wording, Style("display", "light"), room.width, shrink_to=0.7, max_lines=3, align="center")
    if block.cut or block.height > room.height:
        return surface
    glass = sheet.physical(room)
    block.draw(surface, block.left(glass.left, glass.width, "center"), glass.centery - block.height // 2, _FAINT)
    return surface
