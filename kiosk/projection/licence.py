"""What the rights in the films allow at this moment."""

from collections.abc import Mapping
from datetime import date

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film
from kiosk.exhibition.loop import ExcerptItem
from kiosk.exhibition.programme import Playable
from kiosk.exhibition.rights import Barred, barred, left_for_loop
from kiosk.projection.plays import Plays


class Licence:
    """Counts the plays of films that may be played only so often a day, and says which must not be played now.

    A day is one of the calendar in the exhibition's zone.
    """

    def __init__(self, exhibition: Exhibition, plays: Plays, clock: Clock) -> None:
        self.exhibition = exhibition
        self._plays = plays
        self._clock = clock

    def barred(self) -> Mapping[str, Barred]:
        """The films that cannot be played now, by their ids, and why."""
        found: dict[str, Barred] = {}
        for film in self.exhibition.playlist.limited:
            if why := self._barred(film):
                found[film.id] = why
        return found

    def in_loop(self, piece: Playable) -> bool:
        """Whether the attract loop may show a piece now. A screen that only plays its loop leaves no plays over."""
        film = self.exhibition.playlist.film(piece.film) if isinstance(piece, ExcerptItem) else None
        if film is None:
            return True
        return self._barred(film) is None and (
            self.exhibition.mode == "loop" or left_for_loop(film.rights, self._count(film))
        )

    def begun(self, film_id: str) -> None:
        """The first picture of one of the film's excerpts is on the screen."""
        film = self.exhibition.playlist.film(film_id)
        if film is not None and film.rights.plays_per_day is not None:
            self._plays.add(self._today(), self._name(film))

    def _barred(self, film: Film) -> Barred | None:
        return barred(film.rights, self._today(), self._count(film))

    def _count(self, film: Film) -> int:
        return self._plays.count(self._today(), self._name(film))

    def _name(self, film: Film) -> str:
        """Films of two exhibitions on one machine may have the same id."""
        return f"{self.exhibition.folder}: {film.id}"

    def _today(self) -> date:
        return self.exhibition.hours.local(self._clock.now()).date()
