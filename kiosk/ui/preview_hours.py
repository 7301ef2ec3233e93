"""What the calendar would have to say for the pictures of a closing and of a screening."""

from datetime import datetime, timedelta

from kiosk.exhibition.film import Film
from kiosk.exhibition.schedule import OPEN, Standing
from kiosk.exhibition.screenings import ScreeningHere
from kiosk.visit.places import Cinema

_AHEAD = timedelta(minutes=8)


def near_screening(film: Film, now: datetime) -> ScreeningHere:
    """A screening of the film on this screen, a few minutes from now."""
    excerpt = film.excerpts[0].id if film.excerpts else ""
    begins = now + _AHEAD
    return ScreeningHere(film.id, excerpt, begins, begins + (film.running_time or _AHEAD))


def at_cinema(film: Film, now: datetime) -> Cinema:
    """The film on the screen."""
    screening = near_screening(film, now)
    return Cinema(screening.film, screening.excerpt, rolling=True, screening=screening)


def standing_for(name: str, film: Film, now: datetime) -> Standing:
    """What holds while the screen called ``name`` is shown."""
    if name == "closing":
        return Standing(closes=now + _AHEAD)
    if name == "screening":
        return Standing(screening=near_screening(film, now), phase="announced")
    return OPEN
