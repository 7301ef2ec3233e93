"""Where visitors were in what scrolls."""

from kiosk.exhibition.film import Film
from kiosk.ui.scene import Scene
from kiosk.ui.scenery import Scenery
from kiosk.ui.screens import SceneKey


class Places:
    """Cards stay where they are left, texts while they are set anew.

    A place among cards is that of a film: it is found again where cards have come, gone or changed their size.

    ``first``: the id of the film whose card is the first of this visit: the one that played when it began.
    """

    def __init__(self) -> None:
        self.first: str | None = None
        self._heights: dict[str, float] = {}
        self._left: SceneKey | None = None
        self._reached = 0.0

    def invite(self, film: Film | None) -> None:
        """A visit begins while the attract screen names this film."""
        self.first = film.id if film else None

    def leave(self, key: SceneKey, scenery: Scenery, now: float) -> None:
        """The scene with this key goes."""
        self._left, self._reached = key, scenery.scroller.at(now)
        if key.screen == "browse":
            self._heights = scenery.heights(now) if self._reached > 0.0 else {}

    def position(self, key: SceneKey, scene: Scene) -> float:
        """Where the scene with this key begins: pixels of content above the upper edge."""
        if key.screen == "browse":
            return self._among(scene)
        left = self._left
        return self._reached if left is not None and (left.screen, left.film) == (key.screen, key.film) else 0.0

    def forget(self) -> None:
        """A new visit begins at the first card."""
        self._heights = {}

    def _among(self, scene: Scene) -> float:
        """Of the cards that are still there, the one that was nearest to the upper edge is as high as it was."""
        kept = [film for film in self._heights if film in scene.heroes]
        if not kept:
            return 0.0
        film = min(kept, key=lambda each: abs(self._heights[each]))
        return scene.heroes[film].rect.top - self._heights[film]
