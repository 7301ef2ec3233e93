"""What time alone does to a visit: the controls leave, "Still there?" appears, the visit ends."""

from dataclasses import replace

from kiosk.visit import calendar
from kiosk.visit.moves import Change, reset, stay
from kiosk.visit.places import Browse, FilmPage, Note, Watching
from kiosk.visit.reading import reading_seconds
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit


def next_moment(visit: Visit, rules: Rules) -> float | None:
    """Monotonic seconds at which a ``Tick`` is needed; None if nothing happens until the next event."""
    if (moment := calendar.next_moment(visit)) is not None:
        return moment
    if visit.asking_since is not None:
        return visit.asking_since + rules.idle.warning.total_seconds()
    patience = seconds_until_asking(visit, rules)
    if patience is not None:
        return visit.idle_since + patience
    if isinstance(visit.place, Watching):
        return visit.place.controls_until
    return None


def after_tick(visit: Visit, now: float, rules: Rules) -> Change:
    """Do what is due at ``now``; a tick that comes too early changes nothing."""
    due = next_moment(visit, rules)
    if due is None or now < due:
        return stay(visit)
    if calendar.next_moment(visit) is not None:
        return calendar.after_tick(visit, now, rules)
    if visit.asking_since is not None:
        return reset(visit, now, rules)
    if isinstance(visit.place, Watching) and not visit.place.paused:
        return stay(replace(visit, place=replace(visit.place, controls_until=None, choosing=False)))
    return stay(replace(visit, asking_since=now))


def seconds_until_asking(visit: Visit, rules: Rules) -> float | None:
    """How long the kiosk waits for a touch before it asks; None where it never asks, as during a film.

    A paused film counts like a text, or a film that somebody paused and left would stand there for ever.
    """
    place = visit.place
    if isinstance(place, Watching) and not place.paused:
        return None
    reading = rules.idle.reading.total_seconds()
    if isinstance(place, Watching | Note):
        return reading
    if isinstance(place, Browse):
        return rules.idle.browse.total_seconds()
    if isinstance(place, FilmPage):
        film = rules.playlist.film(place.film)
        if film is None:
            return reading
        return max(reading, reading_seconds(film, visit.language, rules.languages, place))
    return None
