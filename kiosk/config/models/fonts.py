"""The fonts of a language, as installers name them."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from kiosk.config.font_files import WEIGHTS, parse_fonts

_PATTERN = "\\.([tT][tT][fF]|[oO][tT][fF])$"

FontFiles = Annotated[
    Mapping[str, str],
    PlainValidator(parse_fonts),
    WithJsonSchema(
        {
            "oneOf": [
                {"type": "string", "pattern": _PATTERN, "description": "One file for all weights"},
                {
                    "type": "object",
                    "properties": {weight: {"type": "string", "pattern": _PATTERN} for weight in WEIGHTS},
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
