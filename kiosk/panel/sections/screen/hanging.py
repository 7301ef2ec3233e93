"""The screen as it hangs, and the way to each test."""

from typing import Final

from kiosk.panel.controls import Block, Choice, Leaf, Option, Row
from kiosk.panel.covers import CELLS
from kiosk.panel.effects import Put, Remember, Write
from kiosk.panel.section import Seen
from kiosk.panel.sections.opening import opening
from kiosk.panel.sections.screen.card import inches_of, inches_said
from kiosk.panel.words import Said, Say

_TURNS: Final = (0, 90, 180, 270)


def hanging_leaf(seen: Seen) -> Leaf:
    turn = seen.value(("screen", "rotate"), int(seen.exhibition.screen.rotate))
    inches = inches_of(seen)
    options = tuple(_option(degrees, chosen=degrees == turn) for degrees in _TURNS)
    blocks: tuple[Block, ...] = (
        Choice(Say("panel.screen.turned"), options, (Say("panel.screen.turned_line"),)),
        opening(
            "card", Say("panel.screen.inches"), (Say("panel.screen.inches_line", {"inches": inches_said(inches)}),)
        ),
        _touch(seen.memory.get("lit")),
        opening("colours", Say("panel.screen.colours"), (Say("panel.screen.colours_line"),)),
    )
    return Leaf(Say("panel.section.screen"), blocks, Say("panel.screen.line"))


def _touch(lit: object) -> Row:
    """The way to the test, or what came of it; each time it begins with nothing lit."""
    lines: tuple[Said, ...] = (Say("panel.screen.touch_line"),)
    problem: Said | None = None
    if isinstance(lit, frozenset):
        said = Say("panel.screen.touched", {"count": len(lit), "of": CELLS})
        lines, problem = ((said,), None) if len(lit) == CELLS else ((), said)
    return opening("touch", Say("panel.screen.touch"), lines, Remember("lit", frozenset()), problem=problem)


def _option(degrees: int, *, chosen: bool) -> Option:
    does = (Write((Put(("screen", "rotate"), degrees),)),)
    return Option(f"turn:{degrees}", Say("panel.screen.degrees", {"count": degrees}), does, chosen)
