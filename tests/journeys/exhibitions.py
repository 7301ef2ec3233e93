"""Exhibitions of a few small films, written for one test each."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

Entry = dict[str, Any]

CLIP = "bar.mp4"


def film(film_id: str, file: str = CLIP, **more: Any) -> Entry:
    """A film of a playlist whose only excerpt is a whole file; ``more`` as in the playlist's YAML."""
    return {
        "id": film_id,
        "title": {"en": film_id.replace("-", " ").capitalize(), "ar": f"فيلم {film_id}"},
        "synopsis": {"en": "A bar crosses the picture.", "ar": "خطّ يعبر الصورة."},
        "excerpts": [{"id": "whole", "file": file}],
        **more,
    }


def long_text(language: str, paragraphs: int = 4) -> str:
    """Long numbered paragraphs, together more than a screen can hold."""
    words = {"en": "The bar goes on its way across the picture. ", "ar": "يمضي الخطّ في طريقه عبر الصورة. "}[language]
    return "\n\n".join(f"{number}. " + words * 16 for number in range(1, paragraphs + 1))


def write_exhibition(folder: Path, films: Sequence[Entry], clips: Sequence[Path], **settings: Any) -> Path:
    """Fill ``folder`` with kiosk.yaml, a playlist and copies of ``clips`` in its media; answers it."""
    (folder / "media").mkdir(parents=True)
    (folder / "playlists").mkdir()
    for clip in clips:
        shutil.copyfile(clip, folder / "media" / clip.name)
    write_yaml(folder / "playlists" / "films.yaml", {"films": list(films)})
    write_yaml(
        folder / "kiosk.yaml",
        {
            "exhibition": {"title": {"en": "Bars", "ar": "خطوط"}},
            "languages": ["en", "ar"],
            "playlist": "playlists/films.yaml",
            "media": "media/",
            **settings,
        },
    )
    return folder


def write_yaml(path: Path, content: object) -> None:
    """As an installer would have written it."""
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


IMPATIENT = {"browse": "2 s", "reading": "2 s", "warning": "2 s"}
"""``idle`` for tests that wait for "Still there?"."""
