"""What an exhibition lays down for every visit."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from kiosk.exhibition.closing import AS_USUAL, Closing
from kiosk.exhibition.exhibition import Exhibition, Idle
from kiosk.exhibition.film import Playlist
from kiosk.exhibition.schedule import OPEN, Standing

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Rules:
    """What every visit starts with and the limits it keeps to.

    ``languages``: at least one; a visit starts in the first. ``volume``, ``max_volume`` and ``volume_step`` in
    per cent. ``touch``: False where nobody can explore. ``reach``: visits start with what is tapped low.
    ``unavailable``: excerpts (film id, excerpt id) and versions of them (film id, excerpt id, version) that cannot
    be played today. ``controls_stay``: seconds that the controls stay after the last touch. ``standing``: what the
    calendar says by now. ``epoch``: the wall clock's time when the monotonic clock was at 0.
    """

    languages: tuple[str, ...]
    playlist: Playlist
    volume: int = 70
    max_volume: int = 90
    captions: bool = True
    idle: Idle = field(default_factory=Idle)
    touch: bool = True
    reach: bool = False
    unavailable: frozenset[tuple[str, ...]] = frozenset()
    controls_stay: float = 4.0
    volume_step: int = 10
    closing: Closing = AS_USUAL
    standing: Standing = OPEN
    epoch: datetime = LONG_AGO

    @classmethod
    def of(
        cls,
        exhibition: Exhibition,
        unavailable: frozenset[tuple[str, ...]] = frozenset(),
        standing: Standing = OPEN,
        epoch: datetime = LONG_AGO,
    ) -> "Rules":
        """The rules of an exhibition. Without films there is nothing to explore, so touches wake nothing."""
        return cls(
            languages=exhibition.languages,
            playlist=exhibition.playlist,
            volume=min(exhibition.sound.volume, exhibition.sound.max_volume),
            max_volume=exhibition.sound.max_volume,
            captions=exhibition.captions,
            idle=exhibition.idle,
            reach=exhibition.screen.reach,
            touch=exhibition.mode == "kiosk" and bool(exhibition.playlist.films),
            unavailable=unavailable,
            closing=exhibition.closing,
            standing=standing,
            epoch=epoch,
        )

    def wall(self, now: float) -> datetime:
        """The wall clock's time at a moment of the monotonic clock."""
        return self.epoch + timedelta(seconds=now)

    def monotonic(self, moment: datetime) -> float:
        """The monotonic clock's time at an aware moment of the wall clock."""
        return (moment - self.epoch).total_seconds()

    def playable(self, film_id: str) -> tuple[str, ...]:
        """The film's excerpts that can be played today, in their order."""
        film = self.playlist.film(film_id)
        return tuple(each.id for each in film.excerpts if self.can_play(film_id, each.id)) if film else ()

    def main_excerpt(self, film_id: str) -> str | None:
        """The excerpt that Watch plays: the film's first that can be played. None if there is none."""
        return next(iter(self.playable(film_id)), None)

    def can_play(self, film_id: str, excerpt_id: str) -> bool:
        """Whether the film has this excerpt and it can be played today."""
        film = self.playlist.film(film_id)
        there = film is not None and film.excerpt(excerpt_id) is not None
        return there and (film_id, excerpt_id) not in self.unavailable

    def has_version(self, film_id: str, excerpt_id: str, version: str) -> bool:
        """Whether there is such a version of the excerpt and it can be played today."""
        film = self.playlist.film(film_id)
        excerpt = film.excerpt(excerpt_id) if film else None
        there = excerpt is not None and version in excerpt.versions
        return there and (film_id, excerpt_id, version) not in self.unavailable

    def has_transcript(self, film_id: str) -> bool:
        """Whether there is anything to read of what is said in the film's excerpts."""
        film = self.playlist.film(film_id)
        return film is not None and bool(film.transcribed)

    def strong(self, film_id: str) -> bool:
        """Whether the film's excerpts need a word before they are shown."""
        film = self.playlist.film(film_id)
        return film is not None and film.strong
