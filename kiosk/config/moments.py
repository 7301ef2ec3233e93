"""Dates, times of day, opening hours and time zones as installers write them. All raise ``Wrong``."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo, available_timezones

from kiosk.config.problems import did_you_mean
from kiosk.config.values import Wrong, described, must_be, word
from kiosk.exhibition.when import Span, When, parse_days, parse_span, parse_when

_DAYS = "a day or days such as fri, mon-thu or sat, sun"
_SPANS = 'hours such as "10:00-20:00", or closed'
_WHEN = 'days, dates or hours such as fri, 2026-12-04 or "18:00-22:00"'


def parse_date(value: object) -> date:
    """``2026-12-04``."""
    allowed = "a date such as 2026-12-04"
    text = word(value, allowed)
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        raise Wrong(f"must be {allowed}; there is no {described(text)}.") from None
    raise must_be(allowed, value)


def parse_moment(value: object) -> datetime:
    """``2026-12-04 19:00``, on the clock of the exhibition; no time zone of its own."""
    allowed = "a date and time such as 2026-12-04 19:00"
    text = word(value, allowed)
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d[ T]+\d\d:\d\d(:\d\d)?", text, re.ASCII):
            return datetime.fromisoformat(re.sub("[ T]+", " ", text))
    except ValueError:
        raise Wrong(f"must be {allowed}; there is no {described(text)}.") from None
    raise must_be(allowed, value)


def parse_zone(value: object) -> ZoneInfo:
    """``Asia/Dubai``."""
    allowed = "a time zone such as Asia/Dubai"
    text = word(value, allowed)
    try:
        return ZoneInfo(text)
    except (OSError, ValueError, KeyError):  # a folder's name, an odd path, an unknown name
        raise must_be(allowed, value, did_you_mean(text, available_timezones())) from None


def parse_weekdays(value: object) -> tuple[int, ...]:
    """``fri``, ``mon-thu`` or ``mon, wed``; Monday is 0."""
    text = word(value, _DAYS)
    try:
        return tuple(day for part in re.split(r"\s*,\s*", text) for day in parse_days(part))
    except ValueError:
        raise must_be(_DAYS, value) from None


def parse_spans(value: object) -> tuple[Span, ...]:
    """``10:00-20:00``, several between commas, or ``closed``: none."""
    text = word(value, _SPANS)
    if text.lower() == "closed":
        return ()
    try:
        return tuple(parse_span(part) for part in text.split(","))
    except ValueError:
        raise must_be(_SPANS, value) from None


def parse_on(value: object) -> str:
    """When an item of a loop takes part, as one text; a list is taken as its parts."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = ", ".join(value)
    text = word(value, _WHEN)
    try:
        parse_when(text)
    except ValueError:
        raise must_be(_WHEN, value) from None
    return text


def parse_level_hours(value: object) -> When | None:
    """``usual``: None; or when another level holds, in the words of a loop's ``on``."""
    allowed = f"usual, or {_WHEN}"
    text = word(value, allowed)
    if text.lower() == "usual":
        return None
    try:
        return parse_when(text)
    except ValueError:
        raise must_be(allowed, value, did_you_mean(text, ["usual"])) from None
