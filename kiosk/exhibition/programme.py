"""In which order the items of a loop are shown."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Protocol

from kiosk.exhibition.film import Playlist
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, Item, Loop, LoopItem, RandomItem, StillItem
from kiosk.exhibition.when import parse_when

Playable = ExcerptItem | FileItem | StillItem | CardItem
"""What can be put on the screen as it is; the other items stand for several of these."""

MAX_TRIES = 10_000


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
            self._pass = self._items(self._loop)
        return None

    def _items(self, loop: Loop) -> Iterator[Playable]:
        for item in self._shuffled(loop) if loop.order == "shuffle" else loop.items:
            if item.on is not None and not parse_when(item.on).includes(self._now):
                continue
            if isinstance(item, LoopItem):
                yield from self._items(item.loop)
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
