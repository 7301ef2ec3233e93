"""A line of a section that opens a page of it."""

from kiosk.panel.controls import Disc, Row
from kiosk.panel.effects import Deed, Remember
from kiosk.panel.words import Said


def opening(page: str, title: Said, lines: tuple[Said, ...], *before: Deed, problem: Said | None = None) -> Row:
    """The section remembers ``page`` then. ``before``: what else is done first. ``problem``: as of a row."""
    does = (*before, Remember("page", page))
    trailing = (Disc(f"open:{page}", "next", does),)
    return Row(title, lines, problem, trailing=trailing, name=f"item:{page}", does=does)
