"""What the panel may ask for that takes its time, by name. Each is done on a thread of its own."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kiosk.backstage.pictures import Pictures
from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.doctor import sound
from kiosk.health.doctor.machine import Machine
from kiosk.panel.sections.loops.one_item import PICTURE
from kiosk.panel.sections.loops.shown import LENGTHS
from kiosk.panel.sections.sound import Device, Played
from kiosk.projection.asking import ask_child
from kiosk.projection.lengths import lengths_of, loop_lengths

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


def media_lengths(exhibition: Exhibition, facts: Mapping[str, Any]) -> dict[Path, float]:
    """Seconds of the loop's files, or of the one ``file``."""
    return lengths_of({Path(facts["file"])}) if "file" in facts else loop_lengths(exhibition)


def all_works() -> dict[str, Doing]:
    """Those of a kiosk. A work's name may say more after a blank: "picture 0:12.4 …" is a ``picture``."""
    return {"sound-devices": sound_devices, "tone": tone, LENGTHS: media_lengths, PICTURE: Pictures().taken}
