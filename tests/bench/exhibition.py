"""The exhibition that is benchmarked: made on the fly around clips that the benchmarks made."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from tests.journeys.exhibitions import write_yaml

SYNOPSIS = (
    "A film that was made to be measured. Waves drift across the picture, discs run through them on rounds of their "
    "own, and over all lies grain that is fresh in every frame, so that a decoder has as much to do as with a camera's "
    "picture. Nobody would choose to watch it; it is honest work all the same."
)


@dataclass(frozen=True, slots=True)
class Showing:
    """A film of the exhibition with one excerpt: ``file``, shown whole or for its first ``seconds``."""

    film_id: str
    file: Path
    seconds: int | None = None


def write_exhibition(folder: Path, showings: Sequence[Showing], loop: Path) -> Path:
    """Fill ``folder`` with kiosk.yaml, playlists and media; the loop plays ``loop``. Answers the folder."""
    media = folder / "media"
    (media / "stills").mkdir(parents=True)
    (folder / "playlists").mkdir()
    for file in {loop, *(each.file for each in showings)}:
        _place(file, media / file.name)
    for index, each in enumerate(showings):
        _still(media / "stills" / f"{each.film_id}.jpg", index)
    write_yaml(folder / "playlists" / "films.yaml", {"films": [_film(each) for each in showings]})
    write_yaml(folder / "playlists" / "loop.yaml", {"items": [{"file": loop.name}]})
    write_yaml(
        folder / "kiosk.yaml",
        {
            "exhibition": {"title": {"en": "Benchmark", "ar": "قياس الأداء"}},
            "languages": ["en", "ar"],
            "playlist": "playlists/films.yaml",
            "loop": "playlists/loop.yaml",
            "media": "media/",
            "idle": {"browse": "1:00:00", "reading": "1:00:00", "warning": "30 s"},
        },
    )
    return folder


def _film(showing: Showing) -> dict[str, object]:
    excerpt: dict[str, object] = {"id": "whole", "file": showing.file.name, "kind": "excerpt"}
    if showing.seconds:
        excerpt["end"] = f"{showing.seconds} s"
    return {
        "id": showing.film_id,
        "title": {"en": showing.film_id.replace("-", " ").capitalize(), "ar": "فيلم القياس"},
        "director": {"en": "Nobody", "ar": "لا أحد"},
        "year": 2026,
        "synopsis": {"en": SYNOPSIS, "ar": "فيلم صُنع ليُقاس."},
        "still": f"stills/{showing.film_id}.jpg",
        "excerpts": [excerpt],
    }


def _still(path: Path, index: int) -> None:
    picture = Image.new("RGB", (1920, 1080), (40 + 20 * (index % 8), 60, 80))
    draw = ImageDraw.Draw(picture)
    for ring in range(12):
        draw.ellipse(
            (300 + 60 * ring, 90 + 30 * ring, 1620 - 60 * ring, 990 - 30 * ring), fill=(90 + 10 * ring, 80, 60)
        )
    picture.save(path, quality=88)


def _place(file: Path, at: Path) -> None:
    """A second name for the same file where the file system can do that, else a copy."""
    try:
        os.link(file, at)
    except OSError:
        shutil.copyfile(file, at)
