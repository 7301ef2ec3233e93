"""What was found and what happened, one below the other."""

from typing import Final

from kiosk.panel.controls import Block, Button, Leaf, Paragraph, Row
from kiosk.panel.effects import Remember
from kiosk.panel.section import Seen
from kiosk.panel.sections.health.found import Trouble, house, looked
from kiosk.panel.words import Count, Moment, Name, Said, Say

MOST: Final = 50
"""So many are listed. Who has more of them reads on in ``kiosk check``, or mends these first."""
_BACK: Final = (Button("back", Say("panel.back"), (Remember("page", None),)),)


def exhibition_leaf(seen: Seen) -> Leaf:
    found = looked(seen)
    return _troubles("exhibition", (found.exhibition if found else None) or ())


def machine_leaf(seen: Seen) -> Leaf:
    found = looked(seen)
    return _troubles("machine", (found.machine if found else None) or ())


def events_leaf(seen: Seen) -> Leaf:
    rows = tuple(
        _row(Moment(seen.exhibition.hours.local(each.at)), Name(each.words), grave=each.grave)
        for each in house(seen).events[:MOST]
    )
    return Leaf(Say("panel.health.events"), rows, Say("panel.health.events_line"), top=_BACK, name="events")


def _troubles(name: str, troubles: tuple[Trouble, ...]) -> Leaf:
    """The grave ones first."""
    ordered = sorted(troubles, key=lambda each: not each.grave)
    blocks: list[Block] = [_row(Name(each.title), Name(each.advice), grave=each.grave) for each in ordered[:MOST]]
    if len(troubles) > MOST:
        blocks.append(Paragraph(Count("panel.health.more", len(troubles) - MOST)))
    return Leaf(Say(f"panel.health.{name}"), tuple(blocks), Say(f"panel.health.{name}_line"), top=_BACK, name=name)


def _row(title: Said, words: Said, *, grave: bool) -> Row:
    return Row(title, problem=words) if grave else Row(title, (words,))
