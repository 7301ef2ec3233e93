"""A column of text that scrolls where it is longer than its place."""

from collections.abc import Sequence

from pygame import Rect

from kiosk.exhibition.text import Wording
from kiosk.ui.scene import PageButton, ScrollArea
from kiosk.ui.screens.page import Page
from kiosk.ui.text import Align, TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.tile import TextRecord, Tile
from kiosk.ui.widgets.long_text import long_text
from kiosk.ui.widgets.sheet import Sheet

OVERHANG_U = 28
"""Room around the column for marks and tails that reach beyond it."""
_FADE_U = 44
_PIECE_SCREENS = 0.75


class Column:
    """Words one below the other, ``width`` pixels wide from ``left`` (counted from the starting side)."""

    def __init__(self, page: Page, left: int, width: int, air: float = 1.0) -> None:
        self.page = page
        self.left = left
        self.width = self._widest = width
        self.sheet: Sheet = page.another_sheet()
        self._around = page.u(OVERHANG_U)
        self._air = air
        self._long_tiles: list[Tile] = []
        self._long_texts: list[TextRecord] = []
        self.y = self._around

    @property
    def height(self) -> int:
        """Pixels that the words take so far."""
        return self.y - self._around

    def space(self, design_pixels: float) -> None:
        """Leave so much free, or what the column's air makes of it."""
        self.y += self.page.u(design_pixels * self._air)

    def write(
        self,
        wording: Wording | None,
        style: Style,
        *,
        max_lines: int | None = None,
        align: Align = "start",
        shrink_to: float = 1.0,
    ) -> None:
        """Set a text below what is there; nothing for None or an empty one."""
        if wording:
            self.y = self.sheet.write(
                wording, style, self.left, self.y, self.width, max_lines=max_lines, align=align, shrink_to=shrink_to
            )

    def write_long(self, wording: Wording, style: Style) -> None:
        """Set a text of any length below what is there."""
        place = self.sheet.physical(Rect(self.left, self.y, self.width, 0))
        laid_out = long_text(self.page.tools, wording, style, place, self._around)
        self._long_tiles += laid_out.tiles
        self._long_texts += laid_out.texts
        self.y = laid_out.bottom

    def title(self, wording: Wording | None, styles: Sequence[Style]) -> None:
        """A title below what is there, as ``Sheet.title`` sets it; nothing for None or an empty one."""
        if wording:
            self.put(self.sheet.title(wording, styles, self.width))

    def put(self, block: TextBlock) -> None:
        """Place a block below what is there."""
        self.sheet.place(block, self.left, self.y, self.width)
        self.y += block.height

    def narrow(self, width: int) -> None:
        """Set what follows in a narrower column."""
        self.width = width

    def area(self, top: int, bottom: int, buttons: tuple[PageButton, ...] = ()) -> ScrollArea:
        """The column between two heights of the screen; ``buttons`` only where it is longer than that."""
        around = self._around
        length = self.y + around
        place = self.sheet.physical(Rect(self.left, top, self._widest, bottom - top).inflate(2 * around, 2 * around))
        moves = length > place.height
        if moves:
            place.height -= around  # what scrolls ends where its place ends, not under the buttons below
        piece = max(1, round(self.page.tools.metrics.height * _PIECE_SCREENS))
        return ScrollArea(
            place,
            length,
            tiles=(*self.sheet.tiles(place, length, piece), *self._long_tiles),
            targets=tuple(self.sheet.targets),
            own_texts=(*self.sheet.texts, *self._long_texts),
            buttons=buttons if moves else (),
            fade=self.page.u(_FADE_U) if moves else 0,
        )


def reading_width(page: Page) -> int:
    """Width of a column of reading text: about 55 characters, less where the screen is narrow."""
    metrics = page.tools.metrics
    return min(round(metrics.column * 55 / 52), metrics.width - 2 * metrics.margin)
