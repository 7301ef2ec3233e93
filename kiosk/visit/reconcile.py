"""When the exhibition was changed while somebody visits it."""

from dataclasses import replace

from kiosk.visit.effects import Effect, Prepare, SetVolume
from kiosk.visit.moves import Change, move, new_visit, reset, stay, waiting
from kiosk.visit.places import (
    AfterHours,
    AtPanel,
    Attract,
    Browse,
    Cinema,
    Farewell,
    FilmPage,
    Foyer,
    Note,
    Place,
    Watching,
)
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit


def reconcile(visit: Visit, rules: Rules, now: float) -> Change:
    """The visit under new rules. Visitors keep what they chose as far as it still exists.

    While nobody is there the visit is made anew; the loop is not touched here, and what the calendar says comes as an
    event of its own. A film on the screen plays on as long as it is in the playlist. What waits in a projector is
    loaded again: its file may be another one now.
    """
    if isinstance(visit.place, Cinema):
        return stay(visit) if rules.playlist.film(visit.place.film) else reset(visit, now, rules)
    if isinstance(visit.place, AtPanel):
        language = visit.language if visit.language in rules.languages else rules.languages[0]
        return stay(replace(new_visit(rules, now, visit.number), place=visit.place, language=language))
    if isinstance(visit.place, Attract | Foyer | Farewell | AfterHours):
        fresh = new_visit(rules, now, visit.number)
        return replace(fresh, place=visit.place), (SetVolume(rules.volume),)
    if not rules.touch:
        return reset(visit, now, rules)
    language = visit.language if visit.language in rules.languages else rules.languages[0]
    volume = min(visit.volume, rules.max_volume)
    place = _nearest(visit.place, rules)
    # A visitor who was moved did not do it, and gets the time to see where they are.
    idle_since = visit.idle_since if place == visit.place else now
    asking_since = visit.asking_since if place == visit.place else None
    after, moved = move(visit, place, rules)
    after = replace(after, language=language, volume=volume, idle_since=idle_since, asking_since=asking_since)
    return after, (*_reloaded(moved, after, rules), *((SetVolume(volume),) if volume != visit.volume else ()))


def _nearest(place: Place, rules: Rules) -> Place:
    """``place`` itself, or where a visitor finds on when it exists no more."""
    if not isinstance(place, FilmPage | Note | Watching):
        return place
    film = rules.playlist.film(place.film)
    if film is None:
        return Browse()
    gone = isinstance(place, Watching) and film.excerpt(place.excerpt) is None
    barred = isinstance(place, Note) and not rules.can_play(film.id, place.excerpt)
    return FilmPage(film.id) if gone or barred else place


def _reloaded(moved: tuple[Effect, ...], visit: Visit, rules: Rules) -> tuple[Effect, ...]:
    wanted = waiting(visit, rules)
    if wanted is None or any(isinstance(each, Prepare) for each in moved):
        return moved
    return (*moved, wanted)
