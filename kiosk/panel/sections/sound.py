"""Where the sound comes out, how loud it is, and a tone to hear."""

from dataclasses import dataclass
from typing import Final

from kiosk.exhibition.level import USUAL_LUFS
from kiosk.panel.controls import Block, Choice, Disc, Heading, Leaf, Option, Paragraph, Row, Stepper
from kiosk.panel.effects import Deed, Put, Work, Write
from kiosk.panel.section import Seen
from kiosk.panel.words import Name, Said, Say

_STEP: Final = 5
_QUIETEST_LUFS, _LOUDEST_LUFS = -40, -10
"""What ``sound.level`` is stepped between: far beyond what a gallery wants on both sides."""


@dataclass(frozen=True, slots=True)
class Device:
    """A sound device by the name that ``sound.device`` takes; ``label`` for people."""

    name: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """What came of the test tone: ``output`` as libvlc calls it, or nowhere."""

    played: bool
    output: str = ""


def leaf(seen: Seen) -> Leaf:
    sound = seen.exhibition.sound
    device = seen.value(("sound", "device"), sound.device)
    most = seen.value(("sound", "max_volume"), sound.max_volume)
    volume = min(seen.value(("sound", "volume"), sound.volume), most)
    loop = seen.value(("sound", "loop"), str(sound.loop) if sound.loop else "muted")
    blocks: tuple[Block, ...] = (
        _volume("volume", volume, top=most),
        _most(most, volume),
        _loop(0 if loop == "muted" else int(loop)),
        *_level(seen),
        _tone(seen, device, volume),
        *_devices(seen, device),  # last: what is found a moment later moves nothing under a finger
    )
    return Leaf(Say("panel.section.sound"), blocks, line=Say("panel.sound.line"))


def _devices(seen: Seen, chosen: str) -> tuple[Block, ...]:
    found = seen.answers.get("sound-devices")
    devices = found if isinstance(found, tuple) else ()
    options = [_device("auto", Say("panel.sound.auto"), chosen)]
    options += [_device(each.name, Name(each.label or each.name), chosen) for each in devices]
    if chosen not in ("auto", *(each.name for each in devices)):
        options.append(_device(chosen, Name(chosen), chosen))
    blocks: list[Block] = [Heading(Say("panel.sound.device")), Choice(None, tuple(options))]
    if found is not None and not devices:
        blocks.append(Paragraph(Say("panel.sound.none"), "problem"))
    elif found is not None and chosen not in ("auto", *(each.name for each in devices)):
        blocks.append(Paragraph(Say("panel.sound.missing"), "problem"))
    return tuple(blocks)


def _device(name: str, words: Said, chosen: str) -> Option:
    return Option(f"device:{name}", words, _put("device", name), chosen == name)


def _tone(seen: Seen, device: str, volume: int) -> Row:
    """One line says what comes of it, so that nothing moves."""
    busy, played = "tone" in seen.busy, seen.answers.get("tone")
    does = () if busy else (Work("tone", {"device": device, "volume": volume}),)
    state, problem = Say("panel.sound.sides"), None
    if busy:
        state = Say("panel.sound.playing")
    elif isinstance(played, Played):
        state, problem = Say("panel.sound.heard"), None if played.played else Say("panel.sound.silent")
    lines = () if problem else (state,)
    return Row(Say("panel.sound.tone"), lines, problem, trailing=(Disc("tone", "play", does),))


def _volume(key: str, value: int, *, top: int) -> Row:
    less, more = max(0, value - _STEP), min(top, value + _STEP)
    return _row(key, value, _put(key, less) if value > 0 else (), _put(key, more) if value < top else ())


def _most(value: int, volume: int) -> Row:
    """The limit; lowered under the volume of a visit's beginning, it takes that along."""
    less = max(_STEP, value - _STEP)
    lower = Write((Put(("sound", "max_volume"), less), *([Put(("sound", "volume"), less)] if less < volume else [])))
    more = _put("max_volume", min(100, value + _STEP)) if value < 100 else ()
    return _row("max_volume", value, (lower,) if value > _STEP else (), more)


def _loop(value: int) -> Row:
    less = max(0, value - _STEP)
    return Row(
        Say("panel.sound.loop"),
        (Say("panel.sound.loop_line"),),
        trailing=(
            Stepper(
                "loop",
                Say("panel.sound.percent", {"count": value}) if value else Say("panel.sound.muted"),
                _put("loop", str(less) if less else "muted") if value else (),
                _put("loop", str(min(100, value + _STEP))) if value < 100 else (),
                widest=Say("panel.sound.muted"),
            ),
        ),
    )


def _row(key: str, value: int, less: tuple[Deed, ...], more: tuple[Deed, ...]) -> Row:
    shown = Say("panel.sound.percent", {"count": value})
    widest = Say("panel.sound.percent", {"count": 100})
    line = Say(f"panel.sound.{key}_line")
    return Row(Say(f"panel.sound.{key}"), (line,), trailing=(Stepper(key, shown, less, more, widest),))


def _level(seen: Seen) -> tuple[Block, ...]:
    """The loudness that all films are brought to. Where it has hours of its own, only ``kiosk.yaml`` changes it."""
    level = seen.exhibition.sound.level
    if level.hours:
        return (Row(Say("panel.sound.level"), (Say("panel.sound.level_hours"),)),)
    usual = "off" if level.usual is None else f"{level.usual:g} LUFS"
    written = seen.value(("sound", "level"), usual)
    if written == "off":
        on = _put("level", f"{USUAL_LUFS:g} LUFS")
        stepper = Stepper("level", Say("panel.sound.level_off"), (), on, _lufs(_QUIETEST_LUFS))
    else:
        value = round(float(written.removesuffix(" LUFS")))
        less = _put("level", f"{value - 1} LUFS" if value > _QUIETEST_LUFS else "off")
        more = _put("level", f"{value + 1} LUFS") if value < _LOUDEST_LUFS else ()
        stepper = Stepper("level", _lufs(value), less, more, _lufs(_QUIETEST_LUFS))
    return (Row(Say("panel.sound.level"), (Say("panel.sound.level_line"),), trailing=(stepper,)),)


def _lufs(value: int) -> Said:
    return Name(f"\N{MINUS SIGN}{-value} LUFS")


def _put(key: str, value: str | int) -> tuple[Deed, ...]:
    return (Write((Put(("sound", key), value),)),)
