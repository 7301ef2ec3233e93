"""Everything that ``kiosk.yaml`` describes, after it was read and found good."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Literal

from kiosk.exhibition.closing import AS_USUAL, Closing
from kiosk.exhibition.film import NO_FILMS, Film, Playlist
from kiosk.exhibition.hours import ALWAYS_OPEN, Hours
from kiosk.exhibition.level import USUAL_LEVEL, Level
from kiosk.exhibition.loop import NO_LOOP, Loop
from kiosk.exhibition.text import NO_TEXT, Text

Words = Mapping[str, str | Mapping[str, str]]
"""Words of the interface by their name (``film.watch``); a counted word as a map of its forms."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The screen that the kiosk hangs on. ``inches`` is its diagonal."""

    fullscreen: bool = True
    size: tuple[int, int] | None = None
    display: int = 0
    rotate: Literal[0, 90, 180, 270] = 0
    inches: float = 24.0
    accent: str = "#e9b872"
    reduce_motion: bool = False
    reach: bool = False

    def as_hung(self, size: tuple[int, int]) -> tuple[int, int]:
        """A display's pixels as somebody sees them who stands before it."""
        return size[::-1] if self.rotate in (90, 270) else size


@dataclass(frozen=True, slots=True)
class Sound:
    """Volumes are per cent; ``loop`` is 0 where the loop is muted."""

    device: str = "auto"
    volume: int = 70
    max_volume: int = 90
    loop: int = 0
    level: Level = USUAL_LEVEL


@dataclass(frozen=True, slots=True)
class Idle:
    """How long without a touch before the kiosk asks, and how long it then waits."""

    browse: timedelta = timedelta(seconds=60)
    reading: timedelta = timedelta(seconds=90)
    warning: timedelta = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Exhibition:
    """The exhibition. ``folder`` and ``media`` are absolute paths. ``pin``: what opens the panel, None for no panel.

    ``words``: what the interface says otherwise in this exhibition, by language. ``fonts``: its font files by language
    and weight (light, regular, medium, semibold). ``keys``: what each key does, by its name. ``films``: all that can be
    shown, in their order, also those that the panel hides and the playlist therefore has not.
    """

    folder: Path
    title: Text
    media: Path
    notice: Text = NO_TEXT
    languages: tuple[str, ...] = ("en",)
    digits: Literal["western", "eastern"] = "western"
    mode: Literal["kiosk", "loop"] = "kiosk"
    playlist: Playlist = NO_FILMS
    films: tuple[Film, ...] = ()
    loop: Loop = NO_LOOP
    screen: Screen = Screen()
    sound: Sound = Sound()
    captions: bool = True
    idle: Idle = Idle()
    words: Mapping[str, Words] = field(default_factory=dict)
    fonts: Mapping[str, Mapping[str, Path]] = field(default_factory=dict)
    hours: Hours = ALWAYS_OPEN
    closing: Closing = AS_USUAL
    usb: Literal["off", "copy", "play"] = "off"
    keys: Mapping[str, str] = field(default_factory=dict)
    pin: str | None = field(default=None, repr=False)


def closed(folder: Path) -> Exhibition:
    """What visitors see when the exhibition cannot be read: a quiet closed screen."""
    return Exhibition(folder=folder, title=NO_TEXT, media=folder / "media")
