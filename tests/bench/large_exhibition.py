"""An exhibition of a thousand films: distinct stills, texts in two languages, and a loop of a thousand items."""

import os
import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw

from tests.bench.film import benchmark_film, cache_folder

FILMS = 1000
RECIPE = 1
"""Raised whenever what is made changes, so that an old folder in the cache is left alone."""

_ENGLISH = (
    "a family keeps filming while the street they grew up on changes around them the camera waits at the window and "
    "follows the bread the neighbours and the first songs of spring what begins as a diary becomes a memory that many "
    "share and nobody can carry alone until the last evening"
)
_ARABIC = (
    "عائلة تواصل التصوير بينما يتغير الشارع الذي نشأت فيه من حولها تنتظر الكاميرا عند النافذة وتتبع الخبز والجيران "
    "وأولى أغاني الربيع وما يبدأ يوميات يصبح ذاكرة يتقاسمها كثيرون ولا يحملها أحد وحده حتى المساء الأخير"
)


def large_exhibition() -> Path:
    """The folder, made at the first call (half a minute) and kept. Every call puts the playlist back as it was."""
    folder = cache_folder() / f"large-{RECIPE}"
    if not (folder / "kiosk.yaml").exists():
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "media" / "stills").mkdir(parents=True)
        (folder / "media" / "clips").mkdir()
        (folder / "playlists").mkdir()
        with ThreadPoolExecutor(os.cpu_count()) as workers:
            list(workers.map(lambda number: _still(folder, number), range(FILMS)))
        _write(folder / "playlists" / "loop.yaml", {"items": [_item(number) for number in range(FILMS)]})
        _write(
            folder / "kiosk.yaml",
            {
                "exhibition": {"title": {"en": "A thousand films", "ar": "ألف فيلم"}},
                "languages": ["en", "ar"],
                "playlist": "playlists/films.yaml",
                "loop": "playlists/loop.yaml",
                "idle": {"browse": "1:00:00", "reading": "1:00:00", "warning": "30 s"},
            },
        )
    for number in range(FILMS):
        _clip(folder / "media" / "clips" / f"{number:04}.mp4")
    _write(folder / "playlists" / "films.yaml", {"films": [_film(number) for number in range(FILMS)]})
    return folder


def _film(number: int) -> dict[str, Any]:
    dice = random.Random(number)

    def both(words: int) -> dict[str, str]:
        return {language: _sentence(dice, pool, words) for language, pool in (("en", _ENGLISH), ("ar", _ARABIC))}

    return {
        "id": f"film-{number:04}",
        "title": {"en": f"{_sentence(dice, _ENGLISH, 3)} {number}", "ar": f"{_sentence(dice, _ARABIC, 3)} {number}"},
        "director": both(2),
        "year": 1950 + number % 70,
        "running_time": f"{60 + number % 60} min",
        "medium": both(3),
        "language": both(4),
        "countries": both(2),
        "synopsis": both(55),
        "more": both(60),
        "still": f"stills/{number:04}.jpg",
        "content_note": {"seen": both(4)},
        "excerpts": [{"id": "opening", "title": both(3), "file": f"clips/{number:04}.mp4", "end": "0:10"}],
    }


def _sentence(dice: random.Random, pool: str, words: int) -> str:
    return " ".join(dice.choice(pool.split()) for _ in range(words)).capitalize()


def _item(number: int) -> dict[str, Any]:
    """Mostly excerpts of the films, here and there a stretch of a file or a still."""
    if number % 10 == 8:
        return {"file": f"clips/{number:04}.mp4", "start": "0:02", "end": "0:08"}
    if number % 10 == 9:
        return {"still": f"stills/{number:04}.jpg", "for": "5 s"}
    return {"excerpt": f"film-{number:04}/opening"}


def _still(folder: Path, number: int) -> None:
    """1920×1080 like a photograph's file, no two alike: some 300 KB, so that decoding costs what it does."""
    dice = random.Random(number)
    ground = Image.effect_noise((1920, 1080), 18).convert("RGB")
    tone = Image.new("RGB", ground.size, (dice.randrange(160), dice.randrange(160), dice.randrange(160)))
    picture = Image.blend(ground, tone, 0.7)
    draw = ImageDraw.Draw(picture)
    for _ in range(14):
        x, y = dice.randrange(1700), dice.randrange(900)
        draw.ellipse((x, y, x + 320, y + 260), fill=tuple(dice.randrange(256) for _ in range(3)))
    picture.save(folder / "media" / "stills" / f"{number:04}.jpg", quality=84)


def _clip(path: Path) -> None:
    """Another name for the benchmarks' film, which the kiosk cannot know to be the same."""
    if not path.exists():
        os.link(benchmark_film(20), path)


def _write(path: Path, content: object) -> None:
    text = yaml.dump(content, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
