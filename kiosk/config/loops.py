"""From loop files, folders of media and foreign playlists to the loop of the exhibition."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Literal, cast

from kiosk.config.checking import check
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
from kiosk.exhibition.film import Playlist
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


@dataclass(slots=True)
class LoopReader:
    """Reads a loop and the loops inside it. ``_inside``: the files that are being read, against circles."""

    notebook: Notebook
    media: MediaFolder
    playlist: Playlist
    _inside: list[str] = field(default_factory=list)

    def read(self, name: str, root: Node, way: Way, otherwise: str) -> Loop | None:
        """The loop called ``name`` at ``way`` in the file of ``root``, None if it cannot be used.

        ``otherwise``: what the kiosk does then, as a sentence.
        """
        path = self.notebook.folder / name
        suffix = path.suffix.lower()
        message = ""
        if name in self._inside:
            message = f"{quoted(name)} leads back to itself."
        elif path.is_dir():
            return self._folder(name, path, root, way, otherwise)
        elif suffix in FOREIGN:
            self.notebook.opened(name)
            if path.is_file():
                self.notebook.note(root, way, f"{suffix} files are not played yet. {otherwise}", "notice")
                return None
            message = f"{quoted(name)} is not there."
        elif suffix not in LOOP_FILES:
            message = f"must be a .yaml, .m3u, .m3u8 or .xspf file or a folder of media, not {quoted(name)}."
        elif not path.is_file():
            self.notebook.opened(name)
            message = f"{quoted(name)} is not there."
        if message:
            self.notebook.note(root, way, f"{message} {otherwise}")
            return None
        return self._file(name, otherwise)

    def _file(self, name: str, otherwise: str) -> Loop | None:
        reading = read_fields(self.notebook.opened(name), name, otherwise=otherwise)
        self.notebook.extend(reading.problems)
        if reading.root is None:
            return None
        checked = check(LoopFile, reading.root, self.media)
        self.notebook.extend(checked.problems)
        self._inside.append(name)
        items = tuple(self._items(reading.root, checked.model))
        self._inside.pop()
        model = checked.model
        return Loop(
            items,
            cast(Literal["listed", "shuffle"], model.order),
            cast(Literal["cut", "crossfade"], model.transition),
            model.crossfade,
        )

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
        film = self.playlist.film(film_id)
        if film and not excerpt_id and film.excerpts:
            excerpt_id = film.excerpts[0].id
        if film and film.excerpt(excerpt_id):
            return ExcerptItem(film_id, excerpt_id, part.repeat, part.on)
        known = [f"{each.id}/{excerpt.id}" for each in self.playlist.films for excerpt in each.excerpts]
        self.notebook.note(
            root,
            way,
            f"{quoted(part.excerpt)} is no excerpt of the playlist. {part.without}{did_you_mean(part.excerpt, known)}",
        )
        return None

    def _folder(self, name: str, path: Path, root: Node, way: Way, otherwise: str) -> Loop | None:
        if not path.resolve().is_relative_to(self.media.path.resolve()):
            self.notebook.note(root, way, f"the folder {quoted(name)} is not in {self.media.name}. {otherwise}")
            return None
        self.notebook.opened(name)
        items: list[Item] = []
        for each in sorted(path.iterdir(), key=lambda each: natural(each.name)):
            suffix = each.suffix.lower()
            if each.name.startswith(".") or not each.is_file():
                continue
            if not each.resolve().is_relative_to(self.media.path.resolve()):
                continue
            if suffix in FILMS:
                items.append(FileItem(each))
            elif suffix in PICTURES:
                items.append(StillItem(each, STILL_STANDS))
        if not items:
            self.notebook.note(root, way, f"there are no films and no stills in {quoted(name)}. {otherwise}")
            return None
        return Loop(tuple(items))
