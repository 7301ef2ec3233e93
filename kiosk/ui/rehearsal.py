"""Scenes made in the background while a finger is still on the glass, so that they stand when it is lifted."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from kiosk.ui.scene import Scene
from kiosk.ui.screens import SceneKey, build_scene, scene_key
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.places import Attract, Browse, FilmPage, Note, Place


class Rehearsal:
    """Makes one scene ahead at a time on a thread of its own."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="rehearsal")
        self._key: SceneKey | None = None
        self._scene: Future[Scene] | None = None

    def prepare(self, view: View | None) -> None:
        """Begin to make the scene of ``view``; what was made ahead before is forgotten."""
        key = scene_key(view) if view else None
        if view is None or key == self._key:
            return
        self._drop()
        self._key, self._scene = key, self._worker.submit(build_scene, view, self._tools)

    def scene(self, view: View) -> Scene:
        """The scene of ``view``: the one that was made ahead if it is that one, else a new one."""
        made = self._scene if scene_key(view) == self._key else None
        self._key = self._scene = None
        if made is None or made.cancel() or made.exception() is not None:
            return build_scene(view, self._tools)
        return made.result()

    def close(self) -> None:
        """End the thread. Safe to call twice."""
        self._drop()
        self._worker.shutdown(wait=True)

    def _drop(self) -> None:
        if self._scene is not None:
            self._scene.cancel()
        self._key = self._scene = None


def after_tap(view: View, target: str) -> View | None:
    """What a tap on a target will most likely lead to; None where that is quickly made, or not known.

    Only a guess for the sake of speed: what really happens is the visit's to say.
    """
    kind, _, name = target.partition(":")
    if kind == "language" and (language := name or view.next_language) is not None:
        return replace(view, visit=replace(view.visit, language=language, choosing_language=False))
    place = _place_after(view, kind, name)
    return replace(view, visit=replace(view.visit, place=place)) if place else None


def after_waking(view: View) -> View | None:
    """What a touch of the attract screen leads to: there it comes too late to prepare anything."""
    if isinstance(view.visit.place, Attract) and view.exhibition.mode == "kiosk" and view.exhibition.playlist.films:
        return replace(view, visit=replace(view.visit, place=Browse()))
    return None


def _place_after(view: View, kind: str, name: str) -> Place | None:
    place, film = view.visit.place, view.film
    if kind == "card":
        return FilmPage(name)
    if not isinstance(place, FilmPage) or film is None:
        return None
    if kind == "more":
        return FilmPage(film.id, reading=True)
    if kind == "transcript":
        return FilmPage(film.id, transcript=True)
    if kind == "watch" and film.strong and (excerpts := view.playable(film)):
        return Note(film.id, name or excerpts[0].id)
    return None
