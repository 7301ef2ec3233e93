"""From one place to another: what ends, and what begins.

The effects are read off the two places. So every film that was played is stopped, and the projector never
holds something that nobody can ask for, whatever way a visitor takes.
"""

from dataclasses import replace

from kiosk.visit.captions import CaptionChoice
from kiosk.visit.comfort import Comfort
from kiosk.visit.effects import Effect, Play, Prepare, SetVolume, StartLoop, StartOver, StopFilm, StopLoop, Unprepare
from kiosk.visit.places import Attract, FilmPage, Note, Place, Watching
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit

Change = tuple[Visit, tuple[Effect, ...]]
"""A visit after something happened, and what the rest of the kiosk has to do about it, in this order."""


def stay(visit: Visit) -> Change:
    """Nothing for the rest of the kiosk to do."""
    return visit, ()


def move(visit: Visit, place: Place, rules: Rules) -> Change:
    """Go to ``place``: what belongs to the old place ends before what belongs to the new one begins."""
    effects = (*_endings(visit.place, place, rules), *_beginnings(visit.place, place, rules))
    return replace(visit, place=place, choosing_comfort=False), effects


def new_visit(rules: Rules, now: float, number: int) -> Visit:
    """The visit of somebody who has not come yet; ``now`` in monotonic seconds."""
    return Visit(
        language=rules.languages[0],
        volume=rules.volume,
        captions=CaptionChoice(on=rules.captions),
        number=number,
        idle_since=now,
        comfort=Comfort(reach=rules.reach),
    )


def reset(visit: Visit, now: float, rules: Rules) -> Change:
    """End this visit; the next visitor starts clean."""
    fresh = new_visit(rules, now, visit.number + 1)
    return fresh, (
        *_endings(visit.place, fresh.place, rules),
        StartOver(),
        *_beginnings(visit.place, fresh.place, rules),
        SetVolume(fresh.volume),
    )


def waiting(place: Place, rules: Rules) -> tuple[str, str] | None:
    """The excerpt (film id, excerpt id) that shall wait in a projector while a visitor is at ``place``."""
    if isinstance(place, Note):
        return place.film, place.excerpt
    if isinstance(place, FilmPage) and (main := rules.main_excerpt(place.film)) is not None:
        return place.film, main
    return None


def _endings(old: Place, new: Place, rules: Rules) -> tuple[Effect, ...]:
    if isinstance(old, Attract) and not isinstance(new, Attract):
        return (StopLoop(),)
    if isinstance(old, Watching) and not isinstance(new, Watching):
        return (StopFilm(),)
    if isinstance(old, FilmPage | Note) and waiting(new, rules) is None:
        released = (new.film, new.excerpt) if isinstance(new, Watching) else None
        return () if released is not None and released == waiting(old, rules) else (Unprepare(),)
    return ()


def _beginnings(old: Place, new: Place, rules: Rules) -> tuple[Effect, ...]:
    if isinstance(new, Attract) and not isinstance(old, Attract):
        return (StartLoop(),)
    if isinstance(new, Watching) and not isinstance(old, Watching):
        return (Play(new.film, new.excerpt, new.origin),)
    wanted = waiting(new, rules)
    if wanted is not None and wanted != waiting(old, rules):
        return (Prepare(*wanted),)
    return ()
