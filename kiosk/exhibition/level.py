"""How loud things are played: every file is brought to one level, however loud it was made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from kiosk.exhibition.when import When, on_clock

USUAL_LUFS: Final = -23.0
"""What programmes are made at (EBU R 128)."""
CEILING_DBTP: Final = -1.0
"""True peak that nothing is made louder than (EBU R 128)."""
MOST_BOOST_DB: Final = 20.0
"""What would need more is meant to be that quiet, or is broken."""
SILENCE_LUFS: Final = -70.0
"""At and below the absolute gate of ITU-R BS.1770 there is nothing to be heard."""

_NEXT_TO_NOTHING_DB: Final = 1.0
_DAYS_AHEAD: Final = 8


@dataclass(frozen=True, slots=True)
class Loudness:
    """Of a stretch of a file: ``integrated`` over its length in LUFS, and its true ``peak`` in dBTP."""

    integrated: float
    peak: float

    @property
    def silent(self) -> bool:
        return self.integrated <= SILENCE_LUFS


@dataclass(frozen=True, slots=True)
class Level:
    """The loudness in LUFS that files are brought to; None leaves them as loud as they are.

    ``hours``: other levels for some days, dates and hours; of several that fit a moment the first counts.
    """

    usual: float | None = USUAL_LUFS
    hours: tuple[tuple[When, float | None], ...] = ()

    @property
    def off(self) -> bool:
        """Whether files are left as they are at all times."""
        return all(level is None for level in (self.usual, *(level for _, level in self.hours)))

    def at(self, moment: datetime) -> float | None:
        """The level at ``moment``, read on the clock of its own time zone."""
        return next((level for when, level in self.hours if when.includes(moment)), self.usual)

    def next_change(self, now: datetime, zone: tzinfo | None) -> datetime | None:
        """When the level is another one for the first time after ``now`` (aware); None if it stays as it is.

        ``zone``: the exhibition's, None for the machine's own.
        """
        level = self.at(now.astimezone(zone))
        later = sorted(moment for moment in self._moments(now, zone) if moment > now)
        return next((moment for moment in later if self.at(moment.astimezone(zone)) != level), None)

    def _moments(self, now: datetime, zone: tzinfo | None) -> Iterator[datetime]:
        """When other hours may begin, in UTC. At whole hours days begin, and clocks are changed."""
        times = {time(hour) for hour in range(24)}
        times |= {at for when, _ in self.hours for span in when.spans for at in (span.start, span.end)}
        for day in self._days(now.astimezone(zone).date()) if self.hours else ():
            for at in times:
                for fold in (0, 1):  # an hour may come twice in a night
                    local = datetime.combine(day, at).replace(fold=fold)
                    yield on_clock(local, zone).astimezone(UTC)

    def _days(self, today: date) -> set[date]:
        """Those of the next week, and those that are named; the day after may be one of theirs, too."""
        named = {day for when, _ in self.hours for day in when.dates}
        return {today + timedelta(days=number) for number in range(-1, _DAYS_AHEAD)} | {
            day + timedelta(days=number) for day in named for number in (0, 1)
        }


USUAL_LEVEL = Level()


def gain_db(loudness: Loudness | None, level: float | None, own_db: float = 0.0) -> float:
    """By how much a stretch is played louder than it is, or softer if negative.

    ``loudness``: None while it is not known; then it is made softer only. ``own_db``: what the installer wants on top.
    Nothing gets louder than ``CEILING_DBTP``, or by more than ``MOST_BOOST_DB``.
    """
    wanted = _wanted_db(loudness, level, own_db)
    if wanted <= 0.0:
        return wanted
    if loudness is None or loudness.silent:
        return 0.0
    return min(wanted, max(0.0, CEILING_DBTP - loudness.peak), MOST_BOOST_DB)


def shortfall(loudness: Loudness, level: float | None, own_db: float = 0.0) -> str | None:
    """What a stretch lacks of its level, as the end of a sentence; None if that is next to nothing."""
    if loudness.silent or level is None:
        return None
    gain = gain_db(loudness, level, own_db)
    lacking = _wanted_db(loudness, level, own_db) - gain
    if lacking < _NEXT_TO_NOTHING_DB:
        return None
    most = f"{gain:g} dB is the most that is added" if gain == MOST_BOOST_DB else "louder, its peaks would be cut"
    return f"stays {lacking:.1f} dB below {level + own_db:g} LUFS: {most}."


def _wanted_db(loudness: Loudness | None, level: float | None, own_db: float) -> float:
    """The gain if there were no limits."""
    if loudness is None or loudness.silent or level is None:
        return own_db
    return level - loudness.integrated + own_db


def played_volume(volume: int, gain: float) -> int:
    """Per cent at which ``volume`` (per cent) sounds by ``gain`` dB louder: the player's volume is cubic."""
    return round(volume * 10 ** (gain / 60))
