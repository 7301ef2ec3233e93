"""One item of the loop: which part of its file plays, with the picture at both ends, or for how long it stands."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from kiosk.panel.controls import Block, Button, Buttons, Leaf, Paragraph, Row, Stepper, Switch
from kiosk.panel.effects import Deeds, Remember, Work
from kiosk.panel.section import Seen
from kiosk.panel.sections.loops.clock import clock
from kiosk.panel.sections.loops.shown import (
    Stretch,
    end_of,
    file_seconds,
    line_of,
    picture_of,
    repeats,
    stands,
    stretch_of,
    title_of,
    trouble_of,
)
from kiosk.panel.sections.loops.written import Entry, Programme, plays, put, with_value
from kiosk.panel.words import Point, Say, Seconds

PICTURE: Final = "picture"
"""The works that take a picture out of a film begin with it; they answer with its file, or None."""

_COARSE, _FINE, _LEAST = 10, 2, 2
"""Steps, and the shortest stretch, in tenths of a second."""
_FRAME: Final = 0.04
"""Seconds: what is shown last before an out point, at 25 frames a second."""
_WIDEST: Final = 3599.9
_LONGEST_STANDS, _MOST_REPEATS = 120, 99


def opening(seen: Seen, entry: Entry, number: int) -> Deeds:
    """What opens an item, and has its pictures taken."""
    stretch = stretch_of(entry, seen)
    if stretch is None or trouble_of(entry, seen):
        return (Remember("item", number),)
    end = end_of(stretch, seen)
    seconds = (round(stretch.start * 10) / 10, *([int(end * 10) / 10 - _FRAME] if end is not None else []))
    return (Remember("item", number), *(_taking(stretch.file, each) for each in seconds))


def item_leaf(seen: Seen, programme: Programme, number: int) -> Leaf:
    entry = programme.entries[number]
    trouble = trouble_of(entry, seen)
    blocks: list[Block] = [Paragraph(trouble, "problem")] if trouble else []
    turned = with_value(entry, "skip", "on" if plays(entry) else None)
    switch = Switch("plays", plays(entry), changing(programme, number, turned))
    blocks.append(Row(Say("panel.loops.plays"), trailing=(switch,)))
    if not trouble:
        blocks += _details(seen, programme, number)
    rest = (*programme.entries[:number], *programme.entries[number + 1 :])
    remove = (put(replace(programme, entries=rest)), *closing())
    blocks.append(Buttons((Button("remove", Say("panel.loops.remove"), remove),)))
    return Leaf(
        title_of(entry, seen),
        tuple(blocks),
        line=line_of(entry, seen, programme.over),
        top=(Button("back", Say("panel.back"), closing()),),
        name=f"item:{number}",
    )


def closing() -> Deeds:
    """Back to the list."""
    return tuple(Remember(key, None) for key in ("item", "adding"))


def _details(seen: Seen, programme: Programme, number: int) -> Iterator[Block]:
    entry = programme.entries[number]
    if stretch := stretch_of(entry, seen):
        yield _in_point(seen, programme, number, stretch)
        if row := _out_point(seen, programme, number, stretch):
            yield row
        steps = {"coarse": Seconds(_COARSE / 10), "fine": Seconds(_FINE / 10)}
        yield Paragraph(Say("panel.loops.point_line", steps))
        yield _repeat(programme, number)
        if "start" in entry or "end" in entry:
            usual = with_value(with_value(entry, "start", None), "end", None)
            yield Buttons((Button("usual", Say("panel.loops.usual"), changing(programme, number, usual)),))
    elif "still" in entry or "card" in entry:
        seconds = round(stands(entry))
        less, more = (
            changing(programme, number, with_value(entry, "for", clock(each))) for each in (seconds - 1, seconds + 1)
        )
        low, high = seconds <= 1, seconds >= _LONGEST_STANDS
        stepper = Stepper("for", Seconds(seconds), () if low else less, () if high else more)
        yield Row(Say("panel.loops.stands"), trailing=(stepper,))


def _in_point(seen: Seen, programme: Programme, number: int, stretch: Stretch) -> Row:
    at, last = round(stretch.start * 10), end_of(stretch, seen)
    most = round(last * 10) - _LEAST if last is not None else at

    def stepped(by: int) -> Deeds:
        to = max(0, min(at + by, most))
        entry = with_value(programme.entries[number], "start", clock(to / 10))
        return (*changing(programme, number, entry), _taking(stretch.file, to / 10)) if to != at else ()

    return _point(seen, programme.entries[number], "in", at, _name(stretch.file, at / 10), stepped)


def _out_point(seen: Seen, programme: Programme, number: int, stretch: Stretch) -> Row | None:
    """None while it is not known where the file ends."""
    end, length = end_of(stretch, seen), file_seconds(stretch, seen)
    if end is None:
        return None
    at, least = int(end * 10), round(stretch.start * 10) + _LEAST
    most = int(length * 10) if length is not None else at

    def stepped(by: int) -> Deeds:
        to = max(least, min(at + by, most))
        entry = with_value(programme.entries[number], "end", clock(to / 10))
        return (*changing(programme, number, entry), _taking(stretch.file, to / 10 - _FRAME)) if to != at else ()

    return _point(seen, programme.entries[number], "out", at, _name(stretch.file, at / 10 - _FRAME), stepped)


def _point(seen: Seen, entry: Entry, name: str, at: int, picture: str, stepped: Callable[[int], Deeds]) -> Row:
    """``at`` in tenths of a second. Until its picture was taken, that of the film stands there."""
    taken = seen.answers.get(picture)
    return Row(
        Say(f"panel.loops.{name}"),
        still=taken if isinstance(taken, Path) else picture_of(entry, seen),
        trailing=(
            Stepper(name, Point(at / 10), stepped(-_COARSE), stepped(_COARSE), widest=Point(_WIDEST)),
            Stepper(f"{name}-fine", Seconds(_FINE / 10), stepped(-_FINE), stepped(_FINE)),
        ),
    )


def _repeat(programme: Programme, number: int) -> Row:
    entry = programme.entries[number]
    often = repeats(entry)
    less = changing(programme, number, with_value(entry, "repeat", often - 1 if often > 2 else None))
    more = changing(programme, number, with_value(entry, "repeat", often + 1))
    shown = Say("panel.loops.times", {"count": often})
    stepper = Stepper("repeat", shown, less if often > 1 else (), more if often < _MOST_REPEATS else ())
    return Row(Say("panel.loops.repeat"), trailing=(stepper,))


def changing(programme: Programme, number: int, entry: Entry) -> Deeds:
    """Have ``entry`` stand at ``number``."""
    entries = (*programme.entries[:number], entry, *programme.entries[number + 1 :])
    return (put(replace(programme, entries=entries)),)


def _taking(file: Path, second: float) -> Work:
    """Have the picture taken that ``file`` shows at ``second``."""
    return Work(_name(file, second), {"file": str(file), "second": f"{max(0.0, second):.2f}"})


def _name(file: Path, second: float) -> str:
    """Of the work: one for each picture, so that a step does not wait for the picture of the one before."""
    return f"{PICTURE} {clock(max(0.0, second))} {file}"
