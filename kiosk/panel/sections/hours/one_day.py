"""A special day that is being written; nothing of it holds before it is saved."""

from datetime import date, datetime, time, timedelta
from typing import Final

from kiosk.exhibition.hours import Hours
from kiosk.exhibition.when import Span
from kiosk.panel.controls import Block, Button, Leaf, Paragraph, Row, Stepper, Switch
from kiosk.panel.effects import Change, Deed, Put, Remember, Write
from kiosk.panel.section import Seen
from kiosk.panel.sections.hours.changed import QUARTER, SPECIAL, hours_of, outdated, said, taken_out, written
from kiosk.panel.words import Day, Say, TimeOfDay

_USUAL: Final = Span(time(10), time(18))
"""What a new special day begins with where its weekday has no hours."""
_LONG_DAY: Final = date(2026, 9, 23)
"""A Wednesday in September: as long as a date gets in most languages."""


def edit(hours: Hours, day: date) -> tuple[Deed, ...]:
    spans = hours.on(day) or hours.usual(day) or (_USUAL,)
    is_special = day in hours.special
    return (
        Remember("day", day),
        Remember("was", day if is_special else None),
        Remember("closed", not hours.on(day) if is_special else False),
        Remember("start", spans[0].start),
        Remember("end", spans[-1].end),
    )


def day_leaf(seen: Seen, day: date) -> Leaf:
    """A day that is being written; nothing of it holds before it is saved."""
    hours, today = hours_of(seen), seen.local.date()
    was, closed = seen.memory.get("was"), bool(seen.memory.get("closed"))
    start, end = _time(seen, "start"), _time(seen, "end")
    before, after = Remember("day", day - timedelta(days=1)), Remember("day", day + timedelta(days=1))
    date_row = Row(
        Say("panel.hours.day"),
        trailing=(Stepper("day", Day(day), (before,) if day > today else (), (after,), widest=Day(_LONG_DAY)),),
    )
    switch = Switch("closed", closed, (Remember("closed", not closed),))
    blocks: list[Block] = [date_row, Row(Say("panel.hours.closed_all_day"), trailing=(switch,))]
    if not closed:
        blocks += [_clock("opens", "start", start), _clock("closes", "end", end)]
        if end <= start:
            blocks.append(Paragraph(Say("panel.hours.past_midnight")))
    changes: tuple[Change, ...] = (Put((*SPECIAL, str(day)), written(() if closed else (Span(start, end),))),)
    if isinstance(was, date) and was != day:
        changes = (taken_out(seen, was), *changes)
    return Leaf(
        Say("panel.hours.edit" if was else "panel.hours.add"),
        tuple(blocks),
        line=Say("panel.hours.usually", {"hours": said(hours.usual(day))}),
        top=(
            Button("back", Say("panel.back"), _back()),
            Button("save", Say("panel.save"), (Write((*outdated(hours, today), *changes)), *_back()), strong=True),
        ),
        name="day",
    )


def _clock(label: str, key: str, at: time) -> Row:
    less, more = (Remember(key, _shifted(at, by)) for by in (-QUARTER, QUARTER))
    return Row(
        Say(f"panel.hours.{label}"),
        trailing=(Stepper(key, TimeOfDay(at), (less,), (more,), widest=TimeOfDay(time(20, 0))),),
    )


def _back() -> tuple[Deed, ...]:
    return tuple(Remember(key, None) for key in ("day", "was", "closed", "start", "end"))


def _shifted(at: time, by: timedelta) -> time:
    return (datetime.combine(date(2000, 1, 2), at) + by).time()


def _time(seen: Seen, key: str) -> time:
    at = seen.memory.get(key)
    return at if isinstance(at, time) else _USUAL.start
