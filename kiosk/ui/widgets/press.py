"""The light under a finger."""

from pygame import Surface

from kiosk.ui.motion import PRESS_SECONDS, RELEASE_SECONDS, Glide
from kiosk.ui.painting import blit_faded
from kiosk.ui.scene import Target
from kiosk.ui.tools import Tools


class Press:
    """Lights a target up as long as a finger is on it, and lets the light go out after."""

    def __init__(self, tools: Tools) -> None:
        self._shapes, self._colour = tools.shapes, tools.theme.glow
        self._target: Target | None = None
        self._light = Glide.resting(0.0)

    def press(self, target: Target, now: float) -> None:
        """A finger came down on ``target``, at its place on the screen."""
        self._target = target
        self._light = Glide.resting(0.0).towards(1.0, now, PRESS_SECONDS)

    def release(self, now: float) -> None:
        """The finger left, or its way became a drag."""
        self._light = self._light.towards(0.0, now, RELEASE_SECONDS)

    def forget(self) -> None:
        """The screen changed; nothing is under the finger any more."""
        self._target, self._light = None, Glide.resting(0.0)

    def at_rest(self, now: float) -> bool:
        return self._target is None or self._light.at_rest(now)

    def paint(self, surface: Surface, now: float) -> None:
        """Paint the light over what was painted before."""
        if self._target is None:
            return
        opacity = self._light.at(now)
        lit = self._target.lit
        if opacity > 0.0 and lit.width > 0:
            glow = self._shapes.rounded(lit.width, lit.height, self._target.radius, self._colour)
            blit_faded(surface, glow, lit.topleft, opacity)
