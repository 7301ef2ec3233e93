"""When a screen has to be composed anew: what it is, and what on it can change."""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace

from kiosk.exhibition.film import Film
from kiosk.exhibition.screenings import runs
from kiosk.ui.view import Limits, View
from kiosk.ui.widgets.notice import notice_of
from kiosk.visit.places import AfterHours, AtPanel, Attract, Browse, Cinema, Farewell, FilmPage, Foyer, Note, Watching

_SCREENS = {
    AfterHours: "after-hours",
    Attract: "attract",
    Browse: "browse",
    Cinema: "cinema",
    Farewell: "farewell",
    Foyer: "foyer",
    Note: "note",
    Watching: "watching",
}


@dataclass(frozen=True, slots=True)
class SceneKey:
    """``screen`` and ``film`` say what it is, ``details`` everything else that can be seen on it.

    ``cards``: what cards are made from besides. Where nothing else differs, those that say something else now are
    made anew in the scene that stands.
    """

    screen: str
    film: str | None
    details: Hashable
    cards: object = field(default=None, hash=False)

    def is_but_for_cards(self, other: "SceneKey | None") -> bool:
        """Whether the scene is the same, apart from what some of its cards say."""
        return other is not None and self == replace(other, cards=self.cards)


def screen_of(view: View) -> str:
    """Name of the screen that a view asks for."""
    place = view.visit.place
    exhibition = view.exhibition
    if isinstance(place, AtPanel):
        return "pin-pad" if view.panel is None or view.panel.pad is not None else "panel"
    if isinstance(place, AfterHours | Farewell):
        return _SCREENS[type(place)]
    if not exhibition.playlist.films and not exhibition.loop.items:
        return "closed"
    if isinstance(place, FilmPage | Note | Watching | Foyer) and view.film is None:
        return "closed"  # the exhibition was changed under the visitor; the visit leaves at its next step
    if isinstance(place, FilmPage):
        return "more" if place.reading else "transcript" if place.transcript else "film"
    return _SCREENS[type(place)]


def scene_key(view: View) -> SceneKey:
    """Two views with the same key show the same scene, apart from what is alive in it."""
    screen, film = screen_of(view), view.film
    if isinstance(view.visit.place, AtPanel):
        panel = view.panel
        leaf = f"{panel.section}/{panel.leaf.name}" if panel and panel.leaf else None
        return SceneKey(screen, leaf, (*_reader(view), panel))
    details: tuple[Hashable, ...] = (*_reader(view), notice_of(view))
    if screen in ("attract", "after-hours"):
        showing = view.showing if isinstance(view.showing, str) else repr(view.showing)
        details += (showing,)
    elif screen == "browse":
        return SceneKey(screen, None, details, _cards(view))
    elif film is not None and screen in ("film", "more", "transcript"):
        details += (lengths(view, film, view.limits), _times(view, film), getattr(view.visit.place, "apology", False))
        details += (view.to_continue(film), tuple(view.versions(film, each) for each in view.playable(film)))
    elif screen in ("note", "watching"):
        details += (getattr(view.visit.place, "excerpt", None),)
    return SceneKey(screen, film.id if film else None, details)


def overlay_key(view: View) -> SceneKey | None:
    """What lies over the scene, None for nothing."""
    visit = view.visit
    film = view.film.id if view.film else None
    if visit.asking_since is not None:
        return SceneKey("still-there", None, _reader(view))
    if visit.choosing_language:
        return SceneKey("languages", None, _reader(view))
    if visit.choosing_comfort:
        return SceneKey("comfort", film, _reader(view))
    place = visit.place
    if isinstance(place, Watching) and place.controls and view.film is not None:
        details = (*_reader(view), notice_of(view), place.excerpt, place.paused, visit.volume, view.length > 0.0)
        chosen = (visit.captions, place.choosing, tuple(view.tracks), place.version, visit.broken)
        return SceneKey("controls", film, (details, chosen))
    return None


def _reader(view: View) -> tuple[Hashable, ...]:
    """The exhibition, and how it is read."""
    return id(view.exhibition), view.language, view.visit.comfort


def _cards(view: View) -> object:
    """What the cards are made from. Asked at every touch: what is the same as before is compared in no time."""
    limits = view.limits
    if limits == (None, None):
        return view.durations, view.unavailable
    return tuple(lengths(view, each, limits) for each in view.exhibition.playlist.films)


def lengths(view: View, film: Film, limits: Limits) -> Hashable:
    """What can be played of a film, how long it is, and what it would run into."""
    return tuple(
        (each.id, round(view.seconds(film, each) or 0), view.overrun(film, each, limits))
        for each in view.playable(film)
    )


def _times(view: View, film: Film) -> Hashable:
    """What is said about days and times on the film's page."""
    screenings = tuple((each.at, runs(film, each, view.now)) for each in view.upcoming(film))
    return screenings, view.local(view.now).date(), view.barred.get(film.id)
