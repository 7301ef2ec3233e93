"""What lies over a scene for a while: a film's controls, or the question whether somebody is still there."""

import pygame
from pygame import Surface

from kiosk.ui.motion import CONTROLS_IN_SECONDS, CONTROLS_OUT_SECONDS, Glide
from kiosk.ui.painting import blit_faded, paint_scene
from kiosk.ui.scene import Moment, Scene
from kiosk.ui.screens import SceneKey, build_overlay, overlay_key
from kiosk.ui.tools import Tools
from kiosk.ui.view import View

_BLUR_SHARE = 12
_BLUR_RADIUS = 5


class Overlay:
    """Comes and goes with a fade; can be turned round on its way."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._key: SceneKey | None = None
        self._scene: Scene | None = None
        self._opacity = Glide.resting(0.0)
        self._seen = 0.0
        self._backdrop: Surface | None = None

    @property
    def scene(self) -> Scene | None:
        """What can be touched: nothing while it leaves."""
        return self._scene if self._opacity.goal > 0.0 else None

    def seen(self, now: float) -> Scene | None:
        """What can be seen of it: also while it leaves."""
        return self._scene if self.scene is not None or self._opacity.at(now) > 0.0 else None

    def show(self, view: View, now: float) -> bool:
        """Show what the view asks for; answers whether that is something else than before."""
        key = overlay_key(view)
        if key == self._key:
            return False
        before, self._key = self._key, key
        if key is None:
            self._opacity = self._opacity.towards(0.0, now, CONTROLS_OUT_SECONDS)
            return True
        if before is None or before.screen != key.screen:
            self._backdrop = None
        self._scene = build_overlay(view, self._tools)
        self._opacity = self._opacity.towards(1.0, now, CONTROLS_IN_SECONDS)
        return True

    def drop(self) -> None:
        """Be gone at once."""
        self._key = self._scene = self._backdrop = None
        self._opacity = Glide.resting(0.0)
        self._seen = 0.0

    def at_rest(self, now: float) -> bool:
        """Whether it has come or gone, and was painted so: its last step may fall between two frames."""
        return self._opacity.at_rest(now) and self._seen == self._opacity.goal

    def covers(self, now: float) -> bool:
        """Whether nothing of the scene below is seen any more."""
        return self._backdrop is not None and self.scene is not None and self._opacity.at(now) >= 1.0

    def paint(self, surface: Surface, view: View, now: float) -> None:
        """Paint it over what was painted before."""
        opacity = self._seen = self._opacity.at(now)
        if self._scene is None or opacity <= 0.0:
            return
        if self._scene.dims:
            if self._backdrop is None:
                self._backdrop = blurred(surface, self._tools)
            blit_faded(surface, self._backdrop, (0, 0), opacity)
        paint_scene(surface, self._scene, view, now, opacity=opacity)

    def wait(self, view: View, now: float) -> float | None:
        """How long until something in it changes by itself."""
        if self.scene is None:
            return None
        waits = [wait for live in self.scene.live if (wait := live.wait(Moment(view, now))) is not None]
        return min(waits, default=None)


def blurred(picture: Surface, tools: Tools) -> Surface:
    """The picture out of focus and dark, so that words over it can be read and what it was is still felt."""
    width, height = picture.get_size()
    small = pygame.transform.smoothscale(picture, (max(1, width // _BLUR_SHARE), max(1, height // _BLUR_SHARE)))
    soft = pygame.transform.gaussian_blur(small, _BLUR_RADIUS)
    backdrop = pygame.transform.smoothscale(soft, (width, height))
    red, green, blue, opacity = tools.theme.veil
    backdrop.fill((255 - opacity,) * 3, special_flags=pygame.BLEND_MULT)
    backdrop.fill([round(each * opacity / 255) for each in (red, green, blue)], special_flags=pygame.BLEND_ADD)
    return backdrop
