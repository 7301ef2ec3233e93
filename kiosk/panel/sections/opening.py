"""A line of a section that opens a page of it."""

from kiosk.panel.controls import Disc, Row
from kiosk.panel.effects import Deed, Remember
from kiosk.panel.words import Said


def opening(page: str, title: Said, lines: tuple[Said, ...], *before: Deed, problem: bool = False) -> Row:
    """The section remembers ``page`` then. ``before``: what else is done first. ``problem``: the lines tell of one."""
    does = (*before, Remember("page", page))
    trailing = (Disc(f"open:{page}", "next", does),)
    return Row(title, lines, "problem" if problem else "soft", trailing=trailing, name=f"item:{page}", does=does)
