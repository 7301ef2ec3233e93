"""Rights and screenings that are over, or not as they were meant."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from kiosk.config.load import Loaded
from kiosk.config.moments import parse_moment
from kiosk.config.problems import Problem
from kiosk.config.tree import Scalar, child
from kiosk.config.values import Wrong
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film, Screening
from kiosk.exhibition.screenings import coming, screenings_here
from kiosk.health.contents.found import FilmPlaces, Found

SOON: Final = timedelta(days=14)
"""Rights that end within so much time are told of: enough to ask for more, or to choose another film."""


def date_findings(loaded: Loaded, exhibition: Exhibition, places: FilmPlaces, now: datetime) -> Iterator[Problem]:
    """Of the films in their order, then of the hours. ``now`` is aware of its time zone."""
    today = exhibition.hours.local(now).date()
    for film in exhibition.playlist.films:
        yield from _rights(film, places, today)
        yield from _screenings(film, exhibition, places, now)
    yield from _overlaps(exhibition, places, now)
    special = exhibition.hours.special
    if special and max(special) < today and loaded.root is not None:
        last = max(special)
        message = f"all of these days are over, the last one on {last}."
        yield Found("special-days-over", message).there(loaded.root, ("hours", "special"))


def _rights(film: Film, places: FilmPlaces, today: date) -> Iterator[Problem]:
    rights = film.rights
    if rights.until is not None and rights.until < today:
        message = f"the rights ended on {rights.until}. The film's page is shown, and nothing of it can be watched."
        yield places.problem(film.id, ("rights", "until"), Found("rights-over", message, "problem"))
    elif rights.until is not None and rights.until - today <= SOON:
        days = (rights.until - today).days
        left = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
        message = f"the rights end {left}. From the day after, nothing of the film can be watched."
        yield places.problem(film.id, ("rights", "until"), Found("rights-ending", message))
    if rights.begin is not None and rights.begin > today:
        message = f"the rights begin on {rights.begin}. Until then nothing of the film can be watched."
        yield places.problem(film.id, ("rights", "from"), Found("rights-later", message))
    if rights.plays_per_day == 1:
        message = "one play a day is left to visitors, so the loop never shows the film."
        yield places.problem(film.id, ("rights", "plays_per_day"), Found("rights-one-play", message))


def _screenings(film: Film, exhibition: Exhibition, places: FilmPlaces, now: datetime) -> Iterator[Problem]:
    ahead = coming(film, now)
    if film.screenings and not ahead:
        last = film.screenings[-1].at
        message = f"all of them are over, the last one was on {last:%Y-%m-%d}. None is shown."
        yield places.problem(film.id, ("screenings",), Found("screenings-over", message))
    here = [each for each in ahead if not each.place]
    if here and not any(each.kind == "film" for each in film.excerpts):
        message = (
            "has no place, so it is on this screen, and the film has no excerpt of kind: film. It is announced, and "
            "nothing is shown."
        )
        yield _of(film, here[0], places, Found("screening-without-film", message, "problem"))
        return
    for each in here:
        if not exhibition.hours.is_open(each.at):
            message = "begins outside of the opening hours. The screen comes on for it."
            yield _of(film, each, places, Found("screening-closed", message))


def _overlaps(exhibition: Exhibition, places: FilmPlaces, now: datetime) -> Iterator[Problem]:
    """Of two screenings on this screen at a time, the one that began first is shown."""
    running = None
    for each in screenings_here(exhibition.playlist, {}):
        if running is not None and each.begins < running.ends and each.ends > now.astimezone(UTC):
            film = exhibition.playlist.film(each.film)
            other = exhibition.hours.local(running.begins)
            message = f"begins while {running.film} runs on this screen, since {other:%H:%M}."
            screening = next(one for one in film.screenings if one.at.astimezone(UTC) == each.begins) if film else None
            if film is not None and screening is not None:
                yield _of(film, screening, places, Found("screenings-overlap", message, "problem"))
        if running is None or each.ends > running.ends:
            running = each


def _of(film: Film, screening: Screening, places: FilmPlaces, found: Found) -> Problem:
    """The problem with a screening; its moment is what tells it from others, which may be written in any order."""
    for number, node in places.items(film.id, "screenings"):
        at = child(node, "at")
        try:
            if isinstance(at, Scalar) and parse_moment(at.text) == screening.at.replace(tzinfo=None):
                return places.problem(film.id, ("screenings", number, "at"), found)
        except Wrong:
            continue
    return places.problem(film.id, ("screenings",), found)
