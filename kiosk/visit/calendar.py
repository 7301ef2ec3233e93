"""What the time of day does to a visit: the exhibition closes and opens, screenings begin and end."""

from dataclasses import replace

from kiosk.visit.effects import FadeOut, ScreenOff, SetVolume
from kiosk.visit.events import CalendarTurned, Event, FilmEnded, FilmFailed, FilmStarted
from kiosk.visit.moves import Change, move, new_visit, reset, stay
from kiosk.visit.places import AfterHours, AtPanel, Attract, Browse, Cinema, Farewell, Foyer, Watching
from kiosk.visit.resting import home
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit

FADE_SECONDS = 2.5
"""How long picture and sound take to leave when a film cannot be played out."""
FAREWELL_SECONDS = 10.0
AWAKE_SECONDS = 10.0
"""So long after the last touch a screen that was off is put off again: the touch may have woken it."""


def turn(visit: Visit, event: CalendarTurned, now: float, rules: Rules) -> Change:
    """Another time of day. Who is there has been told before, and sees a word of thanks or the countdown."""
    place, goal = visit.place, home(rules)
    match place:
        case Cinema() | Farewell() | AtPanel():
            return stay(visit)
        case Watching():
            return _film(visit, place, event.film_left, now, rules)
        case Foyer() if isinstance(goal, Foyer) and goal.screening == place.screening:
            return stay(replace(visit, place=goal))  # the wall clock may have been put right
        case AfterHours() if isinstance(goal, AfterHours) and goal.closing == place.closing:
            return stay(visit)
        case Attract() if isinstance(goal, Attract):
            return stay(visit)
        case Attract() | Foyer() | AfterHours():
            return reset(visit, now, rules)
    return stay(visit) if rules.standing.welcomes else leave(visit, now, rules)


def leave(visit: Visit, now: float, rules: Rules) -> Change:
    """A visitor may not be here any more."""
    return move(_left_alone(replace(visit, idle_since=now)), Browse(), rules)


def next_moment(visit: Visit) -> float | None:
    """Monotonic seconds at which a ``Tick`` is needed at a place that no visitor leaves; None for never."""
    match visit.place:
        case Foyer(until=until):
            return until
        case Farewell():
            return visit.idle_since + FAREWELL_SECONDS
        case AfterHours(woken=True):
            return visit.idle_since + AWAKE_SECONDS
        case Watching(leaves_at=leaves_at):
            return leaves_at
    return None


def after_tick(visit: Visit, now: float, rules: Rules) -> Change:
    """Do what is due at ``now``, which is not before ``next_moment``."""
    match visit.place:
        case Foyer(screening=screening):
            origin = screening.joined_at(rules.wall(now))
            cinema = Cinema(screening.film, screening.excerpt, origin=origin, screening=screening)
            # The audience gets what the exhibition says, not what the last visitor chose.
            fresh = replace(new_visit(rules, now, visit.number), place=visit.place)
            after, effects = move(fresh, cinema, rules)
            return after, (*effects, SetVolume(after.volume))
        case AfterHours() as place:
            return replace(visit, place=replace(place, woken=False)), (ScreenOff(),)
        case Watching():
            return leave(visit, now, rules)
    return reset(visit, now, rules)


def touch(visit: Visit, now: float, rules: Rules) -> Change | None:
    """What a touch does at such a place; None where it is an ordinary one."""
    match visit.place:
        case AfterHours(closing=closing) as place if closing.screen == "off":
            return stay(replace(visit, place=replace(place, woken=True), idle_since=now))
        case Foyer() if rules.touch and rules.standing.welcomes:
            return move(replace(visit, idle_since=now), Browse(), rules)
        case AfterHours() | Foyer() | Farewell() | Cinema():
            return stay(visit)
        case Watching(leaves_at=leaves_at) if leaves_at is not None:
            return stay(visit)
    return None


def screening_news(visit: Visit, cinema: Cinema, event: Event, now: float, rules: Rules) -> Change:
    """What the booth reports of a screening. After its end, or without a picture, the kiosk is what it was before."""
    match event:
        case FilmStarted():
            return stay(replace(visit, place=replace(cinema, rolling=True)))
        case FilmEnded() | FilmFailed():
            return reset(visit, now, replace(rules, standing=rules.standing.after_screening()))
    return stay(visit)


def _film(visit: Visit, film: Watching, left: float | None, now: float, rules: Rules) -> Change:
    """A film that is over soon enough is played out; any other fades away."""
    until = rules.standing.films_until
    if until is None or film.leaves_at is not None:
        return stay(visit)
    if film.rolling and not film.paused and left is not None and left <= rules.monotonic(until) - now:
        return stay(visit)
    fading = replace(film, leaves_at=now + FADE_SECONDS, controls_until=None, choosing=False)
    return replace(_left_alone(visit), place=fading), (FadeOut(FADE_SECONDS),)


def _left_alone(visit: Visit) -> Visit:
    """Without a question or a menu over the place."""
    return replace(visit, asking_since=None, choosing_language=False, choosing_comfort=False)
