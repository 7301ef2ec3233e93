"""What fingers do on the glass: contacts as the window tells them, gestures as the screens want them."""

from dataclasses import dataclass
from typing import Literal

ContactKind = Literal["down", "move", "up"]
Point = tuple[float, float]

REPEATABLE = frozenset({"back-10", "volume-down", "volume-up", "page-next", "page-previous", "pin", "step"})
"""Names of targets that are tapped several times in a row, or what they have before their first colon."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A finger at ``x``, ``y`` (pixels) at the moment ``at`` (monotonic seconds)."""

    kind: ContactKind
    finger: int
    x: float
    y: float
    at: float

    @property
    def point(self) -> Point:
        return self.x, self.y


@dataclass(frozen=True, slots=True)
class Hit:
    """What is under a point. ``target`` None for a bare place; ``scrolls`` inside an area that can be scrolled."""

    target: str | None = None
    kind: Literal["tap", "scrub"] = "tap"
    scrolls: bool = False


@dataclass(frozen=True, slots=True)
class TouchLimits:
    """``slop``: pixels that a finger may tremble before it scrolls (4 mm). The rest in seconds.

    ``lost``: a finger that was silent for so long when another one comes is taken for lifted: touchscreens forget
    to say so now and then, and a kiosk must not stay deaf for it.
    """

    slop: float
    debounce: float = 0.350
    shortest: float = 0.030
    lost: float = 20.0
    fingers: int = 2
    repeatable: frozenset[str] = REPEATABLE


@dataclass(frozen=True, slots=True)
class Down:
    """A finger came down. A target under it lights up; exactly one ``Tap``, ``DropAt`` or ``Cancelled`` follows."""

    point: Point
    target: str | None


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The finger left the target, or meant something else."""

    target: str


@dataclass(frozen=True, slots=True)
class Tap:
    """The finger was lifted inside ``target``."""

    target: str
    point: Point


@dataclass(frozen=True, slots=True)
class ScrollBy:
    """The finger pulls the content by so many pixels."""

    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Fling:
    """The finger let go of the content at so many pixels a second; 0 if it had come to rest. Ends every scroll."""

    vx: float
    vy: float


@dataclass(frozen=True, slots=True)
class DragTo:
    """The finger holds the scrubber ``target`` at ``point``; from the moment it came down."""

    target: str
    point: Point


@dataclass(frozen=True, slots=True)
class DropAt:
    """The finger let go of the scrubber."""

    target: str
    point: Point


Gesture = Down | Cancelled | Tap | ScrollBy | Fling | DragTo | DropAt
