"""Until when it stays open today, or opens once more."""

from datetime import datetime, time, timedelta
from typing import Final

from kiosk.exhibition.hours import Hours
from kiosk.exhibition.opening import longer_until
from kiosk.panel.controls import Button, Leaf, Paragraph, Row, Stepper
from kiosk.panel.effects import Remember
from kiosk.panel.section import Seen
from kiosk.panel.sections.hours.changed import QUARTER, hours_of, put_hours
from kiosk.panel.words import Say, TimeOfDay

_LONGEST: Final = timedelta(hours=12)


def stay_leaf(seen: Seen, until: datetime) -> Leaf:
    hours, now = hours_of(seen), seen.local
    first, last = earliest(hours, now), now + _LONGEST
    less = (Remember("until", until - QUARTER),) if until - QUARTER >= first else ()
    more = (Remember("until", until + QUARTER),) if until + QUARTER <= last else ()
    save = put_hours(hours, now.date(), longer_until(hours.on(now.date()), now, until))
    stepper = Stepper("until", TimeOfDay(until.time()), less, more, widest=TimeOfDay(time(20, 0)))
    return Leaf(
        Say("panel.hours.stay_open"),
        (Row(Say("panel.hours.open_until"), trailing=(stepper,)), Paragraph(Say("panel.hours.stay_line"))),
        top=(
            Button("back", Say("panel.back"), (Remember("until", None),)),
            Button("save", Say("panel.save"), (save, Remember("until", None)), strong=True),
        ),
        name="stay",
    )


def earliest(hours: Hours, now: datetime) -> datetime:
    """The first quarter of an hour until which it can stay open."""
    after = hours.closing(now) or now
    return after + QUARTER - timedelta(minutes=after.minute % 15, seconds=after.second, microseconds=after.microsecond)
