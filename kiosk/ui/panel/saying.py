"""What the panel says, in the language in which it is read."""

from datetime import datetime
from typing import assert_never

from kiosk.exhibition.text import Text, Wording
from kiosk.panel.words import Both, Count, Day, Length, Moment, Name, Point, Said, Say, Seconds, TimeOfDay
from kiosk.ui.screens.page import Page


def wording(page: Page, said: Said) -> Wording:
    """The words for it."""
    strings = page.strings
    match said:
        case Say(key, values):
            filled = {name: _value(page, each) for name, each in values.items()}
            return strings.text(key, **filled)
        case Count(key, count):
            return strings.count(key, count)
        case Name(text):
            return Wording(text, "en")
        case Length(seconds):
            return strings.clock(seconds)
        case Point(seconds):
            tenths = round(seconds * 10)
            return _with_tenth(page, strings.clock(tenths // 10).text, tenths % 10)
        case Seconds(seconds):
            tenths = round(seconds * 10)
            number = _with_tenth(page, strings.number(tenths // 10), tenths % 10)
            return strings.text("panel.seconds", count=number.text)
        case TimeOfDay(at):
            return strings.time_of_day(datetime.combine(datetime.min, at))
        case Day(day):
            parts = {"weekday": strings.text(f"weekday.{day.isoweekday()}").text, "date": strings.date(day).text}
            return strings.text("panel.day", **parts)
        case Moment(at):
            return strings.moment(at)
        case Both(parts):
            return strings.joined([wording(page, each) for each in parts])
        case Text():
            return page.first(said)
    assert_never(said)


def _with_tenth(page: Page, whole: str, tenth: int) -> Wording:
    return page.strings.text("panel.decimal", whole=whole, tenth=tenth) if tenth else Wording(whole, page.view.language)


def _value(page: Page, value: str | int | Said) -> str | int:
    return value if isinstance(value, str | int) else page.strings.within(wording(page, value))
