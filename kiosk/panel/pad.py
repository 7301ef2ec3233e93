"""Typing the PIN."""

from dataclasses import replace

from kiosk.panel.effects import CheckPin
from kiosk.panel.panel import Pad
from kiosk.panel.pin import LONGEST, SHORTEST


def tapped(pad: Pad, target: str, now: float) -> tuple[Pad, tuple[CheckPin, ...]]:
    """The pad after a tap on ``pin:DIGIT``, ``pin:delete`` or ``pin:done``; ``now``: monotonic seconds."""
    kind, _, what = target.partition(":")
    if kind != "pin" or pad.checking or is_locked(pad, now):
        return pad, ()
    if what == "delete":
        return replace(pad, typed=pad.typed[:-1], wrong=False), ()
    if what == "done":
        return (replace(pad, checking=True), (CheckPin(pad.typed),)) if can_be_tried(pad, now) else (pad, ())
    if len(what) == 1 and what in "0123456789" and len(pad.typed) < LONGEST:
        return replace(pad, typed=pad.typed + what, wrong=False), ()
    return pad, ()


def is_locked(pad: Pad, now: float) -> bool:
    """Whether no PIN can be tried at ``now``."""
    return now < pad.locked_until


def can_be_tried(pad: Pad, now: float) -> bool:
    """Whether what was typed is long enough to be a PIN, and can be tried."""
    return len(pad.typed) >= SHORTEST and not pad.checking and not is_locked(pad, now)


def minutes_locked(pad: Pad, now: float) -> int:
    """Minutes that it stays locked, begun ones counted whole; 0 if it is not."""
    return max(0, -int(-(pad.locked_until - now) // 60)) if is_locked(pad, now) else 0
