"""``kiosk.yaml`` and ``kiosk.local.yaml``."""

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from kiosk.config.models.base import Otherwise, Part, Words, several
from kiosk.config.models.fields import (
    LANGUAGE_PATTERN,
    Accent,
    Action,
    Argument,
    Date,
    Duration,
    ExhibitionPath,
    Flag,
    Inches,
    Language,
    LoopPlace,
    LoopVolume,
    Percent,
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
from kiosk.config.models.fonts import FontFiles
from kiosk.config.models.levels import Levels
from kiosk.config.models.panel import PanelPart
from kiosk.config.values import must_be
from kiosk.exhibition.text import NO_TEXT


class ExhibitionPart(Part):
    """What the exhibition is called."""

    model_config = ConfigDict(json_schema_extra={"required": ["title"]})

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
    level: Levels = Field(
        "-23 LUFS",
        validate_default=True,
        description="Bring every file to this loudness; or off; or usual and other levels by hour",
    )


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


_COMMAND_SCHEMA = {"type": "array", "items": {"type": "string"}, "examples": [["command", "argument"]]}
_RUN_SCHEMA = WithJsonSchema(
    {
        "oneOf": [
            _COMMAND_SCHEMA,
            {
                "type": "object",
                "properties": {"close": _COMMAND_SCHEMA, "open": _COMMAND_SCHEMA},
                "additionalProperties": False,
            },
        ]
    }
)


class WhenClosedPart(Part):
    """What is seen outside the opening hours."""

    screen: PlainName = Field("black", description="black, off, or a loop file")
    run: Annotated[RunPart, BeforeValidator(_both), _RUN_SCHEMA] | None = Field(
        None, description="A command on close and on open, or one for each"
    )


class HoursPart(Part):
    """Opening hours. Without them the kiosk is always open."""

    timezone: Annotated[Zone | None, Otherwise("The machine's own is used.")] = Field(
        None, description="Such as Asia/Dubai; default: the machine's own"
    )
    weekly: dict[Weekdays, Spans] = Field({}, description='Such as {mon-thu: "10:00-20:00", fri: closed}')
    special: dict[Date, Spans] = Field({}, description="Days that are not like others")
    closing_notice: Duration = Field("10 min", validate_default=True, description="Before closing, visitors are told")
    when_closed: WhenClosedPart | None = Field(None, description="What is seen outside the hours")


_LANGUAGES_SCHEMA = WithJsonSchema(
    {
        "type": "array",
        "items": {"type": "string", "pattern": LANGUAGE_PATTERN},
        "minItems": 1,
        "examples": [["en", "ar"]],
    }
)


class KioskFile(Part):
    """An exhibition."""

    # For editors only: the program says the same with the place and the consequence.
    model_config = ConfigDict(
        json_schema_extra={
            "required": ["exhibition"],
            "if": {"properties": {"mode": {"const": "loop"}}, "required": ["mode"]},
            "else": {"required": ["playlist"]},
        }
    )

    exhibition: ExhibitionPart = Field(ExhibitionPart.model_construct(), description="What the exhibition is called")
    languages: Annotated[list[Language], BeforeValidator(several), _LANGUAGES_SCHEMA] = Field(
        [], description="The first is what every visit starts in"
    )
    digits: Annotated[str, *one_of("western", "eastern")] = Field(
        "western", description="Eastern: ٠١٢٣, where they are used"
    )
    fonts: Annotated[dict[Language, FontFiles], Otherwise("The kiosk's own font is used.")] = Field(
        {}, description="Font files of languages that want another one, in fonts/ or in the media folder"
    )
    mode: Annotated[str, *one_of("kiosk", "loop")] = Field("kiosk", description="loop: a screen without touch")
    playlist: ExhibitionPath | None = Field(None, description="The films that visitors choose from")
    loop: LoopPlace = Field(
        None, description="A .yaml, .m3u, .m3u8 or .xspf file, a folder of media, or what a .yaml file would say"
    )
    media: PlainName = Field("media/", description="The only folder that films, stills and captions may come from")
    screen: ScreenPart = Field({}, validate_default=True, description="The screen")
    sound: SoundPart = Field({}, validate_default=True, description="The sound")
    captions: Flag = Field("on", validate_default=True, description="Captions at the start of every visit")
    idle: IdlePart = Field({}, validate_default=True, description="When the kiosk asks whether somebody is there")
    hours: HoursPart | None = Field(None, description="Opening hours")
    panel: PanelPart = Field(PanelPart.model_construct(), description="The installer's screens")
    keys: dict[PlainName, Action] = Field({}, description="USB buttons and keyboards, by the names of their keys")
    usb: Annotated[str, *one_of("off", "copy", "play")] = Field(
        "off",
        description="What becomes of a stick with a folder kiosk/: nothing; copied; played while it is plugged in",
    )
