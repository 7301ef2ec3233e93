"""Kinds of values: how each is parsed, and what editors are told about it."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from kiosk.config import moments, values
from kiosk.config.media_folder import CAPTIONS, TEXTS
from kiosk.config.models.base import media_folder, schema
from kiosk.config.paths import safe_path
from kiosk.config.values import Wrong, must_be
from kiosk.exhibition.film import LONGEST_LINK
from kiosk.exhibition.when import Span


def one_of(*options: str) -> Any:
    """Annotations of a text that is one of ``options``."""
    return PlainValidator(lambda value: values.parse_choice(value, options)), WithJsonSchema({"enum": list(options)})


def whole(least: int, most: int, unit: str = "") -> Any:
    """Annotations of a whole number."""
    return (
        PlainValidator(lambda value: values.parse_whole(value, least, most, unit)),
        schema("integer", minimum=least, maximum=most),
    )


def _rotation(value: object) -> int:
    allowed = ("0", "90", "180", "270")
    return int(values.parse_choice(value, allowed))


def _inches(value: object) -> float:
    return values.parse_number(value, 5, 300, "a diagonal in inches from 5 to 300")


def _image(value: object, info: ValidationInfo) -> Path:
    return media_folder(info).picture(value)


def _film(value: object, info: ValidationInfo) -> Path:
    return media_folder(info).file(value)


def _captions(value: object, info: ValidationInfo) -> Path:
    return media_folder(info).file(value, CAPTIONS)


def _transcript(value: object, info: ValidationInfo) -> Path:
    return media_folder(info).file(value, TEXTS)


def _exhibition_path(value: object) -> str:
    return safe_path(value, "the exhibition's folder")


def _loop_place(value: object) -> str | None:
    return None if isinstance(value, dict) else _exhibition_path(value)


def _address(value: object) -> str:
    allowed = "an address such as https://example.org/film"
    text = values.word(value, allowed)
    scheme, _, rest = text.partition("://")
    host = rest.partition("/")[0]
    if scheme not in ("http", "https") or not host or any(each.isspace() for each in text):
        raise must_be(allowed, value)
    if (length := len(text.encode())) > LONGEST_LINK:
        raise Wrong(f"is {length} bytes long; a QR code of 30 mm can hold {LONGEST_LINK}. Use a shorter address.")
    return text


def _accent(value: object) -> str:
    allowed = 'a colour such as "#e9b872"'
    text = values.word(value, allowed).lower()
    digits = text.removeprefix("#")
    if not text.startswith("#") or len(digits) not in (3, 6) or set(digits) - set("0123456789abcdef"):
        raise must_be(allowed, value)
    digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
    ratio = contrast_with_black(digits)
    if ratio < MIN_ACCENT_CONTRAST:
        raise Wrong(
            f"{text} is too dark to be seen on the dark ground: its contrast is {ratio:.1f}:1, "
            f"{MIN_ACCENT_CONTRAST}:1 is needed."
        )
    return f"#{digits}"


MIN_ACCENT_CONTRAST = 3  # of controls, WCAG 1.4.11


def contrast_with_black(digits: str) -> float:
    """Contrast (1 to 21, WCAG 1.4.3) of a colour of six hexadecimal digits with the kiosk's near-black ground."""
    ground = _luminance("0e0f11")
    return (_luminance(digits) + 0.05) / (ground + 0.05)


def _luminance(digits: str) -> float:
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _pin(value: object) -> str:
    if not isinstance(value, str) or not value.startswith("pbkdf2:"):
        raise Wrong("must be the line that `kiosk pin` makes; it begins with pbkdf2:.")  # the PIN itself is not told
    return value


def _plain_name(value: object) -> str:
    text = values.word(value, "a name")
    if not text or not text.isprintable() or len(text) > 200:
        raise must_be("a name", value)
    return text


def _action(value: object) -> str:
    allowed = "what the key does, such as play, back or language"
    text = values.word(value, allowed)
    if not text.replace("-", "").isalnum():
        raise must_be(allowed, value)
    return text


def _argument(value: object) -> str:
    if not isinstance(value, str) or "\x00" in value:
        raise must_be("a text", value)
    return value


Flag = Annotated[bool, PlainValidator(values.parse_flag), WithJsonSchema({"enum": [True, False, "on", "off"]})]
Percent = Annotated[
    int,
    PlainValidator(values.parse_percent),
    WithJsonSchema(
        {"oneOf": [{"type": "integer", "minimum": 0, "maximum": 100}, {"type": "string", "pattern": "^\\d{1,3} ?%$"}]}
    ),
]
LoopVolume = Annotated[
    int,
    PlainValidator(values.parse_loop_volume),
    WithJsonSchema({"oneOf": [{"const": "muted"}, {"type": "integer", "minimum": 0, "maximum": 100}]}),
]
Gain = Annotated[float, PlainValidator(values.parse_gain), schema(["string", "number"], examples=["-3 dB"])]
Size = Annotated[
    tuple[int, int] | None,
    PlainValidator(values.parse_size),
    schema(pattern="^(auto|\\d{3,5}x\\d{3,5})$", examples=["auto", "1920x1080"]),
]
Rotation = Annotated[int, PlainValidator(_rotation), WithJsonSchema({"enum": [0, 90, 180, 270]})]
Inches = Annotated[float, PlainValidator(_inches), schema("number", minimum=5, maximum=300)]
Accent = Annotated[str, PlainValidator(_accent), schema(pattern="^#([0-9a-fA-F]{3}){1,2}$", examples=["#e9b872"])]
_DURATION_SCHEMA = schema(
    pattern="^((\\d+(\\.\\d+)? *(h|min|s|sec|ms) *)+|(\\d+:)?\\d+:\\d\\d(\\.\\d+)?)$",
    examples=["90 min", "1:30:00", "1:48", "12 s", "0:12.5"],
)
Duration = Annotated[timedelta, PlainValidator(values.parse_duration), _DURATION_SCHEMA]
PositiveDuration = Annotated[timedelta, PlainValidator(values.parse_positive_duration), _DURATION_SCHEMA]
Id = Annotated[str, PlainValidator(values.parse_id), schema(pattern="^[A-Za-z0-9]+(-+[A-Za-z0-9]+)*$")]
LANGUAGE_PATTERN = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
Language = Annotated[str, PlainValidator(values.parse_language), schema(pattern=LANGUAGE_PATTERN)]
Date = Annotated[date, PlainValidator(moments.parse_date), schema(pattern="^\\d{4}-\\d\\d-\\d\\d$")]
Moment = Annotated[
    datetime,
    PlainValidator(moments.parse_moment),
    schema(pattern="^\\d{4}-\\d\\d-\\d\\d[ T]+\\d\\d:\\d\\d(:\\d\\d)?$", examples=["2026-12-04 19:00"]),
]
Zone = Annotated[ZoneInfo, PlainValidator(moments.parse_zone), schema(examples=["Asia/Dubai", "Europe/Berlin"])]
Weekdays = Annotated[tuple[int, ...], PlainValidator(moments.parse_weekdays), schema()]
Spans = Annotated[tuple[Span, ...], PlainValidator(moments.parse_spans), schema(examples=["10:00-20:00", "closed"])]
On = Annotated[
    str, PlainValidator(moments.parse_on), schema(["string", "array"], examples=["fri", "2026-12-04", "18:00-22:00"])
]
FilmFile = Annotated[Path, PlainValidator(_film), schema(examples=["clips/return-to-homs.mp4"])]
ImageFile = Annotated[
    Path, PlainValidator(_image), schema(pattern="\\.([jJ][pP][eE]?[gG]|[pP][nN][gG]|[wW][eE][bB][pP])$")
]
CaptionFile = Annotated[
    Path,
    PlainValidator(_captions),
    schema(pattern="\\.([sS][rR][tT]|[vV][tT][tT]|[aA][sS][sS]|[sS][sS][aA])$"),
]
TranscriptFile = Annotated[Path, PlainValidator(_transcript), schema(pattern="\\.([tT][xX][tT]|[mM][dD])$")]
ExhibitionPath = Annotated[str, PlainValidator(_exhibition_path), schema()]
LoopPlace = Annotated[
    str | None,
    PlainValidator(_loop_place),
    WithJsonSchema({"oneOf": [{"type": "string"}, {"type": "object", "description": "As in a loop file"}]}),
]
"""Where a loop is. None where it is written at that place itself; it is checked as a loop then."""
Address = Annotated[str, PlainValidator(_address), schema(pattern="^https?://[^\\s/]+")]
Pin = Annotated[str, PlainValidator(_pin), schema(pattern="^pbkdf2:")]
PlainName = Annotated[str, PlainValidator(_plain_name), schema()]
Action = Annotated[str, PlainValidator(_action), schema()]
Argument = Annotated[str, PlainValidator(_argument), schema()]
