"""What all models share."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetPydanticSchema,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)

from kiosk.config.media_folder import MediaFolder
from kiosk.config.values import Wrong, must_be, parse_language
from kiosk.exhibition.text import Text


class Part(BaseModel):
    """A mapping in a file. Unknown keys are told, never silently dropped.

    ``without``: what is said when a part of this kind has to be left out.
    ``lacking``: what is said when one of its optional values has to be left out.
    """

    # Models are built when the first file is checked, in one go, not each when it is imported.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, arbitrary_types_allowed=True)

    without: ClassVar[str] = "It is left aside."
    lacking: ClassVar[str] = "It is left aside."

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Nothing of it ever changes, so that a default serves for all; pydantic would copy it for every film."""
        return self


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Among the annotations of a field: what is said when its value has to be left out."""

    sentence: str


def media_folder(info: ValidationInfo) -> MediaFolder:
    """The folder that paths are looked up in; handed to the validation as its context."""
    folder = info.context
    assert isinstance(folder, MediaFolder)
    return folder


def schema(kind: str | list[str] = "string", **more: Any) -> WithJsonSchema:
    """What editors are told about a value."""
    return WithJsonSchema({"type": kind, **more})


def several(value: object) -> object:
    """``en, ar`` as a list."""
    return value.replace(",", " ").split() if isinstance(value, str) else value


def _by_language(value: object) -> object:
    if isinstance(value, str):
        return {"": value}
    if isinstance(value, dict):
        return value
    raise must_be("a text, or a text for each language such as {en: …, ar: …}", value)


def _language(value: object) -> str:
    return "" if value == "" else parse_language(value)


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise must_be("a text", value)
    return value.strip()


def _not_empty(value: Text) -> Text:
    if not value:
        raise Wrong("is empty.")
    return value


_TEXT_SCHEMA = WithJsonSchema(
    {
        "oneOf": [
            {"type": ["string", "number"], "description": "One text for all languages"},
            {
                "type": "object",
                "description": "A text for each language, by its code",
                "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
                "additionalProperties": {"type": ["string", "number"]},
            },
        ]
    }
)

_ByLanguage = Annotated[
    dict[Annotated[str, PlainValidator(_language)], Annotated[str, PlainValidator(_words)]],
    BeforeValidator(_by_language),
    AfterValidator(Text),
]

Words = Annotated[Text, GetPydanticSchema(lambda _, handler: handler(_ByLanguage)), _TEXT_SCHEMA]
"""A text in some languages."""

RequiredWords = Annotated[Words, AfterValidator(_not_empty), _TEXT_SCHEMA]
