"""``kiosk.yaml`` and ``kiosk.local.yaml``."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from kiosk.config.models.base import Part, Words
from kiosk.config.models.fields import (
    Accent,
    Action,
    Argument,
    Date,
    Duration,
    ExhibitionPath,
    Flag,
    Inches,
    Language,
    Level,
    LoopVolume,
    Percent,
    Pin,
    PlainName,
    PositiveDuration,
    Rotation,
    Size,
    Spans,
    Weekdays,
    Zone,
    one_of,
    whole,
)
from kiosk.config.values import must_be
from kiosk.exhibition.text import NO_TEXT


class ExhibitionPart(Part):
    """What the exhibition is called."""

    title: Words = Field(NO_TEXT, description="Title of the exhibition")
    notice: Words = Field(NO_TEXT, description="A line under it, such as: Free admission")


class ScreenPart(Part):
    """The screen that the kiosk hangs on."""

    fullscreen: Flag = Field("true", validate_default=True, description="Cover the whole screen")
    size: Size = Field("auto", validate_default=True, description="auto, or pixels such as 1920x1080")
    display: Annotated[int, *whole(0, 15)] = Field("0", validate_default=True, description="Which screen, from 0")
    rotate: Rotation = Field("0", validate_default=True, description="Degrees by which the screen hangs turned")
    inches: Inches = Field("24", validate_default=True, description="Diagonal, so that buttons are 20 mm wide")
    accent: Accent = Field("#e9b872", validate_default=True, description="The one colour")
    reduce_motion: Flag = Field("false", validate_default=True, description="No slides, only short fades")
    reach: Flag = Field("false", validate_default=True, description="Start with the controls low")


class SoundPart(Part):
    """Loudness and where the sound comes out."""

    device: PlainName = Field("auto", description="auto, or the name of a sound device")
    volume: Percent = Field("70", validate_default=True, description="Per cent, at the start of every visit")
    max_volume: Percent = Field("90", validate_default=True, description="The loudest that a visitor can choose")
    loop: LoopVolume = Field("muted", validate_default=True, description="muted, or per cent, for the loop")
    level: Level = Field("-23 LUFS", validate_default=True, description="Bring every file to this loudness; or off")


class IdlePart(Part):
    """How long without a touch before the kiosk asks, and how long it then waits."""

    browse: PositiveDuration = Field("60 s", validate_default=True, description="On the cards")
    reading: PositiveDuration = Field("90 s", validate_default=True, description="On a page of text")
    warning: PositiveDuration = Field("30 s", validate_default=True, description="How long it asks")


def _both(value: object) -> object:
    if isinstance(value, list):
        return {"close": value, "open": value}
    if isinstance(value, dict):
        return value
    raise must_be('a command such as ["command", "argument"]', value)


Command = list[Argument]


class RunPart(Part):
    """Commands when the exhibition closes and opens."""

    close: Command = Field([], description="Command and arguments when it closes")
    open: Command = Field([], description="Command and arguments when it opens")


class WhenClosedPart(Part):
    """What is seen outside the opening hours."""

    screen: PlainName = Field("black", description="black, off, or a loop file")
    run: Annotated[RunPart, BeforeValidator(_both)] | None = Field(None, description="A command on close and on open")


class HoursPart(Part):
    """Opening hours. Without them the kiosk is always open."""

    timezone: Zone | None = Field(None, description="Such as Asia/Dubai; default: the machine's own")
    weekly: dict[Weekdays, Spans] = Field({}, description='Such as {mon-thu: "10:00-20:00", fri: closed}')
    special: dict[Date, Spans] = Field({}, description="Days that are not like others")
    closing_notice: Duration = Field("10 min", validate_default=True, description="Before closing, visitors are told")
    when_closed: WhenClosedPart | None = Field(None, description="What is seen outside the hours")


class PanelPart(Part):
    """The installer's screens on the kiosk itself."""

    lacking: ClassVar[str] = "The panel stays closed."

    pin: Pin | None = Field(None, description="Made by `kiosk pin`; no pin, no panel")


class KioskFile(Part):
    """An exhibition."""

    exhibition: ExhibitionPart = Field(ExhibitionPart.model_construct(), description="What the exhibition is called")
    languages: list[Language] = Field([], description="The first is what every visit starts in")
    digits: Annotated[str, *one_of("western", "eastern")] = Field("western", description="For Arabic")
    mode: Annotated[str, *one_of("kiosk", "loop")] = Field("kiosk", description="loop: a screen without touch")
    playlist: ExhibitionPath | None = Field(None, description="The films that visitors choose from")
    loop: ExhibitionPath | None = Field(None, description="A .yaml, .m3u, .m3u8 or .xspf file, or a folder of media")
    media: PlainName = Field("media/", description="The only folder that films, stills and captions may come from")
    screen: ScreenPart = Field({}, validate_default=True, description="The screen")
    sound: SoundPart = Field({}, validate_default=True, description="The sound")
    captions: Flag = Field("on", validate_default=True, description="Captions at the start of every visit")
    idle: IdlePart = Field({}, validate_default=True, description="When the kiosk asks whether somebody is there")
    hours: HoursPart | None = Field(None, description="Opening hours")
    panel: PanelPart = Field(PanelPart.model_construct(), description="The installer's screens")
    keys: dict[PlainName, Action] = Field({}, description="USB buttons and keyboards, by the names of their keys")
