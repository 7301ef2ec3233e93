"""Carries out what a visit asks of the booth, and tells the visit what became of it."""

from collections.abc import Mapping

from kiosk.captions.desk import CaptionDesk, Tracks
from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, StillItem
from kiosk.exhibition.rights import Barred
from kiosk.projection.booth import Booth, ReelFailed
from kiosk.projection.contract import Picture
from kiosk.projection.facts import FactsDesk
from kiosk.projection.film_player import FilmNews, FilmPlayer
from kiosk.projection.licence import Licence
from kiosk.projection.loop_player import LoopPlayer
from kiosk.projection.threader import Threader
from kiosk.visit.effects import (
    Effect,
    Pause,
    Play,
    Prepare,
    Resume,
    Seek,
    SeekBy,
    SetVolume,
    StartLoop,
    StopFilm,
    StopLoop,
    SwitchVersion,
    Unprepare,
)
from kiosk.visit.events import FilmStarted

_LOOK_EVERY = 2.0
"""Seconds. So soon it is noticed that a film's file came, went or changed."""


class Projectionist:
    """Runs films for visitors and the loop for nobody, on one booth."""

    def __init__(
        self,
        exhibition: Exhibition,
        booth: Booth,
        facts: FactsDesk,
        threader: Threader,
        captions: CaptionDesk,
        clock: Clock,
        licence: Licence,
    ) -> None:
        self._exhibition = exhibition
        self._booth = booth
        self._facts = facts
        self._clock = clock
        self._threader = threader
        self._licence = licence
        self._playing: str | None = None
        self._captions = captions
        self._films = FilmPlayer(booth, threader, exhibition.sound.volume)
        self._loop = LoopPlayer(booth, threader.thread, exhibition, clock, licence)
        self._look_at = clock.monotonic() + _LOOK_EVERY
        self.durations: Mapping[tuple[str, str], float] = {}
        self.unavailable: frozenset[tuple[str, ...]] = frozenset()
        self.barred: Mapping[str, Barred] = {}
        self._learn()

    def perform(self, effect: Effect) -> None:
        """Do what the visit asks; it returns at once."""
        match effect:
            case StartLoop():
                self._loop.start()
            case StopLoop():
                self._loop.stop()
            case Prepare() | Play():
                self._show(effect)
            case SwitchVersion(version):
                self._films.switch(version, self._clock.monotonic())
            case Unprepare() | StopFilm():
                self._films.stop()
            case Pause():
                self._films.pause(self._clock.monotonic())
            case Resume():
                self._films.resume()
            case Seek(seconds):
                self._films.seek(seconds)
            case SeekBy(seconds):
                self._films.seek_by(seconds, self._clock.monotonic())
            case SetVolume(volume):
                self._films.set_volume(volume)

    def step(self) -> tuple[list[FilmNews], bool]:
        """What became of the visitor's film, and whether what the loop shows or what can be played is another now."""
        now = self._clock.monotonic()
        learnt = self._facts.step(now)
        news = self._booth.step(now)
        if now >= self._look_at or any(isinstance(event, ReelFailed) for event in news):
            self._look_at = now + _LOOK_EVERY
            self._facts.look_again()
            learnt = True
        differs = learnt and self._learn()
        films = self._films.step(news, now)
        if self._playing is not None and any(isinstance(event, FilmStarted) for event in films):
            self._licence.begun(self._playing)
            self._playing = None
        return films, self._loop.step(news) or differs

    def change(self, exhibition: Exhibition) -> None:
        """Go on with another exhibition; what plays is played on."""
        if exhibition.loop != self._exhibition.loop or exhibition.playlist != self._exhibition.playlist:
            self._loop.change(exhibition)
        self._exhibition = self._licence.exhibition = exhibition
        self._facts.look_again()
        self._learn()

    @property
    def showing(self) -> str | FileItem | StillItem | CardItem | None:
        """What the loop shows: a film's id, a file of its own, a still or a card; None for nothing."""
        piece = self._loop.showing
        if isinstance(piece, ExcerptItem):
            return piece.film
        return piece

    @property
    def tracks(self) -> Tracks:
        """The captions of the excerpt that is watched or prepared, by language, as far as they are found."""
        return self._captions.tracks

    @property
    def length(self) -> float:
        """Seconds of the visitor's excerpt, 0 while they are not known."""
        return self._films.length

    def position(self) -> float:
        """Seconds of the visitor's excerpt at which it is."""
        return self._films.position(self._clock.monotonic())

    def picture(self, now: float) -> Picture | None:
        """The film frame that is due."""
        return self._booth.picture(now)

    def next_frame_at(self, now: float) -> float | None:
        """When ``picture`` may have something new (monotonic seconds), if nothing but the film goes on."""
        return self._booth.next_frame_at(now)

    def next_moment(self, now: float) -> float | None:
        """When ``step`` has something to do at the latest (monotonic seconds), the film's frames apart."""
        booth, facts = self._booth.next_step_at(now), self._facts.next_moment(now)
        moments = (booth, facts, self._loop.next_moment(), self._films.next_moment())
        return min((moment for moment in moments if moment is not None), default=None)

    def pids(self) -> dict[str, int | None]:
        """The projectors' processes by name."""
        return self._booth.pids()

    def _show(self, wanted: Prepare | Play) -> None:
        film = self._exhibition.playlist.film(wanted.film)
        excerpt = film.excerpt(wanted.excerpt) if film else None
        if excerpt and isinstance(wanted, Play):
            self._playing = wanted.film if wanted.start == 0.0 else None  # one that is taken up again is no other play
            self._captions.keep(excerpt)
            self._films.play(excerpt, wanted.start, wanted.version)
        elif excerpt:
            self._captions.open(excerpt)
            self._films.prepare(excerpt, wanted.start, wanted.version)

    def _learn(self) -> bool:
        """Take over what is known about the files by now, and ask for the rest; whether anything is different."""
        before = self.durations, self.unavailable, self.barred
        playlist = self._exhibition.playlist
        self.durations, self.unavailable = self._threader.survey(playlist)
        self.barred = self._licence.barred()
        self.unavailable |= {
            (film.id, excerpt.id) for film in playlist.films if film.id in self.barred for excerpt in film.excerpts
        }
        return (self.durations, self.unavailable, self.barred) != before
