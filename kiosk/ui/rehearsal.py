"""Scenes made in the background, so that they stand when they are asked for: while a finger is still on the glass, and
while nothing moves."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from kiosk.ui.scene import Scene
from kiosk.ui.screens import SceneKey, build_scene, scene_key
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.places import AtPanel, Attract, Browse, FilmPage, Note, Place

CALM_SECONDS = 0.8
"""How long nothing may have been asked for before a scene is made on the mere chance: movements come first."""


@dataclass(slots=True)
class _Making:
    """A scene on its way. ``wanted`` ends the wait for calm, which takes ``calm`` seconds, ``dropped`` the whole thing.
    ``first``: the film whose card will be the first. ``taken``: it is shown, or will not be."""

    key: SceneKey
    view: View
    first: str | None = None
    calm: float = CALM_SECONDS
    taken: threading.Event = field(default_factory=threading.Event)
    wanted: threading.Event = field(default_factory=threading.Event)
    dropped: bool = False
    scene: Future[Scene | None] | None = None


class Rehearsal:
    """Makes one scene ahead at a time on a thread of its own."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="rehearsal")
        self._making: _Making | None = None

    def prepare(self, view: View | None, *, when_calm: bool = False, first: str | None = None) -> None:
        """Begin to make the scene of ``view``, now or ``when_calm``; what was made ahead before is forgotten. While the
        loop crosses from one item to the next there is no calm.

        ``first``: the film whose card is to be the first, where there are cards; the same scene serves for any.
        """
        if view is None:
            return
        making, key = self._making, scene_key(view)
        if making is None or making.key != key:
            self._drop()
            making = self._making = _Making(key, view, first, CALM_SECONDS + view.crossfade.seconds)
            making.scene = self._worker.submit(self._make, making)
        elif making.first != first and making.scene is not None:
            making.first, making.calm = first, CALM_SECONDS + view.crossfade.seconds
            self._worker.submit(_paint_first, making, making.scene)
        if not when_calm:
            making.wanted.set()

    def foresee(self, view: View) -> None:
        """``view`` is shown from now on: begin with what is most likely to follow without a finger's warning."""
        self.prepare(after_waking(view), first=view.shown_film.id if view.shown_film else None)
        self.prepare(after_calm(view), when_calm=True)

    def scene(self, view: View) -> Scene:
        """The scene of ``view``: the one that was made ahead if it is that one, else a new one."""
        making, self._making = self._making, None
        if making is None or making.scene is None:
            return build_scene(view, self._tools)
        making.taken.set()
        key = scene_key(view)
        if not making.key.is_but_for_cards(key) or making.scene.cancel():
            making.dropped = True
            making.wanted.set()
            return build_scene(view, self._tools)
        making.wanted.set()
        made = None if making.scene.exception() is not None else making.scene.result()
        if made is not None and making.key != key:
            made = made.renewed and made.renewed(view)
        return made or build_scene(view, self._tools)

    def close(self, *, wait: bool = True) -> None:
        """End the thread, and ``wait`` for what it has begun. Safe to call twice."""
        self._drop()
        self._worker.shutdown(wait=wait)

    def _make(self, making: _Making) -> Scene | None:
        making.wanted.wait(making.calm)
        if making.dropped:
            return None
        scene = build_scene(making.view, self._tools)
        _paint_seen(making, scene)
        return scene

    def _drop(self) -> None:
        making, self._making = self._making, None
        if making is not None and making.scene is not None:
            making.dropped = True
            making.taken.set()
            making.wanted.set()
            making.scene.cancel()


def _paint_first(making: _Making, made: Future[Scene | None]) -> None:
    """Another card is to be the first of a scene that is made; until it is painted so, a touch would have to wait for
    the cards that are seen at once."""
    if making.taken.wait(making.calm):
        return
    scene = None if made.cancelled() or made.exception() is not None else made.result()
    if scene is not None:
        _paint_seen(making, scene)


def _paint_seen(making: _Making, scene: Scene) -> None:
    """Paint what is seen first, and let go of what was painted for another beginning."""
    seen = scene.beginning_with(making.first) if scene.beginning_with is not None else scene
    area = seen.scroll
    if area is None:
        return
    for tile in area.tiles:
        if tile.rect.top >= area.rect.height and not making.dropped:
            tile.drop()
    for tile in area.tiles:
        if tile.rect.top < area.rect.height and not making.dropped:
            tile.surface()


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


def after_calm(view: View) -> View | None:
    """What is made ahead on the mere chance: the screen in the other language, which takes longest to set."""
    if view.next_language is None or isinstance(view.visit.place, Attract | AtPanel):
        return None
    return replace(view, visit=replace(view.visit, language=view.next_language))


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
