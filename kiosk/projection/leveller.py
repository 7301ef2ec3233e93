"""How loud a reel is played at this moment: brought to the exhibition's level, which may be another one by hours."""

import logging
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.level import CEILING_DBTP, Loudness, gain_db, played_volume, shortfall
from kiosk.projection.contract import Reel
from kiosk.projection.loudness import LoudnessDesk, Stretch

LOG = logging.getLogger(__name__)

RAMP_SECONDS: Final = 10.0
"""From one level to another: quiet hours come like dusk."""
_STEPS: Final = 50


class Leveller:
    """Knows the level of the hour, and what was measured.

    ``step`` has to be called at the latest when ``next_moment`` says. The level of the start is there at once.
    """

    def __init__(self, exhibition: Exhibition, desk: LoudnessDesk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self._from: dict[float | None, float] = {}
        self._to: float | None = None
        self._steps, self._begun = _STEPS, 0.0
        self._told: set[Stretch] = set()
        self.change(exhibition)
        self._from, self._steps = {}, _STEPS

    def change(self, exhibition: Exhibition) -> None:
        """Go on with another exhibition, or look at the clock anew."""
        self._level, self._zone = exhibition.sound.level, exhibition.hours.zone
        usual = self._level.usual  # a file that is not measured yet is played as it is, and softer in quiet hours
        self._supposed = None if usual is None else Loudness(usual, CEILING_DBTP)
        self._look(self._clock.now())

    def loudness(self, file: Path, start: float, end: float | None, own_db: float) -> Loudness | None:
        """What was measured of a stretch; if nothing was and it is needed, that is arranged for."""
        if self._level.off and own_db <= 0.0:
            return None
        stretch = (file, start, end)
        found = self._desk.get(stretch)
        if found is None:
            self._desk.ask(stretch)
        if not isinstance(found, Loudness):
            return None
        self._tell_what_is_lacking(stretch, found, own_db)
        return found

    def volume(self, reel: Reel, volume: int) -> int:
        """Per cent at which ``reel`` is played now where ``volume`` (per cent) is wished."""
        loudness = reel.loudness or self._supposed
        gain = sum(gain_db(loudness, level, reel.gain_db) * share for level, share in self._mixture().items())
        return played_volume(volume, gain)

    def step(self, now: float) -> bool:
        """Measure on, and go with the hours; whether volumes are others now."""
        self._desk.step(now)
        moment = self._clock.now()
        if moment < self._looked or (self._changes is not None and moment >= self._changes):
            self._look(moment)
        before = self._steps
        while self._steps < _STEPS and now >= self._step_at():
            self._steps += 1
        return self._steps > before

    def next_moment(self, now: float) -> float | None:
        """When ``step`` has something to do (monotonic seconds)."""
        change = None
        if self._changes is not None:
            change = now + (self._changes - self._clock.now()).total_seconds()
        ramp = self._step_at() if self._steps < _STEPS else None
        return min((each for each in (change, ramp, self._desk.next_moment()) if each is not None), default=None)

    def _look(self, moment: datetime) -> None:
        """What the level is, and until when; a change that comes during another goes on from where that one is."""
        self._looked, self._changes = moment, self._level.next_change(moment, self._zone)
        level = self._level.at(moment.astimezone(self._zone))
        if level != self._to:
            LOG.info("Sound is brought to %s from now on.", "no level" if level is None else f"{level:g} LUFS")
            self._from, self._to = self._mixture(), level
            self._steps, self._begun = 0, self._clock.monotonic()

    def _step_at(self) -> float:
        """When the next step on the way to another level is due."""
        return self._begun + (self._steps + 1) * RAMP_SECONDS / _STEPS

    def _mixture(self) -> dict[float | None, float]:
        """The levels between which it is, with the share of each."""
        reached = self._steps / _STEPS if self._from else 1.0
        mixture = {level: share * (1.0 - reached) for level, share in self._from.items()}
        mixture[self._to] = mixture.get(self._to, 0.0) + reached
        return mixture

    def _tell_what_is_lacking(self, stretch: Stretch, found: Loudness, own_db: float) -> None:
        if stretch in self._told:
            return
        self._told.add(stretch)
        if lacking := shortfall(found, self._level.usual, own_db):
            LOG.warning("%s %s", stretch[0].name, lacking)
