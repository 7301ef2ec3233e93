"""Today, "close now", and the special days to come."""

from datetime import date, datetime, timedelta

from kiosk.exhibition.hours import Hours
from kiosk.exhibition.opening import closed_from, span_at
from kiosk.panel.controls import Block, Button, Buttons, Disc, Heading, Leaf, Paragraph, Row
from kiosk.panel.effects import Remember, Write
from kiosk.panel.section import Seen
from kiosk.panel.sections.hours.changed import hours_of, moment, put_hours, said, without
from kiosk.panel.sections.hours.one_day import edit
from kiosk.panel.sections.hours.staying import earliest
from kiosk.panel.words import Both, Day, Said, Say


def today_leaf(seen: Seen) -> Leaf:
    hours, now = hours_of(seen), seen.local
    is_open = hours.is_open(now)
    turn = hours.next_turn(now)
    state = Say("panel.hours.open" if is_open else "panel.hours.closed")
    when: Said | None = None
    if turn is not None:
        when = Say("panel.hours.until", {"time": moment(turn, now)})
    today = Row(
        Say("panel.hours.today", {"day": Day(now.date())}),
        (said(hours.on(now.date())),),
        end=Both((state, when)) if when else state,
    )
    close = Button("close-now", Say("panel.hours.close_now"), (_closing(hours, now),) if is_open else ())
    until = (Remember("until", earliest(hours, now)),) if turn else ()
    stay = Button("stay-open", Say("panel.hours.stay_open"), until)
    is_special = hours.on(now.date()) != hours.usual(now.date())
    usual = Button("as-usual", Say("panel.hours.as_usual"), (without(seen, now.date()),))
    again = (usual,) if is_special else ()
    blocks: list[Block] = [today, Buttons((close, stay, *again)), Paragraph(Say("panel.hours.ends_itself"))]
    blocks += [Heading(Say("panel.hours.special")), *_special(seen, hours)]
    blocks.append(Buttons((Button("add-day", Say("panel.hours.add"), edit(hours, _free_day(hours, now.date()))),)))
    return Leaf(Say("panel.section.hours"), tuple(blocks), line=Say("panel.hours.line"))


def _special(seen: Seen, hours: Hours) -> list[Block]:
    """The days to come that are not like others of their kind."""
    today = seen.local.date()
    days = sorted(day for day, spans in hours.special.items() if day >= today and spans != hours.usual(day))
    if not days:
        return [Paragraph(Say("panel.hours.none"))]
    return [
        Row(
            Day(day),
            (said(hours.special[day]),),
            trailing=(Disc(f"remove:{day}", "close", (without(seen, day),)),),
            name=f"day:{day}",
            does=edit(hours, day),
        )
        for day in days
    ]


def _free_day(hours: Hours, today: date) -> date:
    """Tomorrow, or the next day that is not special yet."""
    day = today + timedelta(days=1)
    while day in hours.special:
        day += timedelta(days=1)
    return day


def _closing(hours: Hours, now: datetime) -> Write:
    """The hours that are going on end now; those that come next are as they were."""
    day = span_at(hours, now)
    assert day is not None
    return put_hours(hours, day, closed_from(hours.on(day), day, now))
