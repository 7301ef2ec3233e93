"""While an excerpt is on the whole screen."""

from dataclasses import replace

from kiosk.visit.effects import Effect, Pause, Resume, Seek, SeekBy
from kiosk.visit.events import FilmEnded, FilmFailed, FilmReached, FilmStarted, VersionFailed
from kiosk.visit.moves import Change, move, stay
from kiosk.visit.places import FilmPage, Watching
from kiosk.visit.preferences import finished, left_at
from kiosk.visit.rules import Rules
from kiosk.visit.versions import switch_version, without_version
from kiosk.visit.visit import Visit

STEP_BACK = 10.0
"""Seconds that ``back-10`` goes back."""


def touch(film: Watching, now: float, rules: Rules) -> Watching:
    """Any touch keeps the controls a while longer; it does not bring them."""
    return _with_controls(film, now, rules) if film.controls else film


def tap(visit: Visit, film: Watching, target: str, now: float, rules: Rules) -> Change:
    """A tap on the picture shows or hides the controls, the others are the controls themselves."""
    match target:
        case "captions":
            return stay(replace(visit, place=replace(_with_controls(film, now, rules), choosing=not film.choosing)))
        case "picture" if film.choosing:
            return stay(replace(visit, place=replace(film, choosing=False)))
        case "picture":
            # A paused film shows them all the same.
            after = replace(film, controls_until=None) if film.controls else _with_controls(film, now, rules)
            return stay(replace(visit, place=after))
        case "close" | "back":
            return _leave(visit, film, now, rules)
        case "play" if film.rolling:
            after = replace(_with_controls(film, now, rules), paused=not film.paused)
            return replace(visit, place=after), (Resume() if film.paused else Pause(),)
        case "back-10":
            return _seek(visit, film, SeekBy(-STEP_BACK), now, rules)
    kind, _, version = target.partition(":")
    if kind == "version":
        return switch_version(visit, film, version, rules)
    return stay(visit)


def scrub(visit: Visit, film: Watching, seconds: float, now: float, rules: Rules) -> Change:
    """Go to ``seconds`` of the excerpt."""
    return _seek(visit, film, Seek(max(0.0, seconds)), now, rules)


News = FilmStarted | FilmReached | VersionFailed | FilmEnded | FilmFailed


def news(visit: Visit, film: Watching, event: News, now: float, rules: Rules) -> Change:
    """What the booth reports: the first picture, where it is, the end, or that there will be none."""
    match event:
        case FilmStarted():
            return stay(replace(visit, place=replace(film, rolling=True)))
        case FilmReached(seconds, length):
            return stay(left_at(visit, (film.film, film.excerpt), seconds, length) if film.rolling else visit)
        case VersionFailed():
            return stay(without_version(visit, film))
        case FilmEnded():
            return _leave(finished(visit, (film.film, film.excerpt)), film, now, rules)
    return _leave(visit, film, now, rules, apology=True)


def _with_controls(film: Watching, now: float, rules: Rules) -> Watching:
    return replace(film, controls_until=now + rules.controls_stay)


def _seek(visit: Visit, film: Watching, effect: Effect, now: float, rules: Rules) -> Change:
    # Before the first picture there is nothing to seek in.
    if not film.rolling:
        return stay(visit)
    return replace(visit, place=_with_controls(film, now, rules)), (effect,)


def _leave(visit: Visit, film: Watching, now: float, rules: Rules, *, apology: bool = False) -> Change:
    # The visitor sat still during the film: the time to read the page begins now.
    visit = replace(visit, idle_since=now, asking_since=None)
    return move(visit, FilmPage(film.film, apology=apology), rules)
