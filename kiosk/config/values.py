"""Single values as installers write them, each parsed from the very words in the file.

Every function raises ``Wrong`` with a sentence that says what is allowed and what was read.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from kiosk.config.problems import did_you_mean, quoted


class Wrong(ValueError):
    """A value that cannot be used. ``sentence`` says what is allowed and what was read; ``hint`` may ask a question."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence + hint)
        self.sentence, self.hint = sentence, hint


def must_be(allowed: str, read: object, hint: str = "") -> Wrong:
    """``must be 0, 90, 180 or 270, not 45.``"""
    return Wrong(f"must be {allowed}, not {described(read)}.", hint)


def described(read: object) -> str:
    """What was read, in a few words."""
    if isinstance(read, str):
        return quoted(read) if read.strip() else "an empty text"
    return "a mapping" if isinstance(read, dict) else "a list" if isinstance(read, list) else "nothing"


def either(options: Sequence[str]) -> str:
    """``0, 90, 180 or 270``"""
    return " or ".join([", ".join(options[:-1]), options[-1]] if options[1:] else list(options))


def word(value: object, allowed: str) -> str:
    """A single text, without the blanks around it."""
    if not isinstance(value, str):
        raise must_be(allowed, value)
    return value.strip()


def parse_choice(value: object, options: Sequence[str]) -> str:
    """One of ``options``, in any case of letters."""
    text = word(value, either(options)).lower()
    if text not in options:
        raise must_be(either(options), value, did_you_mean(text, options))
    return text


def parse_flag(value: object) -> bool:
    """``true`` or ``false``, also ``on``, ``off``, ``yes`` and ``no``."""
    text = word(value, "true or false").lower()
    if text in ("true", "on", "yes"):
        return True
    if text in ("false", "off", "no"):
        return False
    raise must_be("true or false", value)


def parse_whole(value: object, least: int, most: int, unit: str = "") -> int:
    """A whole number from ``least`` to ``most``."""
    allowed = f"a whole number from {least} to {most}{unit}"
    text = word(value, allowed)
    if not re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII) or not least <= int(text) <= most:
        raise must_be(allowed, value)
    return int(text)


def parse_number(value: object, least: float, most: float, allowed: str) -> float:
    """A number, with or without decimals, from ``least`` to ``most``."""
    text = word(value, allowed)
    if not re.fullmatch(r"[+-]?\d{1,9}(\.\d{1,9})?", text, re.ASCII) or not least <= float(text) <= most:
        raise must_be(allowed, value)
    return float(text)


def parse_percent(value: object) -> int:
    """``70`` or ``70 %``."""
    allowed = "0 to 100 (per cent)"
    match = re.fullmatch(r"(\d{1,3})\s*%?", word(value, allowed), re.ASCII)
    if match is None or int(match[1]) > 100:
        raise must_be(allowed, value)
    return int(match[1])


def parse_loop_volume(value: object) -> int:
    """``muted`` or a per cent."""
    if isinstance(value, str) and value.strip().lower() in ("muted", "off"):
        return 0
    try:
        return parse_percent(value)
    except Wrong:
        raise must_be("muted or 0 to 100 (per cent)", value) from None


def parse_level(value: object) -> float | None:
    """``-23 LUFS``, or ``off``: None."""
    allowed = "a loudness such as -23 LUFS, from -40 to -10, or off"
    text = word(value, allowed).lower()
    if text == "off":
        return None
    try:
        return parse_number(text.removesuffix("lufs").strip(), -40, -10, allowed)
    except Wrong:
        raise must_be(allowed, value) from None


def parse_gain(value: object) -> float:
    """``-3 dB``, from −30 to 12."""
    allowed = "a gain such as -3 dB, from -30 to 12"
    text = word(value, allowed).lower()
    try:
        return parse_number(text.removesuffix("db").strip(), -30, 12, allowed)
    except Wrong:
        raise must_be(allowed, value) from None


def parse_size(value: object) -> tuple[int, int] | None:
    """``1920x1080``, or ``auto``: None."""
    allowed = "auto or a size such as 1920x1080"
    text = word(value, allowed).lower()
    if text == "auto":
        return None
    match = re.fullmatch(r"(\d{3,5})\s*[x×]\s*(\d{3,5})", text, re.ASCII)
    if match is None or not all(320 <= int(side) <= 16384 for side in match.groups()):
        raise must_be(allowed, value)
    return int(match[1]), int(match[2])


_DURATION = "a duration such as 90 min, 1:30:00, 1:48, 12 s or 0:12.5"
_UNITS = {"h": 3600.0, "min": 60.0, "s": 1.0, "sec": 1.0, "ms": 0.001}
_WITH_UNITS = re.compile(r"(?:\d{1,6}(?:\.\d{1,6})?\s*(?:h|min|sec|ms|s)\s*)+", re.ASCII)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d\d(?:\.\d{1,6})?)", re.ASCII)


def parse_duration(value: object) -> timedelta:
    """``90 min``, ``1:30:00``, ``1:48``, ``12 s``, ``0:12.5``, ``1 h 30 min``."""
    text = word(value, _DURATION).lower()
    if _WITH_UNITS.fullmatch(text):
        parts = re.findall(r"([\d.]+)\s*([a-z]+)", text)
        return timedelta(seconds=sum(float(number) * _UNITS[unit] for number, unit in parts))
    if match := _CLOCK.fullmatch(text):
        hours, minutes, seconds = int(match[1] or 0), int(match[2]), float(match[3])
        if seconds < 60 and (minutes < 60 or match[1] is None):
            return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII):
        raise Wrong(f"needs a unit: {quoted(text)} min or {quoted(text)} s.")
    raise must_be(_DURATION, value)


def parse_positive_duration(value: object) -> timedelta:
    """A duration of more than nothing."""
    duration = parse_duration(value)
    if not duration:
        raise Wrong(f"must be more than nothing, not {described(value)}.")
    return duration


def clock(duration: timedelta) -> str:
    """``0:12``, ``1:30:00`` or ``0:12.5``, as an installer would write it."""
    hours, rest = divmod(duration.total_seconds(), 3600)
    minutes, seconds = divmod(rest, 60)
    tail = f"{seconds:06.3f}".rstrip("0").rstrip(".")
    return f"{hours:.0f}:{minutes:02.0f}:{tail}" if hours else f"{minutes:.0f}:{tail}"


def clock_at(seconds: float, digits: int = 1) -> str:
    """The same of seconds, rounded to so many digits behind the point."""
    return clock(timedelta(seconds=round(seconds, digits)))


_ID = "letters, digits and hyphens, such as return-to-homs"


def parse_id(value: object) -> str:
    """A name for files and references: letters, digits, hyphens."""
    text = word(value, _ID)
    if not re.fullmatch(r"[A-Za-z0-9]+(-+[A-Za-z0-9]+)*", text, re.ASCII) or len(text) > 80:
        raise must_be(_ID, value)
    return text


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)


def parse_language(value: object) -> str:
    """``en``, ``ar``, ``pt-BR``."""
    allowed = "a language code such as en, ar or pt-BR"
    text = word(value, allowed)
    if not _LANGUAGE.fullmatch(text):
        raise must_be(allowed, value)
    return text
