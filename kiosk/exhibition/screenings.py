"""Screenings of whole films: which are to come, which runs, and which is on this very screen."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from kiosk.exhibition.film import Film, Playlist, Screening


def end_of(film: Film, screening: Screening) -> datetime:
    """When a screening is over; one whose running time is not known has no length."""
    return screening.at + (film.running_time or timedelta(0))


def runs(film: Film, screening: Screening, now: datetime) -> bool:
    """Whether a screening has begun and is not over."""
    return screening.at <= now < end_of(film, screening)


def coming(film: Film, now: datetime) -> tuple[Screening, ...]:
    """The screenings of ``film`` that are not over, in the order in which they begin."""
    ahead = (each for each in film.screenings if now < max(each.at, end_of(film, each)))
    return tuple(sorted(ahead, key=lambda each: each.at))


def next_here(playlist: Playlist, now: datetime) -> Screening | None:
    """The next screening on this screen: of those that have no place of their own."""
    return min(_to_begin_here(playlist.here, now), key=lambda each: each.at, default=None)


def _to_begin_here(films: Iterable[Film], now: datetime) -> Iterable[Screening]:
    return (each for film in films for each in film.screenings if not each.place and each.at > now)
