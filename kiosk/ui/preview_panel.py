"""What would stand on the panel for its pictures."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.loop import Listed
from kiosk.exhibition.text import Text
from kiosk.exhibition.when import Span
from kiosk.panel.panel import Pad, Panel
from kiosk.panel.sections import SECTIONS
from kiosk.panel.sections.health.found import Happened, House, Looked, Trouble
from kiosk.panel.sections.loops.shown import LENGTHS
from kiosk.panel.sections.sound import Device, Played
from kiosk.panel.sections.usb import Noted, OnStick, Usb
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


def _usb(now: datetime) -> Usb:
    title = Text({"en": "Nights of documentary", "ar": "ليالي الفيلم الوثائقي"})
    refused = ("kiosk.yaml:12:3  panel.pin: a stick must not set this.",)
    return Usb(
        "copy",
        (OnStick("/media/stick", title, films=6, files=41, size=2_480_000_000),),
        (
            Noted(now - timedelta(minutes=20), "/media/stick", "copied", ("41 files, 2,365 MB.",)),
            Noted(now - timedelta(days=2), "/media/other", "refused", refused),
        ),
    )


def _found(now: datetime) -> dict[str, object]:
    still = (
        "films[2].excerpts[0].file: clips/still-recording.mov is not in media/. The film is shown without this excerpt."
    )
    return {
        "checkup": Looked(
            now - timedelta(minutes=1),
            (
                Trouble(
                    "playlists/syria.yaml:14:5", "films[1].running_tme: unknown key. Did you mean running_time?", True
                ),
                Trouble("playlists/syria.yaml:31:15", still, True),
                Trouble("kiosk.yaml:9:9", "screen.rotate: must be 0, 90, 180 or 270, not 45.", False),
            ),
            (Trouble("The kiosk does not start with the machine.", "Run: kiosk service install", False),),
        ),
        "house": House(
            (
                Happened(now, "Changed on the panel: sound.volume"),
                Happened(now - timedelta(minutes=9), "projector B: its process ended", True),
            ),
            is_service=True,
        ),
        "restart-projectors": True,
    }


_PANELS: Final[Mapping[str, Callable[[datetime], Panel]]] = {
    "panel-loops": _open("loops"),
    "panel-item": _open("loops", memory={"item": 0}),
    "panel-films": _open("films"),
    "panel-film": _open("films", memory={"film": "return-to-homs"}),
    "panel-hours": _open("hours"),
    "panel-day": _day,
    "panel-sound": _open("sound", answers={"sound-devices": _DEVICES, "tone": Played(played=True, output="pulse")}),
    "panel-screen": _open("screen", memory={"lit": frozenset(range(31))}),
    "panel-card": _open("screen", memory={"page": "card", "inches": 21.5}),
    "panel-touch": _open("screen", memory={"page": "touch", "lit": frozenset(range(12))}),
    "panel-greys": _open("screen", memory={"page": "colours", "shade": 5}),
    "panel-usb": lambda now: _open("usb", answers={"usb": _usb(now)})(now),
    "panel-health": lambda now: _open("health", answers=_found(now))(now),
    "panel-findings": lambda now: _open("health", memory={"page": "exhibition"}, answers=_found(now))(now),
    "panel-events": lambda now: _open("health", memory={"page": "events"}, answers=_found(now))(now),
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
