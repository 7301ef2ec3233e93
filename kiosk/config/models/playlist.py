"""``playlists/*.yaml``: a playlist of films."""

from datetime import date, timedelta
from typing import Annotated, ClassVar

from pydantic import Field, PlainValidator, ValidationInfo

from kiosk.config.models.base import Otherwise, Part, RequiredWords, Words, schema
from kiosk.config.models.fields import (
    Address,
    CaptionFile,
    Date,
    Duration,
    FilmFile,
    Flag,
    Gain,
    Id,
    ImageFile,
    Language,
    Moment,
    PositiveDuration,
    TranscriptFile,
    one_of,
    whole,
)
from kiosk.config.moments import parse_date
from kiosk.config.values import Wrong, clock, parse_duration
from kiosk.exhibition.text import NO_TEXT


def out_point(value: object, info: ValidationInfo) -> timedelta:
    end = parse_duration(value)
    start = info.data.get("start") or timedelta(0)
    if end <= start:
        raise Wrong(f"must be later than the start, {clock(start)}, not {value}.")
    return end


OutPoint = Annotated[
    timedelta | None,
    PlainValidator(out_point),
    schema(examples=["2:00"]),
    Otherwise("It plays to the end of the file."),
]


def _last_day(value: object, info: ValidationInfo) -> date:
    until, begin = parse_date(value), info.data.get("begin")
    if begin is not None and until < begin:
        raise Wrong(f"must not be before {begin}, the first day.")
    return until


LastDay = Annotated[date, PlainValidator(_last_day), schema(pattern="^\\d{4}-\\d\\d-\\d\\d$")]


class ExcerptPart(Part):
    """A stretch of a media file that can be played."""

    without: ClassVar[str] = "The film is shown without this excerpt."
    lacking: ClassVar[str] = "The excerpt is shown without it."

    id: Annotated[Id | None, Otherwise("The kiosk gives it a name.")] = Field(
        None, description="Unique in its film: letters, digits, hyphens"
    )
    title: Words = Field(NO_TEXT, description="Name of the excerpt")
    kind: Annotated[str, *one_of("excerpt", "trailer", "film")] = Field("excerpt", description="What it is")
    file: FilmFile = Field(description="A file in the media folder")
    start: Duration = Field("0 s", validate_default=True, description="In point in the file")
    end: OutPoint = Field(None, description="Out point in the file; default: its end")
    captions: dict[Language, CaptionFile] = Field({}, description="SRT, WebVTT, ASS or SSA files by language")
    versions: dict[Annotated[str, *one_of("sign", "described")], FilmFile] = Field(
        {}, description="The same stretch with sign language or audio description"
    )
    transcript: dict[Language, TranscriptFile] = Field({}, description="Text files by language")
    gain: Gain = Field("0 dB", validate_default=True, description="Louder or softer than the file is")


class ContentNotePart(Part):
    """What a visitor should know before watching."""

    strong: Flag = Field("false", validate_default=True, description="Ask before the excerpt; never in the loop")
    seen: Words = Field(NO_TEXT, description="What is seen")
    heard: Words = Field(NO_TEXT, description="What is heard")


class RightsPart(Part):
    """When a film may be shown."""

    begin: Date | None = Field(None, alias="from", description="First day")
    until: LastDay | None = Field(None, description="Last day")
    plays_per_day: Annotated[int, *whole(1, 100000)] | None = Field(
        None, description="At most so often a day, the loop included"
    )


class ScreeningPart(Part):
    """A showing of the whole film, elsewhere in the house or on this screen."""

    without: ClassVar[str] = "The film is shown without this screening."
    lacking: ClassVar[str] = "The screening is shown without it."

    at: Moment = Field(description="Date and time on the exhibition's clock")
    place: Words = Field(NO_TEXT, description="Room or place; without one it is on this screen")
    admission: Words = Field(NO_TEXT, description="Price, or that it is free")


class FilmPart(Part):
    """One work."""

    without: ClassVar[str] = "The film is left out."
    lacking: ClassVar[str] = "The film is shown without it."

    id: Id = Field(description="Unique: letters, digits, hyphens")
    title: RequiredWords = Field(description="Title of the film")
    director: Words = Field(NO_TEXT, description="Who made it")
    year: Annotated[int, *whole(1888, 2100)] | None = Field(None, description="Year of its first showing")
    running_time: PositiveDuration | None = Field(None, description="Of the whole film, such as 90 min")
    medium: Words = Field(NO_TEXT, description="Such as: Digital video, colour")
    language: Words = Field(NO_TEXT, description="Spoken language and subtitles")
    countries: Words = Field(NO_TEXT, description="Countries of production")
    synopsis: Words = Field(NO_TEXT, description="The first layer: 50 to 75 words")
    more: Words = Field(NO_TEXT, description="More to read; paragraphs separated by an empty line")
    director_note: Words = Field(NO_TEXT, description="A note by the director")
    awards: Words = Field(NO_TEXT, description="Prizes and nominations")
    still: ImageFile | None = Field(None, description="A picture in the media folder")
    still_caption: Words = Field(NO_TEXT, description="What the still is")
    content_note: ContentNotePart | None = Field(None, description="What a visitor should know before watching")
    link: Address | None = Field(
        None, description="Shown as a QR code, so not too long; the kiosk itself opens nothing"
    )
    rights: RightsPart = Field(RightsPart.model_construct(), description="When it may be shown")
    screenings: list[ScreeningPart] = Field([], description="Showings of the whole film")
    excerpts: list[ExcerptPart] = Field([], description="What can be watched here; the first is the main one")


class PlaylistFile(Part):
    """A playlist of films."""

    title: Words = Field(NO_TEXT, description="Name of the playlist")
    films: list[FilmPart] = Field([], description="The films, in their order on the screen")
