"""Items of loops that never take part, and films that ask first everywhere but there."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from kiosk.config.load import Loaded
from kiosk.config.problems import Problem
from kiosk.config.tree import Fields, Node, Scalar, child, find, items_at
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.when import When, parse_when
from kiosk.health.contents.found import FilmPlaces, Found

_DAYS: Final = 8
"""By then every day of the week has come once."""
_STEP: Final = timedelta(minutes=5)


def loop_findings(loaded: Loaded, exhibition: Exhibition, places: FilmPlaces, now: datetime) -> Iterator[Problem]:
    """Of the loops' files in the order in which they were read, then of the notes that say nothing."""
    calendar = _Calendar(exhibition.hours, now)
    after_hours = _named(loaded, ("hours", "when_closed", "screen"))
    for name, root in loaded.roots.items():
        for number, item in items_at(root, ("items",)):
            on, excerpt = child(item, "on"), child(item, "excerpt")
            if isinstance(on, Scalar) and name != after_hours and (why := _never(on.text, calendar)):
                yield Found("loop-never", why, "problem").there(root, ("items", number, "on"))
            film = exhibition.playlist.film(excerpt.text.partition("/")[0]) if isinstance(excerpt, Scalar) else None
            if film is not None and film.strong:
                message = f"{film.id} is marked strong, and the loop shows it without its content note."
                yield Found("strong-in-loop", message).there(root, ("items", number, "excerpt"))
    for film in exhibition.playlist.films:
        note = film.content_note
        if note is not None and note.strong and not (note.seen or note.heard):
            message = "is strong, and says neither what is seen nor what is heard. Visitors are asked without a reason."
            yield places.problem(film.id, ("content_note",), Found("note-empty", message))


def _named(loaded: Loaded, way: tuple[str, ...]) -> str:
    node: Node | None = find(loaded.root, way) if isinstance(loaded.root, Fields) else None
    return node.text if isinstance(node, Scalar) else ""


def _never(on: str, calendar: "_Calendar") -> str | None:
    """Why an item that takes part then is never seen; None if it is."""
    try:
        when = parse_when(on)
    except ValueError:  # a rule that cannot be read was told of, and is not in force
        return None
    if when.dates and not when.days and max(when.dates) < calendar.today:
        return f"{on} is over. The item is never shown."
    if not calendar.is_ever_open(when):
        return f"the exhibition is closed then ({on}). The item is never shown."
    return None


class _Calendar:
    """At which moments the exhibition is open, for the days that tell all others."""

    def __init__(self, hours: Hours, now: datetime) -> None:
        self._hours, self._now = hours, hours.local(now)
        self.today = self._now.date()
        self._known: dict[tuple[object, ...], bool] = {}

    def is_ever_open(self, when: When) -> bool:
        """Whether the exhibition is open at a moment to come of which a rule speaks."""
        if not self._hours.weekly and not self._hours.special:
            return True
        key = (when.days, when.dates, when.spans)
        if key not in self._known:
            self._known[key] = any(when.includes(each) and self._hours.is_open(each) for each in self._moments(when))
        return self._known[key]

    def _moments(self, when: When) -> Iterator[datetime]:
        days = {self.today + timedelta(days=number) for number in range(_DAYS)}
        days |= {each for each in (*self._hours.special, *when.dates) if each >= self.today}
        for day in sorted(days):
            first = self._now.replace(year=day.year, month=day.month, day=day.day, hour=0, minute=0, second=0)
            for number in range(timedelta(days=1) // _STEP):
                yield first + number * _STEP
