"""The screens, one a file: each composes a scene from a view."""

from collections.abc import Callable

from kiosk.ui.scene import Scene
from kiosk.ui.screens import attract, browse, closed, film, more, note, still_there, watching
from kiosk.ui.screens.keys import SceneKey, overlay_key, scene_key, screen_of
from kiosk.ui.tools import Tools
from kiosk.ui.view import View

__all__ = ["SceneKey", "build_overlay", "build_scene", "overlay_key", "prepare", "scene_key", "screen_of"]

_FIRST_CARDS = 6

_BUILDERS: dict[str, Callable[[View, Tools], Scene]] = {
    "attract": attract.build,
    "browse": browse.build,
    "closed": closed.build,
    "film": film.build,
    "more": more.build,
    "note": note.build,
    "watching": watching.build,
}


def build_scene(view: View, tools: Tools) -> Scene:
    """The scene of the place where the visitor is."""
    return _BUILDERS[screen_of(view)](view, tools)


def build_overlay(view: View, tools: Tools) -> Scene:
    """What lies over it, where ``overlay_key`` says that something does."""
    if view.visit.asking_since is not None:
        return still_there.build(view, tools)
    return watching.build_controls(view, tools)


def prepare(view: View, tools: Tools) -> None:
    """Have the pictures of what is likely to be shown next made in the background."""
    screen, films = screen_of(view), view.exhibition.playlist.films
    if screen == "attract":
        size = browse.still_size(view, tools)
        for each in films[:_FIRST_CARDS]:
            tools.stills.prefetch(each.still, size)
    elif screen == "browse":
        size, look = film.ground_picture(view, tools)
        for each in films[:_FIRST_CARDS]:
            tools.stills.prefetch(each.still, size, look)
    elif screen == "film" and view.film is not None:
        tools.stills.prefetch(view.film.still, tools.size, "blurred")
