"""A new exhibition: a complete small one, to be filled in."""

import shutil
from pathlib import Path
from typing import Final

import kiosk

TEMPLATE: Final = Path(kiosk.__file__).parent / "assets" / "new"
_FOLDERS: Final = ("media/clips", "media/stills", "playlists")
_SCHEMAS: Final = {
    "kiosk.yaml": "kiosk",
    "playlists/films.yaml": "playlist",
    "playlists/loop.yaml": "loop",
}
"""Files whose first line tells editors where the rules are."""


class NotEmpty(Exception):
    """There is something in the folder already; nothing is overwritten."""


def new_exhibition(folder: Path) -> list[Path]:
    """Write it into ``folder``, which may be missing or empty; answers the files.

    NotEmpty if anything is there, OSError if it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(f"{folder} is there already, and something is in it. Nothing is overwritten.")
    for each in _FOLDERS:
        (folder / each).mkdir(parents=True, exist_ok=True)
    written = []
    for source in sorted(TEMPLATE.rglob("*")):
        if source.is_file():
            name = source.relative_to(TEMPLATE).as_posix()
            shutil.copyfile(source, folder / name)
            written.append(folder / name)
    for name, schema in _SCHEMAS.items():
        _point_to_rules(folder / name, schema)
    return written


def _point_to_rules(file: Path, schema: str) -> None:
    rules = Path(kiosk.__file__).resolve().parents[1] / "docs" / "schema" / f"{schema}.schema.json"
    if rules.is_file():
        line = f"# yaml-language-server: $schema={rules.as_uri()}\n\n"
        file.write_text(line + file.read_text("utf-8"), "utf-8")
