"""What a key or a push-button on the wall means where the visitor is.

With ``next``, ``previous``, ``play`` and ``back`` a visitor gets everywhere without touching the screen; a button with
a film's name on it opens that film, and plays it when it is pressed again.
"""

from typing import Final

from kiosk.visit.events import Event, Tapped, Touched
from kiosk.visit.languages import following
from kiosk.visit.places import Browse, FilmPage, Note, Place, Watching
from kiosk.visit.rules import Rules
from kiosk.visit.step import only_wakes
from kiosk.visit.visit import Visit

ACTIONS: Final = (
    "play",
    "back",
    "next",
    "previous",
    "language",
    "captions",
    "more",
    "back-10",
    "volume-up",
    "volume-down",
    "larger-text",
    "high-contrast",
    "reach",
)
"""What a key can do, beside opening a film by its ``id``."""

REPEATABLE: Final = frozenset({"next", "previous", "back-10", "volume-up", "volume-down"})
"""What is meant when it comes twice within a moment."""


def meaning(action: str, visit: Visit, rules: Rules) -> Event:
    """What the visit has to know of a key with this action. One that means nothing there still says: somebody is here.

    As on the glass, what wakes the kiosk or answers "Still there?" does nothing else.
    """
    if only_wakes(visit):
        return Touched()
    target = _film(action, visit.place) if rules.playlist.film(action) else _target(action, visit, rules)
    return Tapped(target) if target else Touched()


def _target(action: str, visit: Visit, rules: Rules) -> str | None:
    match action:
        case "play":
            return _play(visit.place)
        case "back":
            return "note-back" if isinstance(visit.place, Note) else "back"
        case "next":
            return _neighbour(visit.place, 1, rules)
        case "previous":
            return _neighbour(visit.place, -1, rules)
        case "language":
            return f"language:{following(visit.language, rules.languages)}"
        case "captions":
            return "captions-off" if visit.captions.on else f"captions:{visit.captions.language or visit.language}"
    return action


def _play(place: Place) -> str | None:
    match place:
        case FilmPage():
            return "watch"
        case Note():
            return "note-watch"
        case Watching():
            return "play"
    return None


def _film(film: str, place: Place) -> str | None:
    if isinstance(place, FilmPage | Note) and place.film == film:
        return _play(place)
    return f"card:{film}"


def _neighbour(place: Place, step: int, rules: Rules) -> str | None:
    """The card of the film after (1) or before (-1) the one that is open; from the cards, the first or the last."""
    films = [film.id for film in rules.playlist.films]
    if isinstance(place, FilmPage) and place.film in films:
        return f"card:{films[(films.index(place.film) + step) % len(films)]}"
    return f"card:{films[0 if step > 0 else -1]}" if isinstance(place, Browse) and films else None
