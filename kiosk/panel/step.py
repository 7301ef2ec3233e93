"""What becomes of the panel when something happens: as in ``visit``, one function over values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from kiosk.exhibition.exhibition import Exhibition
from kiosk.panel import pad
from kiosk.panel.controls import Leaf
from kiosk.panel.covers import Rest
from kiosk.panel.effects import Deeds, Effect, GoTo, Remember, ShowLoop, TakeBack, Work, Write
from kiosk.panel.events import Answered, Event, Kept, NotKept, PinJudged, Tapped, Tick, Touched
from kiosk.panel.panel import Pad, Panel
from kiosk.panel.section import Section, Seen

PAD_SECONDS: Final = 20.0
"""Without a touch, while the PIN is asked for."""
PANEL_SECONDS: Final = 180.0
"""Without a touch, while a section stands."""

Change = tuple[Panel | None, tuple[Effect, ...]]
"""The panel after something happened, None if it is closed; and what the rest of the kiosk has to do about it."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the panel stands in. ``now``: the wall clock; ``monotonic`` in seconds. ``sections`` in their order."""

    exhibition: Exhibition
    now: datetime
    monotonic: float
    sections: Sequence[Section]


def opened(monotonic: float, locked: float) -> Panel:
    """A panel that asks for its PIN. ``locked``: for so many seconds it takes none."""
    return Panel(monotonic, Pad(locked_until=monotonic + locked if locked > 0 else 0.0))


def step(panel: Panel, event: Event, around: Around) -> Change:
    """The panel after ``event``. What means nothing as it stands is ignored."""
    match event:
        case Touched():
            return _touched(panel, around), ()
        case Tapped("panel:close"):
            return None, ()
        case Tapped(target):
            return _tapped(_touched(panel, around), target, around)
        case Tick():
            return _rested(panel, around)
        case PinJudged():
            return _judged(panel, event, around)
        case Kept(undoable, at, ways, anew):
            written = {} if anew else panel.written
            return replace(panel, undoable=undoable, saved_at=at, kept=ways, trouble=None, written=written), ()
        case NotKept(why):
            return replace(panel, trouble=why, written={}), ()
        case Answered(name, answer, more):
            busy = panel.busy if more else panel.busy - {name}
            return replace(panel, answers={**panel.answers, name: answer}, busy=busy), ()


def closes_at(panel: Panel) -> float:
    """Monotonic seconds at which it closes if nobody touches it."""
    return panel.touched_at + (PAD_SECONDS if panel.pad else PANEL_SECONDS)


def due_at(panel: Panel, around: Around) -> float:
    """Monotonic seconds at which ``Tick`` means something, if nobody touches it."""
    return rests_at(panel, leaf_of(panel, around).rest if panel.pad is None else None)


def rests_at(panel: Panel, rest: Rest | None) -> float:
    """As ``due_at``, where ``rest`` of what stands is known: to find it anew takes as long as to draw it."""
    return min(closes_at(panel), panel.touched_at + rest.seconds) if rest else closes_at(panel)


def section_of(panel: Panel, sections: Sequence[Section]) -> Section:
    """The section that stands."""
    return next((each for each in sections if each.name == panel.section), sections[0])


def seen(panel: Panel, exhibition: Exhibition, now: datetime) -> Seen:
    """What the section that stands knows."""
    return Seen(exhibition, now, panel.memory, panel.answers, panel.busy, panel.written, panel.kept)


def leaf_of(panel: Panel, around: Around) -> Leaf:
    """What stands."""
    return section_of(panel, around.sections).leaf(seen(panel, around.exhibition, around.now))


def _touched(panel: Panel, around: Around) -> Panel:
    return replace(panel, touched_at=around.monotonic)


def _rested(panel: Panel, around: Around) -> Change:
    if around.monotonic >= closes_at(panel):
        return None, ()
    if around.monotonic < due_at(panel, around):
        return panel, ()
    rest = leaf_of(panel, around).rest
    return _do(panel, rest.does, around.sections) if rest else (panel, ())


def _tapped(panel: Panel, target: str, around: Around) -> Change:
    if panel.pad is not None:
        typed, effects = pad.tapped(panel.pad, target, around.monotonic)
        return replace(panel, pad=typed), effects
    if target == "panel:undo":
        return panel, ((TakeBack(),) if panel.undoable else ())
    if target.startswith("panel:section:"):
        return _go(panel, target.removeprefix("panel:section:"), around.sections)
    return _do(panel, leaf_of(panel, around).deeds(target), around.sections)


def _judged(panel: Panel, event: PinJudged, around: Around) -> Change:
    if panel.pad is None:
        return panel, ()
    if event.right:
        return _go(replace(_touched(panel, around), pad=None), around.sections[0].name, around.sections)
    until = around.monotonic + event.locked if event.locked > 0 else 0.0
    return replace(panel, pad=Pad(wrong=True, locked_until=until), touched_at=around.monotonic), ()


def _do(panel: Panel, deeds: Deeds, sections: Sequence[Section]) -> Change:
    effects: list[Effect] = []
    for deed in deeds:
        match deed:
            case Remember(key, value):
                memory = {name: each for name, each in panel.memory.items() if name != key}
                panel = replace(panel, memory=memory if value is None else {**memory, key: value})
            case GoTo(section):
                panel, begun = _go(panel, section, sections)
                effects += begun
            case Write(changes):
                panel = replace(panel, written={**panel.written, **{each.way: each for each in changes}})
                effects.append(deed)
            case Work():
                panel, begun = _begin(panel, deed)
                effects += begun
            case TakeBack() | ShowLoop():
                effects.append(deed)
    return panel, tuple(effects)


def _go(panel: Panel, name: str, sections: Sequence[Section]) -> tuple[Panel, tuple[Effect, ...]]:
    section = next((each for each in sections if each.name == name), None)
    if section is None:
        return panel, ()
    panel = replace(panel, section=name, memory={})
    effects: tuple[Effect, ...] = ()
    for work in section.begins_with:
        panel, begun = _begin(panel, Work(work))
        effects += begun
    return panel, effects


def _begin(panel: Panel, work: Work) -> tuple[Panel, tuple[Effect, ...]]:
    if work.name in panel.busy:
        return panel, ()
    return replace(panel, busy=panel.busy | {work.name}), (work,)
