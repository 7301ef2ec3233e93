"""``playlists/*.yaml``: a loop."""

from datetime import timedelta
from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, PlainValidator, Tag

from kiosk.config.models.base import Otherwise, Part, Words, schema
from kiosk.config.models.fields import (
    Duration,
    ExhibitionPath,
    FilmFile,
    Flag,
    ImageFile,
    On,
    PlainName,
    PositiveDuration,
    one_of,
    whole,
)
from kiosk.config.models.playlist import OutPoint, out_point
from kiosk.exhibition.text import NO_TEXT

KINDS = ("excerpt", "file", "still", "card", "random", "loop")

Repeat = Annotated[int, *whole(1, 1000)]


class ItemPart(Part):
    """What every item of a loop may have."""

    without: ClassVar[str] = "The item is left out."
    lacking: ClassVar[str] = "The item plays without it."

    on: On | None = Field(None, description="Days, dates or hours when this item takes part; default: always")
    skip: Flag = Field("off", validate_default=True, description="on: it stays in the list, but does not play")


class ExcerptItemPart(ItemPart):
    """An excerpt of the playlist."""

    excerpt: PlainName = Field(description="film/excerpt, by their ids; or a film, for its first excerpt")
    start: Duration | None = Field(None, description="In point in the file; default: that of the excerpt")
    end: Annotated[
        timedelta | None,
        PlainValidator(out_point),
        schema(examples=["2:00"]),
        Otherwise("That of the excerpt holds."),
    ] = Field(None, description="Out point in the file; default: that of the excerpt")
    repeat: Repeat = Field("1", validate_default=True, description="How often it plays")


class FileItemPart(ItemPart):
    """A media file of its own."""

    file: FilmFile = Field(description="A file in the media folder")
    title: Words = Field(NO_TEXT, description="What is said of it; default: that of the film that it is of")
    start: Duration = Field("0 s", validate_default=True, description="In point in the file")
    end: OutPoint = Field(None, description="Out point in the file; default: its end")
    repeat: Repeat = Field("1", validate_default=True, description="How often it plays")


class StillItemPart(ItemPart):
    """A picture that stands for a while."""

    still: ImageFile = Field(description="A picture in the media folder")
    duration: PositiveDuration = Field("8 s", alias="for", validate_default=True, description="How long it stands")


class CardPart(Part):
    """Words on the screen's own ground."""

    title: Words = Field(NO_TEXT, description="Large words")
    text: Words = Field(NO_TEXT, description="Small words")


class CardItemPart(ItemPart):
    """A card with words."""

    card: CardPart = Field(description="The words")
    duration: PositiveDuration = Field("6 s", alias="for", validate_default=True, description="How long it stands")


class RandomItemPart(ItemPart):
    """Excerpts drawn anew at each pass."""

    random: Annotated[int, *whole(1, 100)] = Field(description="How many excerpts of films that are not strong")


class LoopItemPart(ItemPart):
    """Another loop in this one's place."""

    loop: ExhibitionPath = Field(description="A loop file")


def _kind(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    return next((f"<{kind}>" for kind in KINDS if kind in value), None)


AnyItem = Annotated[
    Annotated[ExcerptItemPart, Tag("<excerpt>")]
    | Annotated[FileItemPart, Tag("<file>")]
    | Annotated[StillItemPart, Tag("<still>")]
    | Annotated[CardItemPart, Tag("<card>")]
    | Annotated[RandomItemPart, Tag("<random>")]
    | Annotated[LoopItemPart, Tag("<loop>")],
    Discriminator(_kind),
]


class LoopFile(Part):
    """A loop: what plays while nobody is there, or all day on a screen without touch."""

    order: Annotated[str, *one_of("listed", "shuffle")] = Field("listed", description="How items follow each other")
    transition: Annotated[str, *one_of("cut", "crossfade")] = Field("cut", description="Between two items")
    over: Duration = Field("1.2 s", validate_default=True, description="Length of a crossfade")
    items: list[AnyItem] = Field([], description="What plays")

    @property
    def crossfade(self) -> timedelta:
        """Length of the changeover, nothing for a cut."""
        return self.over if self.transition == "crossfade" else timedelta(0)
