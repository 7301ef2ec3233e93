"""What the panel may ask for that takes its time, by name. Each is done on a thread of its own."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.doctor import sound
from kiosk.health.doctor.machine import Machine
from kiosk.panel.sections.sound import Device, Played
from kiosk.projection.asking import ask_child

Doing = Callable[[Exhibition, Mapping[str, Any]], object]
"""Gets the exhibition and the work's facts; what it answers is what the section finds under its name. A generator may
answer more than once."""


def sound_devices(_exhibition: Exhibition, _facts: Mapping[str, Any]) -> tuple[Device, ...]:
    """Where sound can come out: the sound server's devices, or without one those of ALSA."""
    sounds = sound.look(Machine())
    return tuple(Device(each.name, each.label) for each in (sounds.sinks or sounds.cards))


def tone(_exhibition: Exhibition, facts: Mapping[str, Any]) -> Played:
    """A tone, left and then right, on the way that the sound of films takes."""
    answer = ask_child("kiosk.projection.child.tone", sound.TONE_SECONDS, **facts)
    return Played(bool(answer and answer.get("played")), str((answer or {}).get("output", "")))


WORKS: Final[Mapping[str, Doing]] = {"sound-devices": sound_devices, "tone": tone}
