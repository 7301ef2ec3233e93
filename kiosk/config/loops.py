"""From loop files, folders of media and foreign playlists to the loop of the exhibition."""

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from kiosk.config.checking import check
from kiosk.config.languages import take_down_texts
from kiosk.config.media_folder import FILMS, PICTURES, MediaFolder, natural
from kiosk.config.models.loop import (
    CardItemPart,
    ExcerptItemPart,
    FileItemPart,
    ItemPart,
    LoopFile,
    LoopItemPart,
    RandomItemPart,
    StillItemPart,
)
from kiosk.config.notebook import Notebook, numbered
from kiosk.config.problems import did_you_mean, quoted
from kiosk.config.reader import read_fields
from kiosk.config.tree import Fields, Node, Way
from kiosk.exhibition.film import NO_FILMS, Playlist
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, Item, Loop, LoopItem, RandomItem, StillItem

LOOP_FILES = (".yaml", ".yml")
FOREIGN = (".m3u", ".m3u8", ".xspf")
STILL_STANDS = timedelta(seconds=8)


def default_loop(playlist: Playlist) -> Loop:
    """All excerpts of the films that are not strong."""
    return Loop(
        tuple(
            ExcerptItem(film.id, excerpt.id) for film in playlist.films if not film.strong for excerpt in film.excerpts
        )
    )


def strong_files(playlist: Playlist) -> frozenset[Path]:
    """The media files of strong films that no other film has too."""
    strong: set[Path] = set()
    others: set[Path] = set()
    for film in playlist.films:
        for excerpt in film.excerpts:
            (strong if film.strong else others).update((excerpt.file, *excerpt.versions.values()))
    return frozenset(strong - others)


@dataclass(slots=True)
class LoopReader:
    """Reads a loop and the loops inside it.

    ``playlist`` None: it could not be read, so nothing is said about excerpts. ``written``: the excerpts
    that its file names, ``film/excerpt``. ``_inside``: the files that are being read, against circles.
    """

    notebook: Notebook
    media: MediaFolder
    playlist: Playlist | None
    written: frozenset[str] = frozenset()
    _inside: list[str] = field(default_factory=list)
    _done: dict[str, Loop | None] = field(default_factory=dict)

    def read(self, name: str, root: Node, way: Way, otherwise: str) -> Loop | None:
        """The loop called ``name`` at ``way`` in the file of ``root``, None if it cannot be used.

        ``otherwise``: what the kiosk does then, as a sentence.
        """
        name = posixpath.normpath(name)
        path = self.notebook.folder / name
        suffix = path.suffix.lower()
        is_folder = os.path.isdir(path)
        if not is_folder and suffix not in (*LOOP_FILES, *FOREIGN):
            message = f"must be a .yaml, .m3u, .m3u8 or .xspf file or a folder of media, not {quoted(name)}."
        elif name in self._inside:
            message = f"{quoted(name)} leads back to itself."
        else:
            self.notebook.opened(name)
            if is_folder:
                return self._folder(name, path, root, way, otherwise)
            if os.path.isfile(path) and suffix in LOOP_FILES:
                return self._file(name, root, way, otherwise)
            if os.path.isfile(path):
                self.notebook.note(root, way, f"{suffix} files are not played yet. {otherwise}", "notice")
                return None
            message = f"{quoted(name)} is not there."
        self.notebook.note(root, way, f"{message} {otherwise}")
        return None

    def _file(self, name: str, root: Node, way: Way, otherwise: str) -> Loop | None:
        if name not in self._done:
            self._done[name] = self._parsed(name)
        loop = self._done[name]
        if loop is None or not loop.items:
            if self.playlist is not None or loop is None:
                self.notebook.note(root, way, f"{quoted(name)} has no item that can be played. {otherwise}")
            return None
        return loop

    def _parsed(self, name: str) -> Loop | None:
        reading = read_fields(self.notebook.folder / name, name, otherwise="It is left aside.")
        self.notebook.extend(reading.problems)
        if reading.root is None:
            return None
        checked = check(LoopFile, reading.root, self.media)
        self.notebook.extend(checked.problems)
        take_down_texts(reading.root, checked.model, self.notebook)
        self._inside.append(name)
        items = tuple(self._items(reading.root, checked.model))
        self._inside.pop()
        model = checked.model
        return Loop(items, cast(Any, model.order), cast(Any, model.transition), model.crossfade)

    def _items(self, root: Fields, model: LoopFile) -> Iterator[Item]:
        for way, part in numbered(root, ("items",), model.items):
            if (item := self._item(root, way, part)) is not None:
                yield item

    def _item(self, root: Fields, way: Way, part: ItemPart) -> Item | None:
        match part:
            case FileItemPart():
                return FileItem(part.file, part.start, part.end, part.repeat, part.on)
            case StillItemPart():
                return StillItem(part.still, part.duration, part.on)
            case CardItemPart():
                return CardItem(part.card.title, part.card.text, part.duration, part.on)
            case RandomItemPart():
                return RandomItem(part.random, part.on)
            case ExcerptItemPart():
                return self._excerpt(root, (*way, "excerpt"), part)
            case LoopItemPart():
                loop = self.read(part.loop, root, (*way, "loop"), part.without)
                return LoopItem(loop, part.on) if loop else None
        return None

    def _excerpt(self, root: Fields, way: Way, part: ExcerptItemPart) -> ExcerptItem | None:
        film_id, _, excerpt_id = part.excerpt.partition("/")
        if self.playlist is None:
            return None
        film = self.playlist.film(film_id)
        if film and not excerpt_id and film.excerpts:
            excerpt_id = film.excerpts[0].id
        if film and film.excerpt(excerpt_id):
            return ExcerptItem(film_id, excerpt_id, part.repeat, part.on)
        message = f"{quoted(part.excerpt)} is no excerpt of the playlist. {part.without}"
        if part.excerpt in self.written:
            message = f"{quoted(part.excerpt)} was left out of the playlist. {part.without}"
        else:
            known = [f"{each.id}/{excerpt.id}" for each in self.playlist.films for excerpt in each.excerpts]
            message += did_you_mean(part.excerpt, known)
        self.notebook.note(root, way, message)
        return None

    def _folder(self, name: str, path: Path, root: Node, way: Way, otherwise: str) -> Loop | None:
        if not self._inside_media(path):
            self.notebook.note(root, way, f"the folder {quoted(name)} is not in {self.media.name}. {otherwise}")
            return None
        items = tuple(self._media_in(name, path, root, way))
        if not items:
            self.notebook.note(root, way, f"there are no films and no stills in {quoted(name)}. {otherwise}")
            return None
        return Loop(items)

    def _media_in(self, called: str, folder: Path, root: Node, way: Way) -> Iterator[Item]:
        """Films and stills, ``clip 2`` before ``clip 10``; what begins with a dot is hidden or a Mac's shadow file.

        Nobody has said of a strong film's excerpt that it shall be shown to people who did not choose it.
        """
        strong = strong_files(self.playlist or NO_FILMS)
        try:
            names = sorted(os.listdir(folder), key=natural)
        except OSError:
            return
        for name in names:
            path = folder / name
            if name.startswith(".") or not os.path.isfile(path) or not self._inside_media(path):
                continue
            shown = quoted(f"{called}/{name}", 120)
            if self.media.arriving(path):
                self.media.missing.add(path)
            elif path in strong:
                message = f"{shown} belongs to a strong film and is left out. A loop file can name it all the same."
                self.notebook.note(root, way, message, "notice")
            elif path.suffix.lower() in FILMS:
                yield FileItem(path)
            elif path.suffix.lower() in PICTURES and (reason := self.media.flaw(path)):
                self.notebook.note(root, way, f"{shown} {reason} It is left out.")
            elif path.suffix.lower() in PICTURES:
                yield StillItem(path, STILL_STANDS)

    def _inside_media(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.media.path.resolve())
