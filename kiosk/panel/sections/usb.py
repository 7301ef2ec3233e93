"""What is on the stick, and what became of sticks."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.exhibition.text import NO_TEXT, Text
from kiosk.panel.controls import Block, Button, Buttons, Heading, Leaf, Paragraph, Row
from kiosk.panel.effects import Work
from kiosk.panel.section import Seen
from kiosk.panel.words import Both, Count, Moment, Name, Said, Say


@dataclass(frozen=True, slots=True)
class OnStick:
    """An exhibition that a stick brings. ``place``: where the stick is. ``size`` in bytes of all ``files``.

    ``against``: lines about what keeps it from being shown; None where it could not be looked at.
    """

    place: str
    title: Text = NO_TEXT
    films: int = 0
    files: int = 0
    size: int = 0
    against: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of a stick once. ``at``: the wall clock. ``outcome``: as in the notes, ``said``: their sentences."""

    at: datetime
    place: str
    outcome: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usb:
    """The ``sticks`` that are plugged in, and what was noted, the latest first. ``usage``: what ``usb:`` says.

    ``percent``: of what is being copied now.
    """

    usage: str = "off"
    sticks: tuple[OnStick, ...] = ()
    noted: tuple[Noted, ...] = ()
    percent: int | None = None


_SAID = 3
"""Lines of a stick's or a note's that are shown."""
_GOOD = frozenset({"copied", "unchanged", "shown", "ended"})


def leaf(seen: Seen) -> Leaf:
    found = seen.answers.get("usb")
    usb = found if isinstance(found, Usb) else None
    busy = bool({"usb", "usb-copy"} & seen.busy)
    again = Button("look-again", Say("panel.health.again"), () if busy else (Work("usb"),))
    latest = seen.answers.get("usb-copy")
    noted = usb.noted if usb else ()
    if isinstance(latest, Usb) and (not noted or (latest.noted and latest.noted[0].at >= noted[0].at)):
        noted = latest.noted
    blocks: list[Block] = [*_sticks(usb), *_copying(seen, usb, latest)]
    if noted:
        blocks += [Heading(Say("panel.usb.notes")), *(_note(seen, each) for each in noted)]
    return Leaf(Say("panel.section.usb"), tuple(blocks), Say("panel.usb.line"), top=(again,))


def _sticks(usb: Usb | None) -> list[Block]:
    if usb is None:
        return [Paragraph(Say("panel.usb.looking"))]
    if not usb.sticks:
        return [Paragraph(Say("panel.usb.none"))]
    return [_stick(each) for each in usb.sticks]


def _stick(stick: OnStick) -> Row:
    if stick.against is None:
        return Row(Name(stick.place), problem=Say("panel.usb.unreadable"))
    files = Both((Count("films", stick.films), Say("panel.usb.size", {"count": max(1, round(stick.size / 2**20))})))
    title: Said = stick.title if stick.title else Name(stick.place)
    lines = (Name(stick.place), files)
    return Row(title, lines, _joined(stick.against) if stick.against else None)


def _copying(seen: Seen, usb: Usb | None, latest: object) -> list[Block]:
    """The button, or why there is nothing to copy."""
    if usb is None or not usb.sticks:
        return []
    if usb.usage != "copy":
        return [Paragraph(Say(f"panel.usb.{'plays' if usb.usage == 'play' else 'off'}"))]
    if "usb-copy" not in seen.busy:
        return [Buttons((Button("copy", Say("panel.usb.copy"), (Work("usb-copy"),), strong=True),))]
    percent = latest.percent if isinstance(latest, Usb) else None
    words = Say("panel.usb.copying") if percent is None else Say("panel.usb.copied_part", {"count": percent})
    return [Buttons((Button("copy", words, ()),)), Paragraph(Say("panel.usb.stay"))]


def _note(seen: Seen, note: Noted) -> Row:
    title = Say(f"panel.usb.outcome.{note.outcome.replace(' ', '_')}")
    where: tuple[Said, ...] = (Both((Moment(seen.exhibition.hours.local(note.at)), Name(note.place))),)
    if not note.said:
        return Row(title, where)
    said = _joined(note.said)
    return Row(title, (*where, said)) if note.outcome in _GOOD else Row(title, where, said)


def _joined(said: tuple[str, ...]) -> Said:
    """Of many lines the first ones; the others are in the log."""
    return Name(" ".join((*said[:_SAID], *(["…"] if len(said) > _SAID else []))))
