"""What would stand on the panel for its pictures."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.loop import Listed
from kiosk.exhibition.when import Span
from kiosk.panel.panel import Pad, Panel
from kiosk.panel.sections import SECTIONS
from kiosk.panel.sections.loops.shown import LENGTHS
from kiosk.panel.sections.sound import Device, Played
from kiosk.panel.sight import Sight, sight_of
from kiosk.panel.step import Around
from kiosk.panel.words import Say

_MONOTONIC: Final = 1000.0
_DEVICES: Final = (
    Device("alsa_output.platform-hdmi.hdmi-stereo", "Built-in Audio Digital Stereo (HDMI)"),
    Device("alsa_output.usb-loudspeakers.analog-stereo", "USB loudspeakers"),
)


def _pads() -> dict[str, Pad]:
    return {
        "pin-pad": Pad(typed="2580"),
        "pin-locked": Pad(wrong=True, locked_until=_MONOTONIC + 100),
    }


def _open(section: str, **more: object) -> Callable[[datetime], Panel]:
    def at(now: datetime) -> Panel:
        standing = Panel(_MONOTONIC, None, section, undoable=3, saved_at=now - timedelta(minutes=4))
        return replace(standing, **more)  # type: ignore[arg-type]

    return at


def _day(now: datetime) -> Panel:
    day = now.date() + timedelta(days=9)
    memory = {"day": day, "was": day, "closed": False, "start": time(10), "end": time(16)}
    return _open("hours", memory=memory, trouble=Say("panel.trouble.denied"))(now)


_PANELS: Final[Mapping[str, Callable[[datetime], Panel]]] = {
    "panel-loops": _open("loops"),
    "panel-item": _open("loops", memory={"item": 0}),
    "panel-films": _open("films"),
    "panel-film": _open("films", memory={"film": "return-to-homs"}),
    "panel-hours": _open("hours"),
    "panel-day": _day,
    "panel-sound": _open("sound", answers={"sound-devices": _DEVICES, "tone": Played(played=True, output="pulse")}),
}

PANEL_SCREENS: Final = (*_pads(), *_PANELS)
"""Names of the pictures of the panel."""


def panel_for(name: str, exhibition: Exhibition, now: datetime) -> Sight | None:
    """The panel as the picture ``name`` shows it; None for a picture of another screen."""
    around = Around(_with_a_gap(_with_days(exhibition, now)), now, _MONOTONIC, SECTIONS)
    pads = _pads()
    if name in pads:
        return sight_of(Panel(_MONOTONIC, pads[name]), around)
    if name not in _PANELS:
        return None
    panel = _PANELS[name](now)
    files = {each.file for film in exhibition.playlist.films for each in film.excerpts}
    return sight_of(replace(panel, answers={LENGTHS: dict.fromkeys(files, 94.0), **panel.answers}), around)


def _with_a_gap(exhibition: Exhibition) -> Exhibition:
    """With an item of the loop that is not there."""
    gap = Listed({"file": "clips/still-recording.mov", "title": "Still Recording"}, None)
    loop = exhibition.loop
    return replace(exhibition, loop=replace(loop, listed=(*loop.listed[:2], gap, *loop.listed[2:])))


def _with_days(exhibition: Exhibition, now: datetime) -> Exhibition:
    """With hours and special days, so that there is something to see."""
    usual = {day: (Span(time(10), time(20)),) for day in range(7)}
    ahead = {
        now.date() + timedelta(days=9): (Span(time(10), time(16)),),
        now.date() + timedelta(days=33): (),
        now.date() + timedelta(days=39): (Span(time(10), time(2)),),
    }
    hours = exhibition.hours
    return replace(exhibition, hours=Hours(hours.weekly or usual, {**ahead, **hours.special}, hours.zone))
