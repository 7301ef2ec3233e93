"""The loop's items in their order, and how one gives way to the next."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kiosk.panel.controls import Block, Button, Buttons, Choice, Disc, Leaf, Option, Paragraph, Row, Stepper
from kiosk.panel.effects import Deed, Drop, Remember, ShowLoop, Write
from kiosk.panel.section import Seen
from kiosk.panel.sections.loops.one_item import changing, opening
from kiosk.panel.sections.loops.shown import (
    line_of,
    picture_of,
    repeats,
    seconds_on_screen,
    title_of,
    trouble_of,
)
from kiosk.panel.sections.loops.written import (
    LOOP,
    USUAL_CROSSFADE,
    Entry,
    Programme,
    plays,
    programme_of,
    put,
    with_value,
)
from kiosk.panel.words import Both, Count, Length, Name, Said, Say, Seconds

_SHORTEST, _LONGEST, _STEP = 2, 50, 2
"""Of a crossfade, in tenths of a second."""
_UNKNOWN: Final = Name("–")


def overview(seen: Seen) -> Leaf:
    programme = programme_of(seen)
    blocks: list[Block] = [_row(seen, programme, number) for number in range(len(programme.entries))]
    if not programme.entries:
        blocks.append(Paragraph(Say("panel.loops.empty")))
    elif not any(_is_shown(each, seen) for each in programme.entries):
        blocks.append(Paragraph(Say("panel.loops.nothing"), "problem"))
    blocks += [*_transition(programme), _order(programme)]
    if any(way[:1] == LOOP for way in seen.kept):
        blocks.append(Buttons((Button("as-written", Say("panel.loops.as_written"), (Write((Drop(LOOP),)),)),)))
    return Leaf(
        Say("panel.loops.title"),
        tuple(blocks),
        line=_line(programme, seen),
        top=(
            Button("preview", Say("panel.loops.preview"), (ShowLoop(),) if seen.exhibition.loop.items else ()),
            Button("add", Say("panel.loops.add"), (Remember("adding", True),), sign="plus"),
        ),
    )


def _line(programme: Programme, seen: Seen) -> Said:
    """How many there are, and how long a pass takes where that can be known."""
    shown = [each for each in programme.entries if _is_shown(each, seen)]
    each_takes = [seconds_on_screen(each, seen) for each in shown]
    known = [seconds * repeats(entry) for entry, seconds in zip(shown, each_takes, strict=True) if seconds is not None]
    total = (Length(sum(known)),) if shown and len(known) == len(shown) else ()
    return Both((Count("panel.items", len(programme.entries)), *total, Say("panel.loops.line")))


def _is_shown(entry: Entry, seen: Seen) -> bool:
    return plays(entry) and trouble_of(entry, seen) is None


def _row(seen: Seen, programme: Programme, number: int) -> Row:
    entries = programme.entries
    entry = entries[number]
    trouble, seconds = trouble_of(entry, seen), seconds_on_screen(entry, seen)
    turned = with_value(entry, "skip", "on" if plays(entry) else None)
    up = (_swapped(programme, number - 1),) if number else ()
    down = (_swapped(programme, number),) if number + 1 < len(entries) else ()
    switch = () if trouble else changing(programme, number, turned)
    lit = plays(entry) and not trouble
    return Row(
        title_of(entry, seen),
        () if trouble else (line_of(entry, seen, programme.over),),
        problem=trouble,
        still=picture_of(entry, seen),
        end=_UNKNOWN if trouble or seconds is None else Length(round(seconds)),
        trailing=(
            Disc(f"up:{number}", "up", up),
            Disc(f"down:{number}", "down", down),
            Disc(f"on:{number}", "warning" if trouble else "check", switch, lit),
        ),
        name=f"item:{number}",
        does=opening(seen, entry, number),
    )


def _transition(programme: Programme) -> Iterable[Block]:
    over = programme.over
    cut = Option("cut", Say("panel.loops.transition_cut"), (put(replace(programme, over=0.0)),), chosen=not over)
    fade = (put(replace(programme, over=over or USUAL_CROSSFADE)),)
    crossfade = Option("crossfade", Say("panel.loops.transition_crossfade"), fade, chosen=bool(over))
    yield Choice(Say("panel.loops.transition"), (cut, crossfade))
    if over:
        tenths = round(over * 10)
        less = _with_over(programme, tenths - _STEP) if tenths > _SHORTEST else ()
        more = _with_over(programme, tenths + _STEP) if tenths < _LONGEST else ()
        yield Row(Say("panel.loops.over"), trailing=(Stepper("over", Seconds(over), less, more),))


def _order(programme: Programme) -> Choice:
    options = [
        Option(each, Say(f"panel.loops.order_{each}"), (put(replace(programme, order=each)),), programme.order == each)
        for each in ("listed", "shuffle")
    ]
    return Choice(Say("panel.loops.order"), tuple(options))


def _with_over(programme: Programme, tenths: int) -> tuple[Deed, ...]:
    return (put(replace(programme, over=min(max(tenths, _SHORTEST), _LONGEST) / 10)),)


def _swapped(programme: Programme, first: int) -> Write:
    """The item at ``first`` and the one after it change places."""
    entries = list(programme.entries)
    entries[first], entries[first + 1] = entries[first + 1], entries[first]
    return put(replace(programme, entries=tuple(entries)))
