"""Everything that an exhibition plays, and where that was written."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from kiosk.config.load import Loaded
from kiosk.config.problems import Problem
from kiosk.config.tree import Fields, Mark, Node, Scalar, Way, child, items_at, mark_of, written
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt
from kiosk.exhibition.loop import ExcerptItem, FileItem, Loop, LoopItem, RandomItem
from kiosk.health.contents.found import FilmPlaces, Found

NOWHERE = Fields(Mark("kiosk.yaml"))


@dataclass(frozen=True, slots=True)
class Played:
    """A stretch of a file: in and out points in seconds, ``end`` None for the file's end; named at ``way`` in ``root``.

    ``name``: the file as an installer calls it. ``gain_db``: what is wanted on top of its level. ``for_visitors``: they
    can choose it. ``in_loop``: the loop shows it, without sound if that is ``muted``; ``on_itself``: it follows upon
    itself there, with a cut.
    """

    file: Path
    name: str
    start: float = 0.0
    end: float | None = None
    gain_db: float = 0.0
    for_visitors: bool = True
    in_loop: bool = False
    muted: bool = False
    on_itself: bool = False
    root: Node = field(default_factory=lambda: NOWHERE)
    way: Way = ()

    @property
    def stretch(self) -> tuple[Path, float, float | None]:
        return self.file, self.start, self.end

    @property
    def mark(self) -> Mark:
        """Where the file is named."""
        return mark_of(self.root, self.way)

    def problem(self, found: Found, remedy: str) -> Problem:
        """What was found, with the file's name before it and at the place where the file is named."""
        mark, message = self.mark, f"{self.name} {found.message}"
        return Problem(
            mark.file, mark.line, mark.column, written(self.way), message, found.severity, found.code, remedy
        )


def everything_played(loaded: Loaded) -> list[Played]:
    """Every excerpt, every version and every item of the loop that is a file, in this order.

    A version counts as a whole: whether it is cut like its excerpt is found out when it is played.
    """
    exhibition = loaded.exhibition
    if exhibition is None:
        return []
    loop = _Looped(exhibition)
    places = FilmPlaces(loaded)
    found: list[Played] = []
    for film in exhibition.playlist.films:
        ways = _excerpt_ways(places, film.id)
        for excerpt in film.excerpts:
            root, way = ways.get(excerpt.id, (NOWHERE, ()))
            own = replace(loop.seen(film.id, excerpt, strong=film.strong), root=root, way=(*way, "file"))
            found.append(own)
            for kind, file in excerpt.versions.items():
                version = Played(file, _name(exhibition, file), gain_db=excerpt.gain_db, root=root)
                found.append(replace(version, way=(*way, "versions", kind)))
    return [*found, *_loop_files(loaded, exhibition)]


class _Looped:
    """Which excerpts the loop shows, and how."""

    def __init__(self, exhibition: Exhibition) -> None:
        self._exhibition = exhibition
        items = list(_items(exhibition.loop))
        self._draws = any(isinstance(each, RandomItem) for each, _ in items)
        self._shown: dict[tuple[str, str], bool] = {}
        for item, on_itself in items:
            if isinstance(item, ExcerptItem):
                key = (item.film, item.excerpt)
                self._shown[key] = on_itself or self._shown.get(key, False)

    def seen(self, film: str, excerpt: Excerpt, *, strong: bool) -> Played:
        """The excerpt's own file; its place is not known yet."""
        return Played(
            excerpt.file,
            _name(self._exhibition, excerpt.file),
            *_points(excerpt.start, excerpt.end),
            gain_db=excerpt.gain_db,
            in_loop=(film, excerpt.id) in self._shown or (self._draws and not strong),
            on_itself=self._shown.get((film, excerpt.id), False),
        )


def _loop_files(loaded: Loaded, exhibition: Exhibition) -> Iterator[Played]:
    places = _loop_places(loaded)
    root: Node = loaded.root or NOWHERE
    for item, on_itself in _items(exhibition.loop):
        if isinstance(item, FileItem):
            name = _name(exhibition, item.file)
            where = places.get(name, (root, ("loop",)))
            yield Played(
                item.file,
                name,
                *_points(item.start, item.end),
                for_visitors=False,
                in_loop=True,
                muted=not exhibition.sound.loop,
                on_itself=on_itself,
                root=where[0],
                way=where[1],
            )


def _items(loop: Loop) -> Iterator[tuple[object, bool]]:
    """All items, those of loops inside it too; and whether one follows upon itself with a cut."""
    alone = len(loop.items) == 1
    for item in loop.items:
        if isinstance(item, LoopItem):
            yield from _items(item.loop)
        else:
            repeats = alone or getattr(item, "repeat", 1) > 1
            yield item, repeats and loop.transition == "cut"


def _points(start: timedelta, end: timedelta | None) -> tuple[float, float | None]:
    return start.total_seconds(), end.total_seconds() if end is not None else None


def _excerpt_ways(places: FilmPlaces, film: str) -> dict[str, tuple[Node, Way]]:
    found: dict[str, tuple[Node, Way]] = {}
    for number, node in places.items(film, "excerpts"):
        excerpt_id = child(node, "id")
        name = excerpt_id.text if isinstance(excerpt_id, Scalar) else f"excerpt-{number + 1}"
        root, way = places.way(film)
        found.setdefault(name, (root, (*way, "excerpts", number)))
    return found


def _loop_places(loaded: Loaded) -> dict[str, tuple[Node, Way]]:
    """Where each file of a loop is named, by what it is called there. Lists and folders name none in YAML."""
    found: dict[str, tuple[Node, Way]] = {}
    for root in loaded.roots.values():
        for number, item in items_at(root, ("items",)):
            file = child(item, "file")
            if isinstance(file, Scalar):
                name = unicodedata.normalize("NFC", file.text)
                found.setdefault(name.removeprefix("./"), (root, ("items", number, "file")))
    return found


def _name(exhibition: Exhibition, file: Path) -> str:
    inside = file.relative_to(exhibition.media) if file.is_relative_to(exhibition.media) else file
    return unicodedata.normalize("NFC", inside.as_posix())
