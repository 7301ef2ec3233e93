"""Durations and points in time, from how tables and lists write them to how a playlist does. Pure."""

import re

_UNITS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(h|hours?|heures?|ساعة|ساعات|min|mins|minutes?|m|'|′|دقيقة|دقائق|د)?", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[:;](\d{2})|[.,](\d{1,3}))?")


def running_time(text: str) -> str:
    """``90 min``, from a number of minutes, ``1h 30``, ``1:30:00`` or ``90'``; empty where it is none."""
    text = text.strip()
    if clock := re.fullmatch(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", text):
        first, second = int(clock[1]), int(clock[2])
        minutes = first * 60 + second if clock[3] or first < 10 else first + round(second / 60)
        return f"{minutes} min" if minutes else ""
    if found := re.fullmatch(r"(\d)\s*(?:h|hours?|heures?|ساعة)\s*(?:(\d{1,2})\s*\D*)?", text, re.IGNORECASE):
        return f"{int(found[1]) * 60 + int(found[2] or 0)} min"
    number = _UNITS.match(text)
    minutes = round(float(number[1].replace(",", "."))) if number else 0
    return f"{minutes} min" if 0 < minutes < 3000 else ""


def timecode(text: str) -> str:
    """``1:02`` or ``1:00:02.5``, from a timecode (frames are dropped), a clock or seconds; empty where it is none."""
    text = text.strip()
    if found := _CLOCK.fullmatch(text):
        hours, minutes, seconds = int(found[1] or 0), int(found[2]), int(found[3])
        if seconds > 59:
            return ""
        total = hours * 3600 + minutes * 60 + seconds
        return written(total + (float(f"0.{found[5]}") if found[5] else 0))
    if re.fullmatch(r"\d{1,6}(\.\d{1,3})?", text):
        return written(float(text))
    return ""


def written(seconds: float) -> str:
    """``0:12.5``; hours only where there are some."""
    whole, part = divmod(round(seconds * 1000), 1000)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return f"{text}.{part:03}".rstrip("0") if part else text
