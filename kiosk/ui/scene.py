"""A screen, composed and ready: what is painted where, what can be tapped, which words can be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from pygame import Rect, Surface

from kiosk.ui.tile import TextRecord, Tile
from kiosk.ui.view import View

Kind = Literal["tap", "scrub"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be tapped or dragged.

    ``rect`` in pixels of the screen, or of the content inside a scroll area. ``shape`` is the part that lights up
    under the finger (``rect`` if None) and ``radius`` how round its corners are.
    """

    name: str
    rect: Rect
    kind: Kind = "tap"
    shape: Rect | None = None
    radius: int = 0

    @property
    def lit(self) -> Rect:
        """The part that lights up."""
        return self.rect if self.shape is None else self.shape

    def moved(self, dx: int, dy: int) -> "Target":
        """The same somewhere else."""
        shape = self.shape.move(dx, dy) if self.shape else None
        return Target(self.name, self.rect.move(dx, dy), self.kind, shape, self.radius)


@dataclass(frozen=True, slots=True)
class Layer:
    """A picture at a place. ``still`` ones stay where they are while the rest of the scene slides in."""

    surface: Surface
    at: tuple[int, int]
    still: bool = False

    @property
    def rect(self) -> Rect:
        return self.surface.get_rect(topleft=self.at)


@dataclass(frozen=True, slots=True)
class Moment:
    """What something alive is painted from. ``now``: monotonic seconds. ``opacity``: 0…1 while the scene fades."""

    view: View
    now: float
    opacity: float = 1.0


class Live(Protocol):
    """A part of a scene that changes by itself or with the view, and is painted anew each time."""

    def draw(self, surface: Surface, moment: Moment, /) -> None:
        """Paint it as it is at this moment."""
        ...

    def wait(self, moment: Moment, /) -> float | None:
        """Seconds until it looks different without any change of the view; None for never."""
        ...


@dataclass(frozen=True, slots=True)
class PageButton:
    """A button that turns a scroll area by one view, so that nothing needs a drag. Faint where there is no more.

    ``step``: 1 onwards, −1 back.
    """

    target: Target
    step: int
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class ScrollArea:
    """Content that is longer than the place for it.

    ``rect``: the place on the screen. ``length``: pixels of content. Tiles, targets and texts are in content
    coordinates: x as on the screen, y from the content's beginning. ``own_texts``: those that are not a tile's.
    ``fade``: over how many pixels the content dissolves at both edges. ``snaps``: positions where it likes to rest.
    ``blank``: stands for a piece that is not painted yet while the content moves.
    """

    rect: Rect
    length: int
    tiles: tuple[Tile, ...] = ()
    targets: tuple[Target, ...] = ()
    own_texts: tuple[TextRecord, ...] = ()
    buttons: tuple[PageButton, ...] = ()
    snaps: tuple[int, ...] = ()
    fade: int = 0
    blank: Surface | None = None

    @property
    def texts(self) -> tuple[TextRecord, ...]:
        """All that can be read in it."""
        return (*self.own_texts, *(text for tile in self.tiles for text in tile.texts))

    @property
    def limit(self) -> int:
        """The furthest scroll position."""
        return max(0, self.length - self.rect.height)

    def offset(self, position: float) -> int:
        """What to add to a content y at this scroll position to get the screen's."""
        return self.rect.top - round(position)

    def turns(self, button: PageButton, position: float) -> bool:
        """Whether there is more in the button's direction."""
        return position > 1 if button.step < 0 else position < self.limit - 1


@dataclass(frozen=True, slots=True)
class Hero:
    """A film's still on a screen: what grows from one screen into the next.

    ``picture`` loads it, and is None where only its place is needed. ``scrolled``: ``rect`` is in content coordinates.
    """

    picture: Callable[[], Surface] | None
    rect: Rect
    scrolled: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen. Without a ``ground`` it stands on what is below: a film, or another scene.

    ``name``: attract, browse, film, more, note, watching, foyer, cinema, farewell, after-hours, closed, controls,
    comfort, still-there, pin-pad or panel. ``fallback``: the ground while there is no film to stand on. ``heroes``: the
    stills on it by the film's id. ``dims``: what is below is veiled, and cannot be touched. ``beginning_with``: of a
    scene of cards, the same with the card of this film first; ``renewed``: the same with what its cards say in this
    view, at the same places.
    """

    name: str
    ground: Surface | None = None
    fallback: Callable[[], Surface] | None = None
    layers: tuple[Layer, ...] = ()
    live: tuple[Live, ...] = ()
    targets: tuple[Target, ...] = ()
    texts: tuple[TextRecord, ...] = ()
    scroll: ScrollArea | None = None
    heroes: Mapping[str, Hero] = field(default_factory=dict)
    dims: bool = False
    beginning_with: "Callable[[str | None], Scene] | None" = None
    renewed: "Callable[[View], Scene] | None" = None
