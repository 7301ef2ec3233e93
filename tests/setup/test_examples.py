"""The examples of README.md and docs/exhibition.md: each can be shown as it stands."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import yaml

from kiosk.config.load import load_exhibition, with_caption_problems
from kiosk.config.media_folder import CAPTIONS, FILMS, PICTURES, TEXTS

ROOT = Path(__file__).parents[2]
README, SETTINGS = "README.md", "docs/exhibition.md"

KIOSK = {
    "exhibition": "exhibition: {title: Our films}\n",
    "languages": "languages: [en, ar]\n",
    "playlist": "playlist: playlists/films.yaml\n",
}
FILM = "films:\n  - id: return-to-homs\n    title: Return to Homs\n"
EXCERPTS = "    excerpts:\n      - {id: opening, file: clips/homs.mp4}\n"
CARD = "items:\n  - card: {title: Our films}\n"
STAND_INS: Final = {
    **dict.fromkeys((*FILMS, *PICTURES), ""),
    **dict.fromkeys(TEXTS, "Somebody sings.\n"),
    **dict.fromkeys(CAPTIONS, "WEBVTT\n\n00:30.000 --> 00:33.000\nSomebody sings.\n"),
    ".m3u8": "#EXTM3U\n../media/clips/homs.mp4\n",
}
"""What stands in for the files that examples name, by their endings; it is told what it is by what is in it."""
FONT = ROOT / "kiosk/assets/fonts/IBMPlexSansArabic_400Regular.ttf"


class Example(NamedTuple):
    """A block of YAML. ``head``: its first line, which says where it belongs."""

    paper: str
    line: int
    text: str

    @property
    def head(self) -> str:
        return self.text.partition("\n")[0]


def examples() -> list[Example]:
    found = []
    for paper in (README, SETTINGS):
        text = (ROOT / paper).read_text("utf-8")
        for match in re.finditer(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            found.append(Example(paper, text.count("\n", 0, match.start()) + 1, match[1]))
    return found


def test_there_are_examples() -> None:
    assert sum(each.paper == README for each in examples()) >= 1
    assert sum(each.paper == SETTINGS for each in examples()) >= 12


@pytest.mark.parametrize("example", examples(), ids=lambda each: f"{each.paper}:{each.line}")
def test_every_example_can_be_shown_as_it_stands(example: Example, tmp_path: Path) -> None:
    write_exhibition(tmp_path, example)
    loaded = with_caption_problems(load_exhibition(tmp_path))
    assert [str(each) for each in loaded.problems] == []
    assert loaded.exhibition is not None


def test_a_mistake_in_an_example_would_be_told(tmp_path: Path) -> None:
    write_exhibition(tmp_path, Example(SETTINGS, 1, "# kiosk.yaml\nscreen: {inch: 24}\n"))
    loaded = load_exhibition(tmp_path)
    assert [str(each) for each in loaded.problems] == [
        "kiosk.yaml:5:10  screen.inch: unknown key. Did you mean inches?"
    ]


def write_exhibition(folder: Path, example: Example) -> None:
    """A complete exhibition around an example, with stand-ins for the files that it names."""
    text, kiosk = example.text, dict(KIOSK)
    films = FILM + EXCERPTS
    loop = CARD
    match example.head:
        case "# kiosk.yaml":
            kiosk = {key: value for key, value in kiosk.items() if f"\n{key}:" not in text}
            kiosk["example"] = text
        case "# playlists/films.yaml":
            films = text
        case "# a film":
            films = FILM + "".join(f"    {line}" for line in text.splitlines(keepends=True))
        case "# playlists/loop.yaml":
            kiosk["loop"], loop = "loop: playlists/loop.yaml\n", text
        case head:
            pytest.fail(f"{example.paper}:{example.line}: {head} is not where something could stand")
    (folder / "playlists").mkdir()
    (folder / "kiosk.yaml").write_text("".join(kiosk.values()), "utf-8")
    (folder / "playlists/films.yaml").write_text(films, "utf-8")
    (folder / "playlists/loop.yaml").write_text(loop, "utf-8")
    (folder / "playlists/friday.yaml").write_text(CARD, "utf-8")
    stand_in(folder / "media/clips/homs.mp4")
    for value in scalars(yaml.load(text, yaml.BaseLoader)):
        put_stand_in(folder, value)


def put_stand_in(folder: Path, value: str) -> None:
    ending = Path(value).suffix.lower()
    if value.startswith("media/"):
        stand_in(folder / value / "clip.mp4")
    elif value.startswith("fonts/"):
        (folder / value).parent.mkdir(exist_ok=True)
        shutil.copy(FONT, folder / value)
    elif ending in STAND_INS and "://" not in value:
        stand_in(folder / value if value.startswith("playlists/") else folder / "media" / value)


def stand_in(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(STAND_INS[file.suffix.lower()], "utf-8")


def scalars(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for each in node.values():
            yield from scalars(each)
    elif isinstance(node, list):
        for each in node:
            yield from scalars(each)
    elif isinstance(node, str):
        yield node
