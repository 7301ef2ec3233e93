"""When a screen has to be composed anew: what it is, and what on it can change."""

from collections.abc import Hashable
from dataclasses import dataclass

from kiosk.exhibition.film import Film
from kiosk.ui.view import View
from kiosk.visit.places import Attract, Browse, FilmPage, Note, Watching


@dataclass(frozen=True, slots=True)
class SceneKey:
    """``screen`` and ``film`` say what it is, ``details`` everything else that can be seen on it."""

    screen: str
    film: str | None
    details: Hashable


def screen_of(view: View) -> str:
    """Name of the screen that a view asks for."""
    place = view.visit.place
    exhibition = view.exhibition
    if not exhibition.playlist.films and not exhibition.loop.items:
        return "closed"
    if isinstance(place, FilmPage | Note | Watching) and view.film is None:
        return "closed"  # the exhibition was changed under the visitor; the visit leaves at its next step
    if isinstance(place, FilmPage):
        return "more" if place.reading else "transcript" if place.transcript else "film"
    return {Attract: "attract", Browse: "browse", Note: "note", Watching: "watching"}[type(place)]


def scene_key(view: View) -> SceneKey:
    """Two views with the same key show the same scene, apart from what is alive in it."""
    screen, film = screen_of(view), view.film
    details: tuple[Hashable, ...] = (id(view.exhibition), view.language)
    if screen == "attract":
        showing = view.showing if isinstance(view.showing, str) else repr(view.showing)
        details += (showing,)
    elif screen == "browse":
        details += tuple(_lengths(view, each) for each in view.exhibition.playlist.films)
    elif film is not None and screen in ("film", "more", "transcript"):
        screenings = tuple(each.at for each in view.upcoming(film))
        details += (_lengths(view, film), screenings, getattr(view.visit.place, "apology", False))
        details += (view.to_continue(film), tuple(view.versions(film, each) for each in view.playable(film)))
    elif screen in ("note", "watching"):
        details += (getattr(view.visit.place, "excerpt", None),)
    return SceneKey(screen, film.id if film else None, details)


def overlay_key(view: View) -> SceneKey | None:
    """What lies over the scene, None for nothing."""
    visit = view.visit
    film = view.film.id if view.film else None
    if visit.asking_since is not None:
        return SceneKey("still-there", None, (id(view.exhibition), view.language))
    place = visit.place
    if isinstance(place, Watching) and place.controls and view.film is not None:
        known = view.length > 0.0
        return SceneKey(
            "controls",
            film,
            (
                *(id(view.exhibition), view.language, place.excerpt, place.paused, visit.captions, visit.volume, known),
                *(place.version, visit.broken),
            ),
        )
    return None


def _lengths(view: View, film: Film) -> Hashable:
    """What can be played of a film, and how long it is."""
    return tuple((each.id, round(view.seconds(film, each) or 0)) for each in view.playable(film))
