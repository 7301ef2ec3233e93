"""What README.md and docs/ say: every setting, verb, folder and benchmark that is there, and none that is not."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli.main import VERBS
from kiosk.config.font_files import WEIGHTS
from kiosk.config.keys import KEY_NAMES
from kiosk.visit.keys import ACTIONS
from tests.bench.__main__ import NAMES

ROOT = Path(__file__).parents[2]
README, SETTINGS = "README.md", "docs/exhibition.md"
LOCAL_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")
OWN_TABLES = ("films", "excerpts", "items")
"""What these lists hold has a table of its own."""
WITHOUT_LINE = {"exhibition", "screen", "sound", "idle", "panel"}
"""Parts whose own line would only say that they are there."""


def schema(name: str) -> dict[str, Any]:
    found = json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def settings(whole: dict[str, Any], part: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """All settings of a part of a schema with their defaults, by their ways from there: ``screen.inches``.

    ``OWN_TABLES`` are left out.
    """
    for name, value in part["properties"].items():
        yield f"{before}{name}", value.get("default")
        for below in parts_below(whole, value) if name not in OWN_TABLES else ():
            yield from settings(whole, below, f"{before}{name}.")


def parts_below(whole: dict[str, Any], value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The mappings that a value may be; texts by language are values, not mappings."""
    choices = [
        value,
        value.get("items", {}),
        *value.get("allOf", []),
        *value.get("oneOf", []),
        *value.get("anyOf", []),
        *value.get("patternProperties", {}).values(),
    ]
    for each in choices:
        if "$ref" in each:
            yield whole["$defs"][each["$ref"].removeprefix("#/$defs/")]
        elif each is not value and "properties" in each:
            yield each
        elif each is not value and ("oneOf" in each or "anyOf" in each):
            yield from parts_below(whole, each)


def written_settings() -> dict[str, dict[str, str]]:
    """The defaults as they are written, by the head of their tables and by name."""
    found: dict[str, dict[str, str]] = {}
    head = ""
    for line in (ROOT / SETTINGS).read_text("utf-8").splitlines():
        cells = [each.strip() for each in line.strip("|").split(" | ")] if line.startswith("|") else []
        if not cells:
            head = ""
        elif not head:
            head = cells[0] if len(cells) > 1 and cells[1] == "default" else "another table"
        elif head != "another table" and not line.startswith("|-"):
            table = found.setdefault(head, {})
            name = cells[0].strip("`")
            assert name not in table, f"{name} is explained twice"
            table[name] = cells[1]
            assert len(cells) > 1
    return found


def test_every_setting_is_explained_once() -> None:
    kiosk, playlist, loop = schema("kiosk"), schema("playlist"), schema("loop")
    items = [part for name, part in loop["$defs"].items() if name.endswith("ItemPart")]
    expected = {
        "`kiosk.yaml`": {name for name, _ in settings(kiosk, kiosk)} - WITHOUT_LINE,
        "a playlist": set(playlist["properties"]),
        "a film": {name for name, _ in settings(playlist, playlist["$defs"]["FilmPart"])},
        "an excerpt": set(playlist["$defs"]["ExcerptPart"]["properties"]),
        "a loop": set(loop["properties"]),
        "an item": {name for part in items for name, _ in settings(loop, part)},
    }
    deep = {"screen.inches", "sound.level.usual", "hours.when_closed.run.close", "fonts.light"}
    assert deep < expected["`kiosk.yaml`"]
    assert {"screenings.at", "rights.from", "content_note.strong", "excerpts"} < expected["a film"]
    assert {head: sorted(table) for head, table in written_settings().items()} == {
        head: sorted(names) for head, names in expected.items()
    }


def test_defaults_are_those_of_the_schemas() -> None:
    kiosk, playlist, loop = schema("kiosk"), schema("playlist"), schema("loop")
    tables = written_settings()
    for head, found in {
        "`kiosk.yaml`": settings(kiosk, kiosk),
        "a film": settings(playlist, playlist["$defs"]["FilmPart"]),
        "an excerpt": settings(playlist, playlist["$defs"]["ExcerptPart"]),
        "a loop": settings(loop, loop),
    }.items():
        for name, default in found:
            if default is not None and name in tables[head]:
                said = f"`{str(default).lower() if isinstance(default, bool) else default}`"
                assert tables[head][name] == said, name


def test_fonts_actions_and_keys_are_named() -> None:
    text = (ROOT / SETTINGS).read_text("utf-8")
    spoken = set(re.findall(r"`([^`\n]+)`", text))
    assert {f"fonts.{each}" for each in WEIGHTS} <= spoken
    assert set(ACTIONS) <= spoken
    ranged = re.compile(r"[b-y1-8]|f([2-9]|1\d|2[0-3])|keypad [1-8]")
    assert {each for each in KEY_NAMES if not ranged.fullmatch(each)} <= spoken


def test_readme_has_every_verb_in_its_table() -> None:
    rows = re.findall(r"^\| `\./run( [a-z]+)?", (ROOT / README).read_text("utf-8"), re.MULTILINE)
    assert {each.strip() or "run" for each in rows} == {*VERBS, "test"}


@pytest.mark.parametrize(
    "paper", [README, *(each.relative_to(ROOT).as_posix() for each in sorted((ROOT / "docs").glob("*.md")))]
)
def test_links_lead_somewhere(paper: str) -> None:
    text = (ROOT / paper).read_text("utf-8")
    for path, anchor in LOCAL_LINK.findall(text):
        target = (ROOT / paper).parent / path if path else ROOT / paper
        assert target.exists(), f"{path} is not there"
        if anchor:
            assert anchor in anchors(target.read_text("utf-8")), f"{path}#{anchor} is not there"


def anchors(text: str) -> set[str]:
    """Of the headings, as they are made of their words where the page is shown."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


def test_architecture_names_only_what_is_there() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    named = set(re.findall(r"`([\w/]+\.py)`", text))
    assert len(named) > 80
    files = [f"/{each.relative_to(ROOT)}" for folder in ("kiosk", "tests") for each in (ROOT / folder).rglob("*.py")]
    assert [each for each in sorted(named) if not any(file.endswith(f"/{each}") for file in files)] == []


def test_architecture_has_every_folder_and_every_benchmark() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    folders = {f"kiosk/{each.name}/" for each in (ROOT / "kiosk").iterdir() if each.is_dir() and each.name[0] != "_"}
    assert set(re.findall(r"^\| `(kiosk/\w+/)` \|", text, re.MULTILINE)) == folders
    listed = text.partition("python -m tests.bench")[2].partition("What they found")[0]
    assert set(re.findall(r"`(\w+)`", listed)) == set(NAMES)
