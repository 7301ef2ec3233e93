"""When the exhibition is open: today, on days that are not like others, and what somebody on the spot needs now."""

from datetime import date, datetime

from kiosk.panel.controls import Leaf
from kiosk.panel.section import Seen
from kiosk.panel.sections.hours.one_day import day_leaf
from kiosk.panel.sections.hours.staying import stay_leaf
from kiosk.panel.sections.hours.today import today_leaf


def leaf(seen: Seen) -> Leaf:
    day, until = seen.memory.get("day"), seen.memory.get("until")
    if isinstance(day, date):
        return day_leaf(seen, day)
    return stay_leaf(seen, until) if isinstance(until, datetime) else today_leaf(seen)
