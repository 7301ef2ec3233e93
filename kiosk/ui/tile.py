"""Pieces of content that scrolls, and the words that can be read on them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pygame import Rect, Surface


@dataclass(frozen=True, slots=True)
class TextRecord:
    """A text as it can be read on the screen; ``cut`` if some of it had to be left out."""

    text: str
    language: str
    rect: Rect
    cut: bool = False

    def moved(self, dx: int, dy: int) -> "TextRecord":
        """The same somewhere else."""
        return TextRecord(self.text, self.language, self.rect.move(dx, dy), self.cut)


@dataclass(slots=True)
class Painted:
    """What a tile keeps; the same for a tile that was moved. ``before``: what stood there until it was to be painted
    anew, and still does until it is."""

    surface: Surface | None = None
    before: Surface | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """A piece of a scroll area's content that is painted when it first comes near, and again after it was dropped.

    ``words``: what can be read on it, counted from its own corner. ``later``: has it painted beside the frame loop;
    None where that is not worth while.
    """

    rect: Rect
    paint: Callable[[], Surface]
    words: Callable[[], Sequence[TextRecord]] = tuple
    later: "Callable[[Tile], None] | None" = None
    kept: Painted = field(default_factory=Painted, compare=False)

    @property
    def is_painted(self) -> bool:
        return self.kept.surface is not None

    def surface(self) -> Surface:
        """The painted piece."""
        surface = self.kept.surface
        if surface is None:
            surface = self.kept.surface = self.paint()
            self.kept.before = None
        return surface

    def following(self, other: "Tile") -> "Tile":
        """The same piece in place of another one, which is seen until this one is painted."""
        return replace(self, kept=Painted(before=other.kept.surface or other.kept.before))

    def drop(self) -> None:
        """Let the painted piece go."""
        self.kept.surface = self.kept.before = None

    def moved(self, dx: int, dy: int) -> "Tile":
        """The same piece somewhere else."""
        return Tile(self.rect.move(dx, dy), self.paint, self.words, self.later, self.kept)

    @property
    def texts(self) -> Iterator[TextRecord]:
        """The words where the piece is."""
        return (each.moved(*self.rect.topleft) for each in self.words())

    def lies_in(self, top: float, bottom: float) -> bool:
        """Whether any of it is between two heights of the content."""
        return self.rect.bottom > top and self.rect.top < bottom
