"""What a visitor does, and what becomes of it.

A visit is a value. Something happens (``events``), and ``step`` answers with the visit as it is afterwards and
with what the rest of the kiosk has to do about it (``effects``). Nothing else changes a visit, nothing is
remembered anywhere else, and time comes in as a number: every journey can be told as a table, and the tests do.

    attract → browsing → film page → [content note] → watching → film page → … → attract

Each place has a module of its own that says what a tap does there; ``idle`` says what time does, ``calendar`` what the
time of day does.
"""

from dataclasses import replace

from kiosk.visit import at_panel, browsing, calendar, content_note, film_page, watching
from kiosk.visit.events import (
    CalendarTurned,
    Event,
    LoopWanted,
    PanelClosed,
    PanelOpened,
    Scrubbed,
    Tapped,
    Tick,
    Touched,
)
from kiosk.visit.idle import after_tick, next_moment
from kiosk.visit.moves import Change, move, new_visit, stay
from kiosk.visit.places import (
    AfterHours,
    AtPanel,
    Attract,
    Browse,
    Cinema,
    Farewell,
    FilmPage,
    Foyer,
    Note,
    Place,
    Preview,
    Watching,
)
from kiosk.visit.reconcile import reconcile
from kiosk.visit.rules import Rules
from kiosk.visit.switches import switch
from kiosk.visit.visit import Visit

__all__ = ["Change", "Rules", "new_visit", "next_moment", "only_wakes", "reconcile", "step"]


_WITHOUT_TARGETS = (Attract, Foyer, Cinema, Farewell, AfterHours, Preview)


def step(visit: Visit, event: Event, now: float, rules: Rules) -> Change:
    """The visit after ``event``, and the effects in their order. ``now``: monotonic seconds.

    An event that means nothing at the visitor's place is ignored, never an error.
    """
    match event:
        case Tick():
            return after_tick(visit, now, rules)
        case Touched() | Tapped() | Scrubbed():
            return calendar.touch(visit, now, rules) or _touch(visit, event, now, rules)
        case CalendarTurned():
            return calendar.turn(visit, event, now, rules)
        case PanelOpened():
            return at_panel.take_over(visit, rules)
        case LoopWanted():
            return at_panel.stand_aside(visit, rules)
        case PanelClosed():
            return at_panel.give_back(visit, now, rules)
    # What is left are news of a film.
    if isinstance(visit.place, Cinema):
        return calendar.screening_news(visit, visit.place, event, now, rules)
    return watching.news(visit, visit.place, event, now, rules) if isinstance(visit.place, Watching) else stay(visit)


def only_wakes(visit: Visit) -> bool:
    """Whether the next touch, from its beginning to its end, does nothing but wake the kiosk or say "still here"."""
    return isinstance(visit.place, _WITHOUT_TARGETS) or visit.asking_since is not None


def _touch(visit: Visit, event: Touched | Tapped | Scrubbed, now: float, rules: Rules) -> Change:
    if isinstance(visit.place, AtPanel):
        return at_panel.touch(visit, event, rules)
    if isinstance(visit.place, Attract) and not rules.touch:
        return stay(visit)
    woken = only_wakes(visit)
    visit = replace(visit, idle_since=now, asking_since=None, place=_kept(visit.place, now, rules))
    if isinstance(visit.place, Attract):
        return move(visit, Browse(), rules)
    if woken or isinstance(event, Touched):
        return stay(visit)
    if isinstance(event, Tapped):
        return switch(visit, event.target, rules) or _tap(visit, event.target, now, rules)
    if isinstance(visit.place, Watching):
        return watching.scrub(visit, visit.place, event.seconds, now, rules)
    return stay(visit)


def _kept(place: Place, now: float, rules: Rules) -> Place:
    return watching.touch(place, now, rules) if isinstance(place, Watching) else place


def _tap(visit: Visit, target: str, now: float, rules: Rules) -> Change:
    if target.startswith("card:"):  # a key opens a film from anywhere, a finger only from the cards
        return browsing.tap(visit, target, rules)
    match visit.place:
        case FilmPage() as page:
            return film_page.tap(visit, page, target, rules)
        case Note() as note:
            return content_note.tap(visit, note, target, rules)
        case Watching() as film:
            return watching.tap(visit, film, target, now, rules)
    return stay(visit)
