"""From loop files, folders of media and foreign playlists to the loop of the exhibition."""

import os
import posixpath
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, cast

from kiosk.config.checking import check, plain
from kiosk.config.languages import take_down_texts
from kiosk.config.list_loops import READERS, ListLoopReader, stretches
from kiosk.config.media_folder import MediaFolder
from kiosk.config.media_loops import FolderReader, strong_files
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
from kiosk.config.tree import Fields, Items, Node, Way, child, find, written
from kiosk.exhibition.film import NO_FILMS, Playlist
from kiosk.exhibition.loop import (
    CardItem,
    ExcerptItem,
    FileItem,
    Item,
    Listed,
    Loop,
    LoopItem,
    RandomItem,
    StillItem,
)

LOOP_FILES = (".yaml", ".yml")

_OTHERWISE: Final = "All excerpts that are not strong are played instead."


def default_loop(playlist: Playlist) -> Loop:
    """All excerpts of the films that are not strong."""
    return Loop(
        tuple(
            ExcerptItem(film.id, excerpt.id) for film in playlist.films if not film.strong for excerpt in film.excerpts
        )
    )


@dataclass(slots=True)
class LoopReader:
    """Reads a loop and the loops inside it.

    ``playlist`` None: it could not be read, so nothing is said about excerpts. ``written``: the excerpts that its file
    names, ``film/excerpt``. ``hidden``: ids of the films that the panel hides; what a loop has of these is left out
    without a word. ``_inside``: the files that are being read, against circles.
    """

    notebook: Notebook
    media: MediaFolder
    playlist: Playlist | None
    written: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    _inside: list[str] = field(default_factory=list)
    _done: dict[str, Loop | None] = field(default_factory=dict)

    def of_exhibition(self, name: str | None, root: Fields) -> Loop:
        """The loop at ``loop`` in the settings: called ``name``, or written there; else all that is not strong."""
        loop: Loop | None = None
        listed: tuple[Listed, ...] = ()
        if isinstance(find(root, ("loop",)), Fields):
            loop = self._checked(root, ("loop",))
            listed = loop.listed
            if not loop.items:
                self.notebook.note(root, ("loop",), f"has no item that can be played. {_OTHERWISE}")
        elif name is not None:
            loop = self.read(name, root, ("loop",), _OTHERWISE)
        return loop if loop and loop.items else replace(default_loop(self.playlist or NO_FILMS), listed=listed)

    def read(self, name: str, root: Node, way: Way, otherwise: str) -> Loop | None:
        """The loop called ``name`` at ``way`` in the file of ``root``, None if it cannot be used.

        ``otherwise``: what the kiosk does then, as a sentence.
        """
        name = posixpath.normpath(name)
        path = self.notebook.folder / name
        suffix = path.suffix.lower()
        is_folder = os.path.isdir(path)
        if not is_folder and suffix not in (*LOOP_FILES, *READERS):
            message = f"must be a .yaml, .m3u, .m3u8 or .xspf file or a folder of media, not {quoted(name)}."
        elif name in self._inside:
            message = f"{quoted(name)} leads back to itself."
        else:
            self.notebook.opened(name)
            if is_folder:
                strong = strong_files(self.playlist or NO_FILMS)
                return FolderReader(self.notebook, self.media, strong).read(name, root, way, otherwise)
            if os.path.isfile(path):
                return self._file(name, root, way, otherwise)
            message = f"{quoted(name)} is not there."
        self.notebook.note(root, way, f"{message} {otherwise}")
        return None

    def _file(self, name: str, root: Node, way: Way, otherwise: str) -> Loop | None:
        if name not in self._done:
            is_list = Path(name).suffix.lower() in READERS
            self._done[name] = self._lists().read(name) if is_list else self._parsed(name)
        loop = self._done[name]
        if loop is None or not loop.items:
            if self.playlist is not None or loop is None:
                self.notebook.note(root, way, f"{quoted(name)} has no item that can be played. {otherwise}")
            return None
        return loop

    def _lists(self) -> ListLoopReader:
        return ListLoopReader(self.notebook, self.media, stretches(self.playlist or NO_FILMS))

    def _parsed(self, name: str) -> Loop | None:
        reading = read_fields(self.notebook.folder / name, name, otherwise="It is left aside.")
        self.notebook.extend(reading.problems)
        if reading.root is None:
            return None
        self.notebook.keep(name, reading.root)
        self._inside.append(name)
        loop = self._checked(reading.root, ())
        self._inside.pop()
        self.notebook.has_read(reading.root, "items")
        return loop

    def _checked(self, root: Fields, way: Way) -> Loop:
        """The loop at ``way``, where there is a mapping."""
        here = find(root, way)
        assert isinstance(here, Fields)
        as_written = _items_written(here)  # before what is wrong is taken out of it
        checked = check(LoopFile, here, self.media)
        model = checked.model
        for each in checked.problems:
            where = ".".join(part for part in (written(way), each.where) if part)
            self.notebook.extend([replace(each, where=where)])
        take_down_texts(root, model, self.notebook, way)
        skipped, found = set(), {}
        for item_way, part in numbered(root, (*way, "items"), model.items):
            number = int(item_way[-1])
            found[number] = self._item(root, item_way, part)
            skipped |= {number} if part.skip else set()
        listed = tuple(Listed(each, found.get(number)) for number, each in as_written.items())
        items = tuple(each for number, each in found.items() if each is not None and number not in skipped)
        return Loop(items, cast(Any, model.order), cast(Any, model.transition), model.crossfade, listed)

    def _item(self, root: Fields, way: Way, part: ItemPart) -> Item | None:
        match part:
            case FileItemPart():
                return FileItem(part.file, part.start, part.end, part.repeat, part.on, part.title)
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
        if self.playlist is None or film_id in self.hidden:
            return None
        film = self.playlist.film(film_id)
        if film and not excerpt_id and film.excerpts:
            excerpt_id = film.excerpts[0].id
        if film and film.excerpt(excerpt_id):
            return ExcerptItem(film_id, excerpt_id, part.repeat, part.on, part.start, part.end)
        message = f"{quoted(part.excerpt)} is no excerpt of the playlist. {part.without}"
        if part.excerpt in self.written:
            message = f"{quoted(part.excerpt)} was left out of the playlist. {part.without}"
        else:
            known = [f"{each.id}/{excerpt.id}" for each in self.playlist.films for excerpt in each.excerpts]
            message += did_you_mean(part.excerpt, known)
        self.notebook.note(root, way, message)
        return None


def _items_written(loop: Fields) -> dict[int, dict[str, Any]]:
    """The items of a loop as plain values, by their places; what is no mapping is none."""
    items = child(loop, "items")
    nodes = enumerate(items.nodes) if isinstance(items, Items) else ()
    return {number: plain(node) for number, node in nodes if isinstance(node, Fields)}
