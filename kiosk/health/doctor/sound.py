"""Sound: where it would come out, whether it is loud, and a tone to hear."""

import re
from dataclasses import dataclass, replace
from typing import Final

from kiosk.exhibition.exhibition import Sound
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, notice, problem
from kiosk.health.doctor.machine import Machine

TONE_SECONDS: Final = 20.0
DEVICE_SECONDS: Final = 10.0
_QUIET: Final = 30
"""Per cent of a sound server's volume below which a gallery hears next to nothing."""


@dataclass(frozen=True, slots=True)
class Device:
    """A sound device by the name that ``sound.device`` takes. ``label`` for people. ``volume`` in per cent, None where
    nobody tells."""

    name: str
    label: str = ""
    muted: bool = False
    volume: int | None = None


@dataclass(frozen=True, slots=True)
class Sounds:
    """``server``: a PulseAudio or PipeWire server answers. ``usable``: the cards may be used without one. ``tone``:
    None if none was asked for, else whether it was played. ``other``: a device that is not listed but is there."""

    server: bool = False
    sinks: tuple[Device, ...] = ()
    default: str = ""
    cards: tuple[Device, ...] = ()
    usable: bool = True
    tone: bool | None = None
    other: str = ""


def look(machine: Machine) -> Sounds:
    listed = machine.run("pactl", "list", "sinks")
    server = listed is not None and listed.code == 0
    default = machine.run("pactl", "get-default-sink") if server else None
    nodes = machine.paths("dev/snd/pcmC*p")
    return Sounds(
        server,
        sinks(listed.out) if listed and server else (),
        default.out.strip() if default and default.code == 0 else "",
        cards(machine.text("proc/asound/pcm") or "", machine.text("proc/asound/cards") or ""),
        all(machine.may_write(each) for each in nodes),
    )


def sinks(listing: str) -> tuple[Device, ...]:
    """From ``pactl list sinks`` in English."""
    found = []
    for block in re.split(r"^Sink #\d+$", listing, flags=re.MULTILINE)[1:]:
        name, label = _value(block, "Name"), _value(block, "Description")
        volumes = [int(each) for each in re.findall(r"(\d+)%", _value(block, "Volume"))]
        found.append(Device(name, label, _value(block, "Mute") == "yes", max(volumes, default=None)))
    return tuple(found)


def _value(block: str, name: str) -> str:
    line = re.search(rf"^\s+{name}: (.*)$", block, re.MULTILINE)
    return line[1].strip() if line else ""


def cards(pcm: str, listing: str) -> tuple[Device, ...]:
    """ALSA's devices that play, by the name that ALSA takes: ``plughw:CARD=vc4hdmi,DEV=0``."""
    ids = {int(number): name.strip() for number, name in re.findall(r"^\s*(\d+) \[(\w+)\s*\]", listing, re.MULTILINE)}
    found = []
    for line in pcm.splitlines():
        place = re.match(r"(\d+)-(\d+): ([^:]*):", line)
        if place and "playback" in line:
            card = int(place[1])
            found.append(Device(f"plughw:CARD={ids.get(card, card)},DEV={int(place[2])}", place[3].strip()))
    return tuple(found)


def judge(sounds: Sounds, wanted: Sound) -> list[Finding]:
    if not sounds.sinks and not sounds.cards:
        message = "There is no sound device, so films are silent."
        remedy = "Connect loudspeakers or a screen with sound, and switch them on before the machine starts."
        return [problem("sound.none", message, remedy)]
    found = [*_of_device(sounds, wanted), *_of_server(sounds)]
    if sounds.tone is False:
        message = "The test tone could not be played."
        found.append(problem("sound.tone", message, "Choose another device in the system's sound settings, try again."))
    return found


def _of_device(sounds: Sounds, wanted: Sound) -> list[Finding]:
    devices = (*sounds.sinks, *sounds.cards)
    if wanted.device not in ("auto", sounds.other, *(each.name for each in devices)):
        message = f"There is no sound device {wanted.device}."
        remedy = f"Write one of these as sound.device, or auto: {', '.join(each.name for each in devices)}."
        return [problem("sound.device", message, remedy)]
    chosen = wanted.device if wanted.device != "auto" else sounds.default
    used = next((each for each in sounds.sinks if each.name == chosen), None)
    if used is None:
        return []
    if used.muted or used.volume == 0:
        message = f"The sound device {used.name} is muted."
        return [
            problem(
                "sound.muted",
                message,
                f"Run: pactl set-sink-mute {used.name} 0; pactl set-sink-volume {used.name} 100%",
            )
        ]
    if used.volume is not None and used.volume < _QUIET:
        message = f"The sound device {used.name} stands at {used.volume} %, and kiosk.yaml's volume is taken of that."
        return [problem("sound.quiet", message, f"Run: pactl set-sink-volume {used.name} 100%")]
    if used.name.startswith("auto_null"):
        message = "The sound server has only its own empty device, so films are silent."
        return [
            problem("sound.empty", message, "Connect and switch on the loudspeakers, then start the machine again.")
        ]
    return []


def _of_server(sounds: Sounds) -> list[Finding]:
    if sounds.server:
        return []
    if not sounds.usable:
        message = "The sound cards may not be used by this user."
        return [problem("sound.locked", message, "Add the user to the group audio, and start the machine again.")]
    if len(sounds.cards) > 1:
        message = "There are several sound devices and no sound server; ALSA's first one is used."
        return [notice("sound.first", message, "If it is the wrong one, write its name as sound.device.")]
    return []


def told(sounds: Sounds) -> list[str]:
    lines = []
    for each in sounds.sinks:
        used = " (in use)" if each.name == sounds.default else ""
        loud = "" if each.volume is None else f", {each.volume} %"
        lines.append(f"{each.name}: {each.label}{loud}{used}")
    lines += [f"{each.name}: {each.label}" for each in sounds.cards]
    if sounds.tone:
        lines.append("a tone was played, first on the left, then on the right: was it heard?")
    return lines or ["no sound device"]


def examine(case: Case) -> Examined:
    sounds = look(case.machine)
    wanted = case.exhibition.sound if case.exhibition else Sound()
    if wanted.device not in ("auto", *(each.name for each in (*sounds.sinks, *sounds.cards))):
        # ALSA knows its devices by many more names than it lists.
        found = case.machine.ask("kiosk.projection.child.device", DEVICE_SECONDS, device=wanted.device)
        sounds = replace(sounds, other=wanted.device if found and found.get("there") else "")
    if case.tone:
        answer = case.machine.ask(
            "kiosk.projection.child.tone", TONE_SECONDS, volume=wanted.volume, device=wanted.device
        )
        sounds = replace(sounds, tone=bool(answer and answer.get("played")))
    return Examined("sound", "Sound", tuple(told(sounds)), tuple(judge(sounds, wanted)))
