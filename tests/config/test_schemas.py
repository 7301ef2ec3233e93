"""The JSON schemas in docs/schema are those of the models, and know every name."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.config.schema import FILES, main, schema_of, schema_text

FOLDER = Path(__file__).parents[2] / "docs" / "schema"

NAMES = {
    "kiosk": "exhibition languages digits fonts mode playlist loop media screen sound captions idle hours panel keys "
    "usb",
    "ExhibitionPart": "title notice",
    "ScreenPart": "fullscreen size display rotate inches accent reduce_motion reach",
    "SoundPart": "device volume max_volume loop level",
    "IdlePart": "browse reading warning",
    "HoursPart": "timezone weekly special closing_notice when_closed",
    "WhenClosedPart": "screen run",
    "PanelPart": "pin hidden order main",
    "playlist": "title films",
    "FilmPart": "id title director year running_time medium language countries synopsis more director_note awards "
    "still still_caption content_note link rights screenings excerpts",
    "ContentNotePart": "strong seen heard",
    "RightsPart": "from until plays_per_day",
    "ScreeningPart": "at place admission",
    "ExcerptPart": "id title kind file start end captions versions transcript gain",
    "loop": "order transition over items",
    "ExcerptItemPart": "on skip excerpt start end repeat",
    "FileItemPart": "on skip file title start end repeat",
    "StillItemPart": "on skip still for",
    "CardItemPart": "on skip card for",
    "CardPart": "title text",
    "RandomItemPart": "on skip random",
    "LoopItemPart": "on skip loop",
}
"""Every name of the guide for installers."""


@pytest.mark.parametrize("name", FILES)
def test_the_committed_schemas_are_up_to_date(name: str) -> None:
    committed = (FOLDER / f"{name}.schema.json").read_text("utf-8")
    assert committed == schema_text(FILES[name]), "run: python -m kiosk.config.schema docs/schema"


def test_every_name_is_known() -> None:
    parts: dict[str, Any] = {}
    for name, model in FILES.items():
        schema = schema_of(model)
        parts |= {name: schema} | schema["$defs"]
    assert {name: " ".join(part["properties"]) for name, part in parts.items()} == NAMES
    assert all(part["additionalProperties"] is False for part in parts.values())


def test_editors_are_told_what_is_required_and_what_is_the_default() -> None:
    kiosk = schema_of(FILES["kiosk"])
    assert kiosk["required"] == ["exhibition"]
    assert kiosk["else"] == {"required": ["playlist"]}
    assert kiosk["$defs"]["ScreenPart"]["properties"]["rotate"] == {
        "default": 0,
        "description": "Degrees by which the screen hangs turned",
        "enum": [0, 90, 180, 270],
    }
    assert schema_of(FILES["playlist"])["$defs"]["FilmPart"]["required"] == ["id", "title"]
    assert schema_of(FILES["playlist"])["$defs"]["ExcerptPart"]["required"] == ["file"]


def test_every_value_is_described() -> None:
    for model in FILES.values():
        schema = schema_of(model)
        for part in (schema, *schema["$defs"].values()):
            assert all(value.get("description") for value in part["properties"].values())


def test_written_to_a_folder(tmp_path: Path) -> None:
    main(tmp_path / "schema")
    names = sorted(each.name for each in (tmp_path / "schema").iterdir())
    assert names == ["kiosk.schema.json", "loop.schema.json", "playlist.schema.json"]
    assert json.loads((tmp_path / "schema" / names[0]).read_text("utf-8"))["description"] == "An exhibition."
