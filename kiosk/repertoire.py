"""What of the films can be played today."""

from collections.abc import Mapping
from pathlib import Path

from kiosk.clock import Clock
from kiosk.exhibition.film import Playlist
from kiosk.exhibition.rights import Barred
from kiosk.projection.facts import FactsDesk
from kiosk.projection.licence import Licence
from kiosk.projection.threader import Threader

_LEARN_EVERY = 1.0
"""Seconds. While many files are asked one after the other, the screens take in at once what was learnt so long."""

_LOOK_EVERY = 2.0
"""Seconds. So soon it is noticed that a film must not be shown any more, or may be."""


class Repertoire:
    """``durations``: seconds of the excerpts, by (film id, excerpt id), as far as they are known.

    ``unavailable``: those that cannot be played, also by (film id, excerpt id, version). ``barred``: films whose rights
    are the reason for that.
    """

    def __init__(
        self, playlist: Playlist, facts: FactsDesk, threader: Threader, licence: Licence, clock: Clock
    ) -> None:
        self._facts = facts
        self._threader = threader
        self._licence = licence
        self._clock = clock
        self._look_at = clock.monotonic() + _LOOK_EVERY
        self._doubted, self._learn_at = False, 0.0
        self.durations: Mapping[tuple[str, str], float] = {}
        self.unavailable: frozenset[tuple[str, ...]] = frozenset()
        self.barred: Mapping[str, Barred] = {}
        self.learn(playlist)

    def doubt(self) -> None:
        """Something may be different now."""
        self._doubted = True

    def failed(self, file: Path) -> None:
        """It could not be shown: it may have gone or changed just now."""
        self._facts.look_at(file)
        self.doubt()

    def step(self, playlist: Playlist, now: float) -> bool:
        """Whether anything is known now that was not."""
        self._doubted = self._facts.step(now) or self._doubted
        if now >= self._look_at:
            self._look_at = now + _LOOK_EVERY
            self._doubted = self._doubted or self._licence.barred() != self.barred
        return self._doubted and (now >= self._learn_at or not self._facts.busy) and self.learn(playlist)

    def next_moment(self, now: float) -> float | None:
        """When ``step`` is needed for what files tell (monotonic seconds)."""
        return self._facts.next_moment(now)

    def learn(self, playlist: Playlist) -> bool:
        """Take over what is known about the files by now, and ask for the rest; whether anything is different."""
        self._doubted, self._learn_at = False, self._clock.monotonic() + _LEARN_EVERY
        before = self.durations, self.unavailable, self.barred
        durations, unavailable = self._threader.survey(playlist)
        barred = self._licence.barred()
        unavailable |= {
            (film.id, excerpt.id) for film in playlist.limited if film.id in barred for excerpt in film.excerpts
        }
        if (durations, unavailable, barred) == before:
            return False
        self.durations, self.unavailable, self.barred = durations, unavailable, barred
        return True
