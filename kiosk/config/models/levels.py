"""``sound.level``: one loudness, or several by hour."""

from typing import Annotated

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema

from kiosk.config import moments, values
from kiosk.exhibition.when import When


def _by_hour(value: object) -> object:
    if isinstance(value, dict):
        return value
    values.parse_level(value)  # here, so that a single level is told as what it is
    return {"usual": value}


_LEVEL_SCHEMA = {"type": "string", "pattern": "^(off|-?\\d+(\\.\\d+)? ?LUFS)$", "examples": ["-23 LUFS", "off"]}
Levels = Annotated[
    dict[
        Annotated[When | None, PlainValidator(moments.parse_level_hours)],
        Annotated[float | None, PlainValidator(values.parse_level)],
    ],
    BeforeValidator(_by_hour),
    WithJsonSchema(
        {
            "oneOf": [
                _LEVEL_SCHEMA,
                {
                    "type": "object",
                    "properties": {"usual": _LEVEL_SCHEMA},
                    "additionalProperties": _LEVEL_SCHEMA,
                    "examples": [{"usual": "-23 LUFS", "20:00-22:00": "-33 LUFS", "fri 18:00-22:00": "-28 LUFS"}],
                },
            ]
        }
    ),
]
"""Levels by the hours that they are for, None for the usual one."""
