"""JSON schemas of all files, so that editors complete and check what installers write.

``python -m kiosk.config.schema docs/schema`` writes them.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from kiosk.config.models.base import Part
from kiosk.config.models.kiosk import KioskFile
from kiosk.config.models.loop import LoopFile
from kiosk.config.models.playlist import PlaylistFile

FILES: dict[str, type[Part]] = {"kiosk": KioskFile, "playlist": PlaylistFile, "loop": LoopFile}


def schema_of(model: type[Part]) -> dict[str, Any]:
    """The JSON schema of one kind of file."""
    schema = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    without_titles: dict[str, Any] = _without_titles(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **without_titles}


def schema_text(model: type[Part]) -> str:
    """The same as it is written to a file."""
    return json.dumps(schema_of(model), indent=2, ensure_ascii=False) + "\n"


class _Generator(GenerateJsonSchema):
    """Writes defaults as installers would write them."""

    def default_schema(self, schema: Any) -> dict[str, Any]:
        inner: dict[str, Any] = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return {**inner, "default": _plain(default)} if isinstance(default, str) else inner


def _plain(default: str) -> Any:
    """``24`` and ``true`` as what they are in YAML, all else as a text."""
    try:
        return json.loads(default)
    except ValueError:
        return default


def _without_titles(schema: Any) -> Any:
    """Titles are the names of our classes, which say nothing to an installer."""
    if isinstance(schema, dict):
        return {
            key: _without_titles(value)
            for key, value in schema.items()
            if not (key == "title" and isinstance(value, str))
        }
    return [_without_titles(each) for each in schema] if isinstance(schema, list) else schema


def main(folder: Path) -> None:
    """Write ``kiosk.schema.json``, ``playlist.schema.json`` and ``loop.schema.json`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in FILES.items():
        (folder / f"{name}.schema.json").write_text(schema_text(model), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
