"""Everything that a screen may draw from, as one value: the same view always gives the same picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kiosk.captions.track import Track
from kiosk.exhibition.crossfade import CUT, Crossfade
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt, Film, Screening
from kiosk.exhibition.loop import StillItem
from kiosk.exhibition.overrun import Overrun, overrun
from kiosk.exhibition.rights import Barred
from kiosk.exhibition.schedule import OPEN, Standing
from kiosk.exhibition.screenings import coming, next_here
from kiosk.exhibition.text import Direction, language_direction
from kiosk.panel.sight import Sight
from kiosk.ui.showing import Showing
from kiosk.visit.places import FilmPage, Foyer, Note, Watching
from kiosk.visit.preferences import VERSIONS, to_continue
from kiosk.visit.visit import Visit

Limits = tuple[datetime | None, datetime | None]
"""When the exhibition closes, and when the next screening on this screen begins."""


@dataclass(frozen=True, slots=True)
class View:
    """The exhibition, the visit and what is playing.

    ``durations``: seconds of each excerpt by (film id, excerpt id), as far as they are known.
    ``position`` and ``length``: seconds of the excerpt that is being watched. ``now``: the wall clock, aware of its
    time zone. ``unavailable``: excerpts (film id, excerpt id) and versions of them (film id, excerpt id,
    version) that cannot be played today. ``barred``: films whose rights are the reason for that, by their ids.
    ``tracks``: the captions of the excerpt that is being watched, by language. ``coming``: what the loop shows next, as
    far as that is known; ``crossfade``: from what it showed before. ``standing``: what the calendar says. ``panel``:
    the installer's, while it is open.
    """

    exhibition: Exhibition
    visit: Visit
    now: datetime
    durations: Mapping[tuple[str, str], float] = field(default_factory=dict)
    showing: Showing = None
    coming: Showing = None
    crossfade: Crossfade = CUT
    position: float = 0.0
    length: float = 0.0
    unavailable: frozenset[tuple[str, ...]] = frozenset()
    barred: Mapping[str, Barred] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    standing: Standing = OPEN
    panel: Sight | None = None

    @property
    def language(self) -> str:
        """In which the visitor reads."""
        return self.visit.language

    @property
    def direction(self) -> Direction:
        """In which the visitor reads: the layout's, too."""
        return language_direction(self.language)

    @property
    def next_language(self) -> str | None:
        """What the language button switches to at once; None where there is no other language, or a choice of them."""
        others = self.other_languages
        return others[0] if len(others) == 1 else None

    @property
    def other_languages(self) -> tuple[str, ...]:
        """What the visitor could read in instead, in the exhibition's order."""
        languages = self.exhibition.languages
        return tuple(each for each in languages if each != self.language) if self.language in languages else ()

    @property
    def second_language(self) -> str | None:
        """The language of the second line of titles: the first of the exhibition's that is not the reader's."""
        return next(iter(self.other_languages), None)

    @property
    def film(self) -> Film | None:
        """The film that the visitor is at, where there is one."""
        place = self.visit.place
        if isinstance(place, FilmPage | Note | Watching):
            return self.exhibition.playlist.film(place.film)
        if isinstance(place, Foyer):
            return self.exhibition.playlist.film(place.screening.film)
        return None

    @property
    def shown_film(self) -> Film | None:
        """The film that the loop shows an excerpt or the still of."""
        playlist = self.exhibition.playlist
        if isinstance(self.showing, StillItem):
            return playlist.film_of(self.showing.still)
        return playlist.film(self.showing) if isinstance(self.showing, str) else None

    @property
    def excerpt(self) -> Excerpt | None:
        """The excerpt that the visitor is asked about or watches."""
        place = self.visit.place
        if isinstance(place, Note | Watching) and self.film is not None:
            return self.film.excerpt(place.excerpt)
        return None

    @property
    def caption_languages(self) -> tuple[str, ...]:
        """The languages of the captions that the visitor reads, two at most."""
        visit = self.visit
        if isinstance(visit.place, Watching) and visit.place.leaves_at is not None:
            return ()
        return visit.captions.shown(tuple(self.tracks), visit.language, self.exhibition.languages)

    @property
    def file_position(self) -> float:
        """Seconds of the media file that are on the screen: captions go by these."""
        return self.position + (self.excerpt.start.total_seconds() if self.excerpt else 0.0)

    def playable(self, film: Film) -> tuple[Excerpt, ...]:
        """The excerpts of ``film`` that can be played today; the first is the one that Watch plays."""
        return tuple(each for each in film.excerpts if (film.id, each.id) not in self.unavailable)

    def versions(self, film: Film, excerpt: Excerpt) -> tuple[str, ...]:
        """The versions of an excerpt that can be shown to this visitor: ``sign``, ``described``."""
        barred = {key[2:] for key in self.unavailable | self.visit.broken if key[:2] == (film.id, excerpt.id)}
        return tuple(each for each in VERSIONS if each in excerpt.versions and (each,) not in barred)

    def to_continue(self, film: Film) -> float | None:
        """The second at which the visitor left an excerpt of ``film``, None where there is nothing to continue."""
        left = to_continue(self.visit, film.id, {each.id for each in self.playable(film)})
        return left[1] if left else None

    def seconds(self, film: Film, excerpt: Excerpt) -> float | None:
        """Length of an excerpt, None while it is not known."""
        return self.durations.get((film.id, excerpt.id)) or None

    def upcoming(self, film: Film) -> tuple[Screening, ...]:
        """The screenings of ``film`` that are not over, the next one first."""
        return coming(film, self.now)

    def local(self, moment: datetime) -> datetime:
        """An aware moment on the exhibition's clock."""
        return self.exhibition.hours.local(moment)

    @property
    def limits(self) -> Limits:
        """What an excerpt that is begun now might run into. It takes a moment to find out: ask once for many films."""
        here = next_here(self.exhibition.playlist, self.now)
        return self.exhibition.hours.closing(self.now), self.local(here.at) if here else None

    def overrun(self, film: Film, excerpt: Excerpt, limits: Limits | None = None) -> Overrun | None:
        """What the excerpt would run into if it were begun now; None if there is time, or its length is not known."""
        seconds = self.seconds(film, excerpt)
        if seconds is None:
            return None
        return overrun(timedelta(seconds=seconds), self.now, *(limits or self.limits))
