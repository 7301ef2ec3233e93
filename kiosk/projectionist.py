"""Carries out what a visit asks of the booth, and tells the visit what became of it."""

from collections.abc import Collection
from pathlib import Path

from kiosk.captions.desk import CaptionDesk, Tracks
from kiosk.clock import Clock
from kiosk.exhibition.crossfade import Crossfade
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.schedule import at_hour
from kiosk.projection.booth import Booth, ReelFailed
from kiosk.projection.contract import Picture
from kiosk.projection.facts import FactsDesk
from kiosk.projection.film_player import FilmNews, FilmPlayer
from kiosk.projection.leveller import Leveller
from kiosk.projection.licence import Licence
from kiosk.projection.loop_player import LoopPlayer
from kiosk.projection.threader import Threader
from kiosk.repertoire import Repertoire
from kiosk.ui.showing import Showing, named
from kiosk.visit.effects import (
    Effect,
    FadeOut,
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
        leveller: Leveller,
    ) -> None:
        self._exhibition = exhibition
        self._booth = booth
        self._clock = clock
        self._threader = threader
        self._licence = licence
        self._leveller = leveller
        self._playing: str | None = None
        self._captions = captions
        self._films = FilmPlayer(booth, threader, exhibition.sound.volume)
        self._loop = LoopPlayer(booth, threader, exhibition, clock, licence)
        self._after_hours = False
        threader.device = exhibition.sound.device
        self._renewed = False
        self.repertoire = Repertoire(exhibition.playlist, facts, threader, licence, clock)

    def perform(self, effect: Effect) -> None:
        """Do what the visit asks; it returns at once."""
        match effect:
            case StartLoop(after_hours):
                if after_hours is not self._after_hours:
                    self._after_hours = after_hours
                    self._loop.change(at_hour(self._exhibition, after_hours=after_hours))
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
            case FadeOut(seconds):
                self._films.fade_out(seconds, self._clock.monotonic())
            case SetVolume(volume):
                self._films.set_volume(volume)

    def step(self) -> tuple[list[FilmNews], bool]:
        """What became of the visitor's film, and whether what the loop shows or what can be played is another now."""
        now = self._clock.monotonic()
        renewed, self._renewed = self._renewed, False
        if renewed:
            self.repertoire.doubt()
        if self._leveller.step(now):
            self._films.regulate()
            self._loop.set_volume(self._exhibition.sound.loop)
        news = self._booth.step(now)
        for failed in (event for event in news if isinstance(event, ReelFailed)):
            self.repertoire.failed(failed.reel.file)
        differs = self.repertoire.step(self._exhibition.playlist, now)
        films = self._films.step(news, now)
        if self._playing is not None and any(isinstance(event, FilmStarted) for event in films):
            self._licence.begun(self._playing)
            self._playing = None
        return films, self._loop.step(news) or differs or renewed

    def change(self, exhibition: Exhibition) -> None:
        """Go on with another exhibition; what plays is played on."""
        self._exhibition = self._licence.exhibition = exhibition
        self._threader.device = exhibition.sound.device
        self._leveller.change(exhibition)
        self._loop.set_volume(exhibition.sound.loop)
        self._loop.change(at_hour(exhibition, after_hours=self._after_hours))
        self.repertoire.learn(exhibition.playlist)

    def renew(self, files: Collection[Path]) -> None:
        """These files came, went or are others now: what waits is threaded anew, what plays is played on."""
        self._loop.renew(files)
        self._films.renew(files)
        self._captions.renew(files)
        self._renewed = True

    @property
    def showing(self) -> Showing:
        """What the loop shows."""
        return named(self._loop.showing, self._exhibition.playlist)

    @property
    def coming(self) -> Showing:
        """What the loop shows next, as far as that is known."""
        return named(self._loop.coming, self._exhibition.playlist)

    @property
    def crossfade(self) -> Crossfade:
        """From what the loop showed before."""
        return self._loop.crossfade

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
        booth, facts = self._booth.next_step_at(now), self.repertoire.next_moment(now)
        level = self._leveller.next_moment(now)
        moments = (booth, facts, level, self._loop.next_moment(), self._films.next_moment())
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
