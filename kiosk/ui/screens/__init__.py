"""The screens, one a file: each composes a scene from a view."""

from collections.abc import Callable

from kiosk.ui.panel import pin_pad, sections
from kiosk.ui.scene import Scene
from kiosk.ui.screens import (
    after_hours,
    attract,
    browse,
    closed,
    comfort,
    farewell,
    film,
    foyer,
    language_menu,
    more,
    note,
    still_there,
    transcript,
    watching,
)
from kiosk.ui.screens.keys import SceneKey, overlay_key, scene_key, screen_of
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.notice import with_notice
from kiosk.visit.places import AtPanel

__all__ = ["SceneKey", "build_overlay", "build_scene", "overlay_key", "scene_key", "screen_of"]

_BUILDERS: dict[str, Callable[[View, Tools], Scene]] = {
    "after-hours": after_hours.build,
    "attract": attract.build,
    "browse": browse.build,
    "closed": closed.build,
    "cinema": watching.build_cinema,
    "farewell": farewell.build,
    "film": film.build,
    "foyer": foyer.build,
    "more": more.build,
    "note": note.build,
    "panel": sections.build,
    "pin-pad": pin_pad.build,
    "transcript": transcript.build,
    "watching": watching.build,
}


def build_scene(view: View, tools: Tools) -> Scene:
    """The scene of the place where the visitor is."""
    tools = tools.for_view(view)
    scene = _BUILDERS[screen_of(view)](view, tools)
    return scene if isinstance(view.visit.place, AtPanel) else with_notice(scene, view, tools)


def build_overlay(view: View, tools: Tools) -> Scene:
    """What lies over it, where ``overlay_key`` says that something does."""
    tools = tools.for_view(view)
    if view.visit.asking_since is not None:
        return still_there.build(view, tools)
    if view.visit.choosing_language:
        return language_menu.build(view, tools)
    if view.visit.choosing_comfort:
        return comfort.build(view, tools)
    return with_notice(watching.build_controls(view, tools), view, tools)
