"""From one place to another: what ends, and what begins.

The effects are read off the two places. So every film that was played is stopped, and the projector never
holds something that nobody can ask for, whatever way a visitor takes.
"""

from dataclasses import replace

from kiosk.visit.captions import CaptionChoice
from kiosk.visit.comfort import Comfort
from kiosk.visit.effects import Effect, Play, Prepare, SetVolume, StartLoop, StartOver, StopFilm, StopLoop, Unprepare
from kiosk.visit.places import AfterHours, Attract, Cinema, FilmPage, Foyer, Note, Place, Preview, Watching
from kiosk.visit.preferences import to_continue, version_of
from kiosk.visit.resting import admitted, closed_down, home, opened_up
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit

Change = tuple[Visit, tuple[Effect, ...]]
"""A visit after something happened, and what the rest of the kiosk has to do about it, in this order."""

_WITH_LOOP = (Attract, Preview)


def stay(visit: Visit) -> Change:
    """Nothing for the rest of the kiosk to do."""
    return visit, ()


def move(visit: Visit, place: Place, rules: Rules) -> Change:
    """Go to ``place``, or where visitors are sent instead at this time of day.

    What belongs to the old place ends before what belongs to the new one begins.
    """
    place = admitted(place, rules)
    if isinstance(place, Watching) and not isinstance(visit.place, Watching):
        place = replace(place, version=version_of(visit, place.film, place.excerpt, rules))
    after = replace(visit, place=place, choosing_comfort=False)
    return after, (*_endings(visit, after, rules), *_beginnings(visit, after, rules))


def new_visit(rules: Rules, now: float, number: int) -> Visit:
    """The visit of somebody who has not come yet; ``now`` in monotonic seconds."""
    return Visit(
        language=rules.languages[0],
        volume=rules.volume,
        captions=CaptionChoice(on=rules.captions),
        place=home(rules),
        number=number,
        idle_since=now,
        comfort=Comfort(reach=rules.reach),
    )


def begin(visit: Visit, rules: Rules) -> tuple[Effect, ...]:
    """What the rest of the kiosk has to do when it was just started: also what a night has left undone."""
    opened = () if isinstance(visit.place, AfterHours) else opened_up(rules.closing)
    return (*opened, *_beginnings(None, visit, rules))


def reset(visit: Visit, now: float, rules: Rules) -> Change:
    """End this visit; the next visitor starts clean."""
    fresh = new_visit(rules, now, visit.number + 1)
    return fresh, (
        *_endings(visit, fresh, rules),
        StartOver(),
        *_beginnings(visit, fresh, rules),
        SetVolume(fresh.volume),
    )


def waiting(visit: Visit, rules: Rules) -> Prepare | None:
    """What shall wait in a projector while a visitor is where they are: the excerpt that Watch plays, or Continue."""
    place = visit.place
    if isinstance(place, Foyer):
        return Prepare(place.screening.film, place.screening.excerpt)
    if isinstance(place, Note):
        excerpt, start = place.excerpt, place.origin
    elif not isinstance(place, FilmPage):
        return None
    elif left := to_continue(visit, place.film, rules.playable(place.film)):
        excerpt, start = left
    elif main := rules.main_excerpt(place.film):
        excerpt, start = main, 0.0
    else:
        return None
    return Prepare(place.film, excerpt, start, version_of(visit, place.film, excerpt, rules))


def _endings(before: Visit, after: Visit, rules: Rules) -> tuple[Effect, ...]:
    old, new = before.place, after.place
    if isinstance(old, _WITH_LOOP) and not isinstance(new, _WITH_LOOP):
        return (StopLoop(),)
    if isinstance(old, AfterHours) and not (isinstance(new, AfterHours) and new.closing == old.closing):
        loop = (StopLoop(),) if old.closing.screen == "loop" else ()
        return (*loop, *opened_up(old.closing))
    if isinstance(old, Watching) and not _goes_on(old, new):
        return (StopFilm(),)
    if isinstance(old, FilmPage | Note | Foyer) and waiting(after, rules) is None:
        released = Prepare(new.film, new.excerpt, new.origin, new.version) if isinstance(new, Watching) else None
        return () if released is not None and released == waiting(before, rules) else (Unprepare(),)
    return ()


def _beginnings(before: Visit | None, after: Visit, rules: Rules) -> tuple[Effect, ...]:
    old, new = before.place if before else None, after.place
    if isinstance(new, _WITH_LOOP) and not isinstance(old, _WITH_LOOP):
        return (StartLoop(),)
    if isinstance(new, AfterHours) and not (isinstance(old, AfterHours) and new.closing == old.closing):
        return closed_down(new.closing)
    if isinstance(new, Watching) and not (isinstance(old, Watching) and _goes_on(old, new)):
        return (Play(new.film, new.excerpt, new.origin, new.version),)
    wanted = waiting(after, rules)
    return (wanted,) if wanted is not None and not (before and wanted == waiting(before, rules)) else ()


def _goes_on(film: Watching, place: Place) -> bool:
    """Whether the same film is still on the screen at ``place``: a screening begins anew what a visitor watched."""
    return isinstance(place, Watching) and isinstance(place, Cinema) == isinstance(film, Cinema)
