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
from kiosk.exhibition.loop import ExcerptItem, FileItem, Loop, LoopItem
from kiosk.exhibition.programme import stretch_of
from kiosk.health.contents.found import FilmPlaces, Found

NOWHERE = Fields(Mark("kiosk.yaml"))


@dataclass(frozen=True, slots=True)
class Played:
    """A stretch of a file: in and out points in seconds, ``end`` None for the file's end; named at ``way`` in ``root``.

    ``name``: the file as an installer calls it. ``gain_db``: what is wanted on top of its level. ``muted``: it is shown
    without sound. ``on_itself``: it follows upon itself in the loop, with a cut.
    """

    file: Path
    name: str
    start: float = 0.0
    end: float | None = None
    gain_db: float = 0.0
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
    repeated = _repeated(exhibition)
    places = FilmPlaces(loaded)
    found: list[Played] = []
    for film in exhibition.playlist.films:
        ways = _excerpt_ways(places, film.id)
        for excerpt in film.excerpts:
            root, way = ways.get(excerpt.id, (NOWHERE, ()))
            own = Played(
                excerpt.file,
                _name(exhibition, excerpt.file),
                *_points(excerpt.start, excerpt.end),
                gain_db=excerpt.gain_db,
                on_itself=(film.id, excerpt.id) in repeated,
                root=root,
                way=(*way, "file"),
            )
            found.append(own)
            for kind, file in excerpt.versions.items():
                version = Played(file, _name(exhibition, file), gain_db=excerpt.gain_db, root=root)
                found.append(replace(version, way=(*way, "versions", kind)))
    return [*found, *_of_loop(loaded, exhibition)]


def _repeated(exhibition: Exhibition) -> frozenset[tuple[str, str]]:
    """The excerpts that follow upon themselves in the loop, as visitors see them: film and excerpt."""
    return frozenset(
        (item.film, item.excerpt)
        for item, on_itself in _items(exhibition.loop)
        if on_itself and isinstance(item, ExcerptItem) and not _is_cut_anew(item, exhibition)
    )


def _of_loop(loaded: Loaded, exhibition: Exhibition) -> Iterator[Played]:
    """Files that the loop names itself, and what it shows of excerpts that visitors see with other points."""
    places = _loop_places(loaded)
    root: Node = loaded.root or NOWHERE
    for item, on_itself in _items(exhibition.loop):
        if not (isinstance(item, FileItem) or (isinstance(item, ExcerptItem) and _is_cut_anew(item, exhibition))):
            continue
        shown = stretch_of(item, exhibition.playlist)
        assert shown is not None
        name = _name(exhibition, shown.file)
        written = (name, False) if isinstance(item, FileItem) else (f"{item.film}/{item.excerpt}", True)
        where = places.get(written, (root, ("loop",)))
        yield Played(
            shown.file,
            name,
            *_points(shown.start, shown.end),
            gain_db=shown.gain_db if isinstance(shown, Excerpt) else 0.0,
            muted=not exhibition.sound.loop,
            on_itself=on_itself,
            root=where[0],
            way=where[1],
        )


def _is_cut_anew(item: ExcerptItem, exhibition: Exhibition) -> bool:
    """Whether the loop shows another part of the excerpt than visitors see."""
    film = exhibition.playlist.film(item.film)
    excerpt = film.excerpt(item.excerpt) if film else None
    return excerpt is not None and item.of(excerpt) != excerpt


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


def _loop_places(loaded: Loaded) -> dict[tuple[str, bool], tuple[Node, Way]]:
    """Where each file of a loop is named, by what it is called there, and each excerpt that is cut anew: (…, True).

    Lists and folders name none in YAML. A loop in the settings, as the panel writes it, comes before those in files.
    """
    found: dict[tuple[str, bool], tuple[Node, Way]] = {}
    written: list[tuple[Node, Way]] = [(loaded.root, ("loop", "items"))] if loaded.root else []
    for root, items in (*written, *((each, ("items",)) for each in loaded.roots.values())):
        for number, item in items_at(root, items):
            cut = child(item, "start") or child(item, "end")
            for kind in ("file", "excerpt"):
                named = child(item, kind)
                if isinstance(named, Scalar) and (kind == "file" or cut):
                    name = unicodedata.normalize("NFC", named.text).removeprefix("./")
                    found.setdefault((name, kind == "excerpt"), (root, (*items, number, kind)))
    return found


def _name(exhibition: Exhibition, file: Path) -> str:
    inside = file.relative_to(exhibition.media) if file.is_relative_to(exhibition.media) else file
    return unicodedata.normalize("NFC", inside.as_posix())
