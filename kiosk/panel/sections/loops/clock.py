"""Places in a film as a loop file has them: ``0:12.4``."""

import re
from typing import Final

_CLOCK: Final = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)")


def clock(seconds: float) -> str:
    """``0:12.4``, ``1:30:00``; to a thousandth of a second."""
    whole, part = divmod(round(seconds * 1000), 1000)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    text = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return f"{text}.{part:03}".rstrip("0") if part else text


def seconds_of(text: object) -> float | None:
    """What ``clock`` has written, in seconds; also a bare number. None for anything else."""
    found = _CLOCK.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return None
    return int(found[1] or 0) * 3600 + int(found[2] or 0) * 60 + float(found[3])
