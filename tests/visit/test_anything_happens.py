"""Whatever happens, in whatever order: no exception, nothing out of its limits, and silence leads to attract."""

import random
from dataclasses import replace
from pathlib import Path

from walking import Visitor

from kiosk.exhibition.film import Playlist
from kiosk.exhibition.text import Text
from kiosk.visit.effects import Effect, Play, Prepare, StartLoop, StopFilm, StopLoop, SwitchVersion, Unprepare
from kiosk.visit.events import (
    Event,
    FilmEnded,
    FilmFailed,
    FilmReached,
    FilmStarted,
    Scrubbed,
    Tapped,
    Tick,
    Touched,
    VersionFailed,
)
from kiosk.visit.places import Attract, Watching
from kiosk.visit.step import Rules, next_moment, reconcile, step
from kiosk.visit.visit import Visit

EVENTS = 20_000

TARGETS = (
    *("card:homs", "card:sama", "card:cave", "card:nothing", "card:", "language", "back", "watch", "watch:song"),
    *("watch:end", "watch:nothing", "watch:", "more", "close", "play", "back-10", "captions", "volume-down"),
    *("captions-off", "captions:ar", "captions:", "captions-both", "caption-size:large", "caption-size:none"),
    *("volume-up", "note-back", "note-watch", "keep-going", "picture", "", ":", "unknown", "note-watch", "card:sama"),
    *("comfort", "comfort-close", "larger-text", "high-contrast", "reach"),
    *("version:sign", "version:described", "version:", "version:nothing", "continue", "transcript"),
)


class Projection:
    """Keeps account of the effects as the booth would, and objects where they make no sense."""

    def __init__(self) -> None:
        self.loop = True
        self.playing: tuple[str, str] | None = None
        self.prepared: Prepare | None = None
        self.version: str | None = None

    def follow(self, effect: Effect) -> None:
        match effect:
            case StopLoop() | StartLoop():
                assert self.loop == isinstance(effect, StopLoop)
                assert self.playing is None
                self.loop = not self.loop
            case Prepare():
                assert not self.loop
                assert self.playing is None
                self.prepared = effect
            case Unprepare():
                self.prepared = None
            case Play(film, excerpt, start, version):
                assert not self.loop
                assert self.playing is None
                assert self.prepared in (None, Prepare(film, excerpt, start, version))
                self.playing, self.prepared, self.version = (film, excerpt), None, version
            case SwitchVersion(version):
                assert self.playing is not None
                assert version != self.version
                self.version = version
            case StopFilm():
                assert self.playing is not None
                self.playing = None


def some_event(chance: random.Random) -> Event:
    return chance.choices(
        (
            Tapped(chance.choice(TARGETS)),
            Touched(),
            Tick(),
            Scrubbed(chance.uniform(-5.0, 500.0)),
            FilmStarted(),
            FilmEnded(),
            FilmFailed("by chance"),
            FilmReached(chance.uniform(0.0, 120.0), 120.0),
            VersionFailed(),
        ),
        weights=(60, 12, 12, 4, 8, 2, 2, 6, 1),
    )[0]


def hold(visit: Visit, projection: Projection, rules: Rules) -> None:
    """What is true after every step."""
    place = visit.place
    assert 0 <= visit.volume <= rules.max_volume
    assert visit.language in rules.languages
    assert projection.loop == isinstance(place, Attract)
    assert projection.playing == ((place.film, place.excerpt) if isinstance(place, Watching) else None)
    if isinstance(place, Attract | Watching):
        assert projection.prepared is None
    if isinstance(place, Watching):
        assert place.rolling or not place.paused
        # After a failure the projection has gone back to the film by itself.
        assert place.version in (projection.version, None)
        assert place.controls or not place.paused
    if visit.asking_since is not None:
        assert not isinstance(place, Attract)
        assert not isinstance(place, Watching) or place.paused
    assert all(5.0 <= seconds <= 110.0 for seconds in visit.left.values())
    film = getattr(place, "film", None)
    assert film is None or rules.playlist.film(film) is not None


def silence(visit: Visit, now: float, rules: Rules, projection: Projection) -> Visit:
    """Nobody touches anything any more; a film that plays comes to its end."""
    for _ in range(5):
        if isinstance(visit.place, Attract):
            break
        moment = next_moment(visit, rules)
        event: Event = FilmEnded() if moment is None else Tick()
        now = now + 60.0 if moment is None else max(now, moment)
        visit, effects = step(visit, event, now, rules)
        for effect in effects:
            projection.follow(effect)
    return visit


def with_everything(rules: Rules) -> Rules:
    """Every excerpt in both versions, and every one can be read."""
    versions = {"sign": Path("/exhibition/media/sign.mp4"), "described": Path("/exhibition/media/ad.mp4")}
    films = tuple(
        replace(
            film,
            excerpts=tuple(replace(each, versions=versions, transcript=Text({"": "a"})) for each in film.excerpts),
        )
        for film in rules.playlist.films
    )
    return replace(rules, playlist=Playlist(films=films))


def test_anything_happens(nobody: Visitor) -> None:
    chance = random.Random(20261122)
    rules = with_everything(nobody.rules)
    fewer = replace(rules, playlist=Playlist(films=rules.playlist.films[1:2]))
    visit, projection = nobody.visit, Projection()
    now, places, visits = 1000.0, set(), 0
    for count in range(EVENTS):
        now += chance.choice((0.0, 0.05, 0.5, 2.0, 5.0)) if chance.random() < 0.97 else 61.0
        visit, effects = step(visit, some_event(chance), now, rules)
        if count % 500 == 499:
            rules, fewer = fewer, rules
            visit, more = reconcile(visit, rules, now)
            effects += more
        for effect in effects:
            projection.follow(effect)
        hold(visit, projection, rules)
        places.add(type(visit.place).__name__)
        if count % 100 == 99:
            visit = silence(visit, now, rules, projection)
            assert visit.place == Attract()
            hold(visit, projection, rules)
            visits = visit.number
    assert places == {"Attract", "Browse", "FilmPage", "Note", "Watching"}
    assert visits >= EVENTS / 100
