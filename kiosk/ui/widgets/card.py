"""A film's card: its still with the excerpt's length on it, titles, director, year and running time."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.exhibition.text import Wording
from kiosk.ui.scene import Hero, Target
from kiosk.ui.screens.page import Page
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.tile import TextRecord, Tile
from kiosk.ui.widgets.sheet import Sheet
from kiosk.ui.widgets.timely import overrun_line
from kiosk.ui.widgets.title_card import title_card

TITLE = Style("card", "medium")
OTHER = Style("card_other", "regular", "ink_soft")
FACTS = Style("small", "regular", "ink_soft")
LENGTH = Style("small", "regular")

ABOVE_TEXT_U = 14
GLOW_U = 12
RADIUS_U = 6
_SMALLER = 0.86
_CLOSER_U = 5
"""Facts are single lines, not paragraphs: they may stand closer than reading text."""


@dataclass(frozen=True, slots=True)
class CardText:
    """The words under a still: blocks with their y, and whether they stand at the end of the line."""

    blocks: tuple[tuple[TextBlock, int, bool], ...]
    height: int


def card_text(page: Page, film: Film, width: int) -> CardText:
    """Lay out the words of a card ``width`` pixels wide. Nothing is cut as long as a card can be that high."""
    sheet = page.sheet
    title = sheet.set(page.first(film.title), TITLE, width)
    blocks = [(title, 0, False)]
    y = title.height
    wording = page.second(film.title)
    other = sheet.set(wording, OTHER, width) if wording else None
    beside = _beside(page, title, wording, width) if wording and not page.tools.metrics.tall else None
    if beside is not None:
        blocks.append((beside, title.baselines[0] - beside.baselines[0], True))
        other = None
    facts = page.fact_blocks(film, FACTS, width, short=True)
    small = sheet.set(wording, FACTS, width) if wording and other and not page.tools.metrics.tall else None
    if small is not None and _fit_together(page, facts[-1], small, width):
        other = small
    elif other is not None:
        blocks.append((other, y, False))
        y += other.height
        other = None
    for block in facts:
        blocks.append((block, y, False))
        line = y
        y += block.height - page.u(_CLOSER_U)
    if other is not None:
        last = facts[-1]
        blocks.append((other, line + last.baselines[0] - other.baselines[0], True))
    return CardText(tuple(blocks), y)


def _beside(page: Page, title: TextBlock, wording: Wording, width: int) -> TextBlock | None:
    """The second title on the first one's line, a little smaller if that helps; None if there is no room for it."""
    room = width - title.width - page.u(24)
    if len(title.lines) != 1 or room <= 0:
        return None
    block = page.sheet.set(wording, OTHER, room, max_lines=1, shrink_to=_SMALLER)
    return None if block.cut else block


def _fit_together(page: Page, block: TextBlock, other: TextBlock, width: int) -> bool:
    lines = (len(block.lines), len(other.lines))
    return lines == (1, 1) and block.width + page.u(24) + other.width <= width


@dataclass(frozen=True, slots=True)
class Card:
    """A card in content coordinates, x as on the glass. Its words are set when it is painted, not before.

    ``says``: what of it may be another in another view of the same exhibition.
    """

    tile: Tile
    target: Target
    hero: Hero
    says: Hashable = None

    def moved(self, dx: int, dy: int) -> "Card":
        """The same somewhere else."""
        hero = replace(self.hero, rect=self.hero.rect.move(dx, dy))
        return Card(self.tile.moved(dx, dy), self.target.moved(dx, dy), hero, self.says)


def card(page: Page, film: Film, rect: Rect, still_height: int, says: Hashable = None) -> Card:
    """A card in ``rect`` (x counted from the starting side), its still ``still_height`` pixels high.

    A card whose words need more room than that leaves has a lower still.
    """
    tools, around, radius = page.tools, page.u(GLOW_U), page.u(RADIUS_U)
    glass = page.sheet.physical(rect)

    def still(size: tuple[int, int]) -> Surface:
        return tools.stills.cover(film.still, size) or title_card(page, film, size)

    def paint() -> Surface:
        size, sheet, _ = _laid_out(page, film, rect.size, still_height)
        surface = Surface((rect.width + 2 * around, rect.height + 2 * around), 0, 32)
        surface.fill(tools.theme.ground[:3])
        surface.blit(tools.shapes.round_corners(still(size), radius), (around, around))
        for layer in sheet.layers:
            surface.blit(layer.surface, (layer.at[0] + around, layer.at[1] + around))
        return surface

    def words() -> tuple[TextRecord, ...]:
        _, sheet, length = _laid_out(page, film, rect.size, still_height)
        return tuple(each.moved(around, around) for each in (*sheet.texts, *length))

    lit = glass.inflate(2 * around, 2 * around)
    target = Target(f"card:{film.id}", glass, shape=lit, radius=radius + around)
    size = (rect.width, still_height)
    hero = Hero(lambda: still(size), Rect(glass.topleft, size), scrolled=True)
    return Card(Tile(lit, paint, words, tools.tiles.want), target, hero, says)


def blank_card(page: Page, size: tuple[int, int], still_height: int) -> Surface:
    """What stands for a card that is not painted yet: its place, without still and words."""
    tools, around = page.tools, page.u(GLOW_U)
    surface = Surface((size[0] + 2 * around, size[1] + 2 * around), 0, 32)
    surface.fill(tools.theme.ground[:3])
    still = tools.stills.plain("", (size[0], still_height))
    surface.blit(tools.shapes.round_corners(still, page.u(RADIUS_U)), (around, around))
    return surface


def _laid_out(
    page: Page, film: Film, size: tuple[int, int], still_height: int
) -> tuple[tuple[int, int], Sheet, tuple[TextRecord, ...]]:
    """The size of a card's still, what lies on and under it, and the words of the badge."""
    width, height = size
    text = card_text(page, film, width)
    above = page.u(ABOVE_TEXT_U)
    still = (width, max(1, min(still_height, height - above - text.height)))
    sheet = Sheet(page.tools.setter, width, page.view.direction)
    for block, down, at_end in text.blocks:
        sheet.place(block, 0, still[1] + above + down, width, "end" if at_end else "start")
    _late(page, sheet, film, still)
    return still, sheet, _badge(page, sheet, film, still)


def _late(page: Page, sheet: Sheet, film: Film, still: tuple[int, int]) -> None:
    """That there is no time for the excerpt any more, in the still's upper corner on the reader's side."""
    excerpts = page.view.playable(film)
    line = overrun_line(page, film, excerpts[0], short=True) if excerpts else None
    if line is None:
        return
    shapes, edge, side = page.tools.shapes, page.u(14), page.u(20)
    block = sheet.set(line, LENGTH, still[0] - 2 * (edge + side))
    rect = Rect(edge, edge, block.width + 2 * side, max(page.u(48), block.height + page.u(12)))
    sheet.picture(shapes.rounded(*rect.size, page.u(24), page.tools.theme.badge), rect)
    sheet.place(block, rect.left + side, rect.centery - block.height // 2)


def _badge(page: Page, sheet: Sheet, film: Film, still: tuple[int, int]) -> tuple[TextRecord, ...]:
    """How long the excerpt is, in a corner of the still. The sign and the time stand as they do on a player."""
    view, tools = page.view, page.tools
    excerpts = view.playable(film)
    seconds = view.seconds(film, excerpts[0]) if excerpts else None
    if seconds is None:
        return ()
    before = len(sheet.texts)
    block = sheet.set(page.strings.clock(seconds), LENGTH)
    icon, space, side = page.u(20), page.u(12), page.u(20)
    height = max(page.u(48), block.height)
    rect = Rect(0, 0, 2 * side + icon + space + block.width, height)
    rect.bottomright = (still[0] - page.u(14), still[1] - page.u(14))
    sheet.picture(tools.shapes.pill(*rect.size, tools.theme.badge), rect)
    # Play and time read from left to right in every language, so they are placed on the glass itself.
    glass = sheet.physical(rect)
    upright = Sheet(tools.setter, still[0], "ltr")
    play = Rect(glass.left + side, glass.centery - icon // 2, icon, icon)
    upright.picture(tools.icons.icon("play", icon, tools.theme.ink), play)
    upright.place(block, glass.left + side + icon + space, glass.centery - block.height // 2)
    sheet.layers.extend(upright.layers)
    del sheet.texts[before:]
    return tuple(upright.texts)
