"""A folder of media as a loop."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.config.media_folder import FILMS, PICTURES, MediaFolder
from kiosk.config.notebook import Notebook
from kiosk.config.paths import natural
from kiosk.config.problems import quoted
from kiosk.config.tree import Node, Way
from kiosk.exhibition.film import Playlist
from kiosk.exhibition.loop import STILL_STANDS, FileItem, Item, Loop, StillItem

_HALF_COPIED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp")
"""What browsers and copying programs add to the name of a file that is not whole yet, some before its ending."""


def strong_files(playlist: Playlist) -> frozenset[Path]:
    """The media files of strong films that no other film has too."""
    strong: set[Path] = set()
    others: set[Path] = set()
    for film in playlist.films:
        for excerpt in film.excerpts:
            (strong if film.strong else others).update((excerpt.file, *excerpt.versions.values()))
    return frozenset(strong - others)


def is_whole(path: Path) -> bool:
    """Whether a film or still of that name is to be shown: not hidden, no shadow that a Mac leaves, not half copied."""
    ending = path.suffix.lower()
    named = ending in (*FILMS, *PICTURES) and not path.name.startswith((".", "~"))
    return named and not path.stem.lower().endswith(_HALF_COPIED)


@dataclass(frozen=True, slots=True)
class FolderReader:
    """Reads folders as loops. Nobody has said of a strong film's excerpt that it shall be shown to people who did not
    choose it, so it is left out."""

    notebook: Notebook
    media: MediaFolder
    strong: frozenset[Path]

    def read(self, name: str, root: Node, way: Way, otherwise: str) -> Loop | None:
        """The loop in the folder ``name``, named at ``way`` in the file of ``root``; None if there is nothing in it."""
        path = self.notebook.folder / name
        if not path.resolve().is_relative_to(self.media.path.resolve()):
            self.notebook.note(root, way, f"the folder {quoted(name)} is not in {self.media.name}. {otherwise}")
            return None
        items = tuple(self._items(name, path, root, way))
        if not items:
            self.notebook.note(root, way, f"there are no films and no stills in {quoted(name)}. {otherwise}")
            return None
        return Loop(items)

    def _items(self, called: str, folder: Path, root: Node, way: Way) -> Iterator[Item]:
        """Films and stills, ``clip 2`` before ``clip 10``."""
        try:
            names = sorted(os.listdir(folder), key=natural)
        except OSError:
            return
        for name in names:
            path = folder / name
            shown = quoted(f"{called}/{name}", 120)
            if not is_whole(path) or not path.is_file() or not self.media.contains(path):
                continue
            if self.media.arriving(path):
                self.media.missing.add(path)
            elif path in self.strong:
                message = f"{shown} belongs to a strong film and is left out. A loop file can name it all the same."
                self.notebook.note(root, way, message, "notice")
            elif path.suffix.lower() in FILMS:
                yield FileItem(path)
            elif reason := self.media.flaw(path):
                self.notebook.note(root, way, f"{shown} {reason} It is left out.")
            else:
                yield StillItem(path, STILL_STANDS)
