"""In which order the items of a loop are shown."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from kiosk.exhibition.film import Excerpt, Playlist
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, Item, Loop, LoopItem, RandomItem, StillItem
from kiosk.exhibition.when import parse_when

Playable = ExcerptItem | FileItem | StillItem | CardItem
"""What can be put on the screen as it is; the other items stand for several of these."""

MAX_TRIES = 10_000


def stretch_of(piece: Playable, playlist: Playlist) -> FileItem | Excerpt | None:
    """What of a file a piece shows; None for stills and cards, and where there is no such excerpt any more."""
    if isinstance(piece, ExcerptItem):
        film = playlist.film(piece.film)
        excerpt = film.excerpt(piece.excerpt) if film else None
        return piece.of(excerpt) if excerpt else None
    return piece if isinstance(piece, FileItem) else None


class Dice(Protocol):
    """Where chance comes from: a ``random.Random``."""

    def shuffle(self, x: list[Any], /) -> None:
        """Put the list into any order."""
        ...


class Programme:
    """Goes through a loop without end, one item at a time.

    ``listed``: in the order of the file. ``shuffle``: everything once before anything twice, and never the
    same twice running where there is another. ``random`` draws anew at each pass. A nested loop is shown as
    a whole where it stands.
    """

    def __init__(self, loop: Loop, playlist: Playlist, rng: Dice) -> None:
        self._loop, self._rng = loop, rng
        self._drawn_from = tuple(
            ExcerptItem(film.id, excerpt.id) for film in playlist.films if not film.strong for excerpt in film.excerpts
        )
        self._now = datetime.min
        self._last: Playable | None = None
        self._shown = 0
        self._begun: list[Item] = []
        self._pass = self._items(loop)

    def next(self, now: datetime, usable: Callable[[Playable], bool]) -> Playable | None:
        """What is shown next at ``now`` (aware), None if nothing of a whole pass takes part and is ``usable``."""
        self._now = now
        tries = 0
        for _ in range(2):  # what is left of this pass, then a whole one
            for item in self._pass:
                if usable(item):
                    self._last = item
                    self._shown += 1
                    return item
                tries += 1
                if tries > MAX_TRIES:
                    return None
            self._begun = []
            self._pass = self._items(self._loop)
        return None

    def amended(self, loop: Loop, playlist: Playlist) -> "Programme":
        """This programme after its loop or the playlist was changed: what this pass has begun does not come again."""
        after = Programme(loop, playlist, self._rng)
        if (after._loop, after._drawn_from) == (self._loop, self._drawn_from):
            return self
        after._last, after._begun = self._last, list(self._begun)
        after._pass = after._items(replace(loop, items=_without(loop, self._begun)))
        return after

    def holds(self, piece: Playable) -> bool:
        """Whether it is in the loop, at any time."""
        return self._is_in(piece, self._loop)

    def _is_in(self, piece: Playable, loop: Loop) -> bool:
        return any(
            (isinstance(item, LoopItem) and self._is_in(piece, item.loop))
            or (isinstance(item, RandomItem) and piece in self._drawn_from)
            or item == piece
            for item in loop.items
        )

    def _items(self, loop: Loop, *, inside: bool = False) -> Iterator[Playable]:
        for item in self._shuffled(loop) if loop.order == "shuffle" else loop.items:
            if not inside:
                self._begun.append(item)
            if item.on is not None and not parse_when(item.on).includes(self._now):
                continue
            if isinstance(item, LoopItem):
                yield from self._items(item.loop, inside=True)
            elif isinstance(item, RandomItem):
                yield from self._draw(item.count)
            elif isinstance(item, (ExcerptItem, FileItem)):
                for _ in range(item.repeat):
                    yield item
            else:
                yield item

    def _shuffled(self, loop: Loop) -> Iterator[Item]:
        """Each item once; the choice is made as late as possible, so that it knows what was shown last."""
        left = list(loop.items)
        self._rng.shuffle(left)
        while left:
            others = (number for number, item in enumerate(left) if item != self._last)
            yield left.pop(next(others, 0))

    def _draw(self, count: int) -> Iterator[Playable]:
        """``count`` different excerpts that can be shown, or all there are."""
        candidates = [each for each in self._drawn_from if each != self._last]
        self._rng.shuffle(candidates)
        candidates += [each for each in self._drawn_from if each == self._last]
        end = self._shown + count
        for candidate in candidates:
            if self._shown >= end:
                return
            yield candidate


def _without(loop: Loop, begun: list[Item]) -> tuple[Item, ...]:
    """What is left of a pass through ``loop`` in which these items were begun, some of which may not be in it."""
    left = list(loop.items)
    if loop.order == "shuffle":
        for item in begun:
            if item in left:
                left.remove(item)
        return tuple(left)
    place = 0
    for item in begun:
        if item in left[place:]:
            place = left.index(item, place) + 1
    return tuple(left[place:])
