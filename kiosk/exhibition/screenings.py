"""Screenings of whole films: which are to come, which runs, and which is on this very screen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from kiosk.exhibition.film import Film, Playlist, Screening

LATE = timedelta(minutes=5)
"""A kiosk that was away when a screening began shows the film from its beginning if it is back so soon."""


@dataclass(frozen=True, slots=True)
class ScreeningHere:
    """A whole film that this very screen shows from ``begins`` on; both moments are in UTC.

    Two are the same if they show the same film at the same time, however long it takes.
    """

    film: str
    excerpt: str = field(compare=False)
    begins: datetime
    ends: datetime = field(compare=False)

    def joined_at(self, now: datetime) -> float:
        """Second of the film with which a kiosk begins at ``now``: where the audience is, if that is far into it."""
        late = now - self.begins
        return late.total_seconds() if late > LATE else 0.0


def screenings_here(playlist: Playlist, seconds: Mapping[tuple[str, str], float]) -> tuple[ScreeningHere, ...]:
    """The screenings without a place of films that are there as a whole (``kind: film``), in their order.

    ``seconds``: lengths by (film id, excerpt id), as far as they are known; else the film's running time is taken.
    """
    found = []
    for film in playlist.here:
        whole = next((each for each in film.excerpts if each.kind == "film"), None)
        for screening in film.screenings if whole else ():
            if whole and not screening.place:
                known = seconds.get((film.id, whole.id))
                length = timedelta(seconds=known) if known else film.running_time or timedelta(0)
                begins = screening.at.astimezone(UTC)
                found.append(ScreeningHere(film.id, whole.id, begins, begins + max(length, LATE)))
    return tuple(sorted(found, key=lambda each: each.begins))


def end_of(film: Film, screening: Screening) -> datetime:
    """When a screening is over; one whose running time is not known has no length."""
    end = screening.at.astimezone(UTC) + (film.running_time or timedelta(0))
    return end.astimezone(screening.at.tzinfo)


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
